// Schemes: what examples/schemes.md has to paste is defined as it stands there. It signs and verifies, and it verifies a
// delivery that was not made here.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageDir, requireLibrary, root, tests } from "../tools/paths.mjs";
import { FOLDER } from "./snippets.mjs";

const page = readFileSync(join(root, "examples", "schemes.md"), "utf8");
const schema = JSON.parse(readFileSync(join(packageDir, "scheme.schema.json"), "utf8"));

/** Where a delivery of each scheme is found: a file of vectors, of the same scheme or of one that signs alike. */
const DELIVERIES = {
  paddle: "vectors/paddle.json",
  svix: "vectors/svix.json",
  "lemon-squeezy": "vectors/lemon-squeezy.json",
  linear: "vectors/linear.json",
  pagerduty: "docs/pagerduty.json",
  meta: "vectors/github.json",
  intercom: "vectors/github-sha1.json",
  zoom: "vectors/zoom.json",
};

/** Names that people try as a provider, and that `new Webhook` may send to the page. */
const TRIED = ["svix", "clerk", "resend", "paddle", "twitch", "docusign", "recurly", "zendesk"];

/** Says what is wrong with the schemes of the page, and with what it says of the fields. */
export async function schemesHold() {
  const sections = sectionsToPaste();
  const fields = fieldsOf(schema);
  const pasted = await Promise.all(sections.map(tryScheme));
  const problems = [
    ...missingSchemes(pasted.map(({ name }) => name)),
    ...pasted.flatMap(({ problems }) => problems),
    ...fields.filter((field) => !page.includes(`\`${field}`)).map((field) => `schemes.md does not explain ${field}`),
    ...(await jsonProblems()),
    ...(await adviceProblems(sections)),
  ];
  return { of: sections.length + fields.length + TRIED.length + 1, problems };
}

function sectionsToPaste() {
  const [, behind] = page.split("## Eight schemes to paste\n");
  const sections = behind.split(/^### /m).slice(1);
  return sections.map((text) => ({ title: text.split("\n")[0], code: /^```js\n([^]*?)^```$/m.exec(text)?.[1] ?? "" }));
}

function missingSchemes(names) {
  const missing = Object.keys(DELIVERIES).filter((name) => !names.includes(name));
  return missing.map((name) => `schemes.md has no scheme named ${name} to paste`);
}

async function tryScheme({ title, code }) {
  const variable = /^const (\w+) = defineScheme/m.exec(code)?.[1];
  if (variable === undefined) return { problems: [`schemes.md, ${title}: no scheme to paste`] };
  const path = join(FOLDER, `scheme-${variable}.mjs`);
  const around = [
    'import { defineScheme, Webhook } from "countersign";',
    code,
    `export { ${variable} as scheme, Webhook };`,
  ];
  writeFileSync(path, around.join("\n"));
  try {
    const { scheme, Webhook } = await import(pathToFileURL(path));
    const problems = [signs(scheme, Webhook), verifies(scheme, Webhook), matchesSchema(scheme)].filter(Boolean);
    return { name: scheme.name, problems: problems.map((problem) => `schemes.md, ${title}: ${problem}`) };
  } catch ({ message }) {
    return { problems: [`schemes.md, ${title}: ${message}`] };
  }
}

function signs(scheme, Webhook) {
  const webhook = new Webhook(scheme, "d2hhdCBpcyBkZWNvZGVkIGFzIGJhc2U2NA==");
  const body = JSON.stringify({ webhookTimestamp: Date.now() }); // Linear's time stands in the body
  const check = webhook.check(body, webhook.sign(body));
  if (!check.ok) return `what it signs is refused: ${check.message}`;
  return webhook.check(`${body} `, webhook.sign(body)).code === "SIGNATURE_MISMATCH"
    ? ""
    : "a changed body is accepted";
}

function verifies(scheme, Webhook) {
  const { source, secrets, headers, body, now, delivery: expected } = deliveryOf(scheme.name);
  const check = new Webhook(scheme, secrets).check(body, headers, { receivedAt: now });
  if (!check.ok) return `a delivery of ${source} is refused: ${check.message}`;
  const wrong = ["type", "id"].filter(
    (fact) => expected[fact] !== undefined && check.delivery[fact] !== expected[fact],
  );
  return wrong.map((fact) => `its ${fact} should be ${expected[fact]}, and is ${check.delivery[fact]}`).join("; ");
}

function deliveryOf(name) {
  const file = JSON.parse(readFileSync(join(tests, DELIVERIES[name]), "utf8"));
  if (file.vectors === undefined) return file;
  const genuine = file.vectors.filter(({ result, flags }) => result === "verified" && /published|genuine/.test(flags));
  const { body_hex, ...vector } = genuine[0];
  return { source: vector.id, ...vector, body: Buffer.from(body_hex, "hex") };
}

function matchesSchema(scheme) {
  const Ajv = requireLibrary("ajv/dist/2020").default;
  const ajv = new Ajv({ strict: false });
  const data = JSON.parse(JSON.stringify(scheme));
  return ajv.validate(schema, data) ? "" : `scheme.schema.json refuses it: ${ajv.errorsText()}`;
}

/** The names of all fields, as the page writes them in its table: `signature.header`. */
function fieldsOf({ properties }) {
  const names = Object.entries(properties).flatMap(([name, field]) =>
    ["key", "signature", "timestamp"].includes(name)
      ? Object.keys(field.properties).map((inner) => `${name}.${inner}`)
      : [name],
  );
  return names.filter((name) => name !== "$schema");
}

/** The JSON file of the page is what an editor accepts, and what defineScheme takes as it was parsed. */
async function jsonProblems() {
  const { defineScheme } = await import(pathToFileURL(join(packageDir, "dist", "index.js")));
  const file = JSON.parse(/^```json\n([^]*?)^```$/m.exec(page)[1]);
  try {
    return [matchesSchema(file), matchesSchema(defineScheme(file))].filter(Boolean);
  } catch ({ message }) {
    return [`schemes.md, the JSON file: ${message}`];
  }
}

/** Whom `new Webhook` sends to the page for a scheme to paste, finds it there. */
async function adviceProblems(sections) {
  const { Webhook } = await import(pathToFileURL(join(packageDir, "dist", "index.js")));
  const titles = sections.map(({ title }) => title.toLowerCase()).join("\n");
  const problems = TRIED.map((name) => {
    const advice = messageOf(() => new Webhook(name, "a secret"));
    if (!advice.includes("examples/schemes.md")) return `new Webhook("${name}") does not name examples/schemes.md`;
    return advice.includes("to paste") && !titles.includes(name) ? `schemes.md has nothing to paste for ${name}` : "";
  });
  return problems.filter(Boolean);
}

function messageOf(work) {
  try {
    work();
    return "";
  } catch ({ message }) {
    return message;
  }
}
