// The rows of build/ × the built-in providers → tests/vectors/explain/*.json: for the first provider of each grammar.
//
//   node tests/vectors/explain/build.mjs             writes the files
//   node tests/vectors/explain/build.mjs --check     exits 1 if a file on disk is not what would be written
//   node tests/vectors/explain/build.mjs --validate  exits 1 if a file on disk does not fit schema.json

import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { genuine, headersOf, sign } from "../build/draft.mjs";
import { wholeOf } from "../build/grammar.mjs";
import { readProviders } from "../build/providers.mjs";
import { schemaProblems } from "../build/validate.mjs";
import { rows, value } from "./build/rows.mjs";

const FOLDER = import.meta.dirname;
const SCHEMA = "schema.json";

const [mode = "--write"] = process.argv.slice(2);
({ "--write": write, "--check": check, "--validate": validate })[mode]();

function write() {
  const made = files();
  for (const name of onDisk()) if (!made.some((file) => file.name === name)) rmSync(join(FOLDER, name));
  for (const { name, text } of made) writeFileSync(join(FOLDER, name), text);
  report(made);
}

function check() {
  const made = files();
  const path = ({ name }) => join(FOLDER, name);
  const isStale = (file) => !existsSync(path(file)) || readFileSync(path(file), "utf8") !== file.text;
  const stale = made.filter(isStale).map(({ name }) => name);
  const extra = onDisk().filter((name) => !made.some((file) => file.name === name));
  fail([...stale, ...extra].map((name) => `explain/${name}: not what build.mjs writes; run it`));
  report(made);
}

function onDisk() {
  return readdirSync(FOLDER).filter((name) => name.endsWith(".json") && name !== SCHEMA);
}

function validate() {
  const schema = JSON.parse(readFileSync(join(FOLDER, SCHEMA), "utf8"));
  const found = onDisk().map((name) => ({ name, text: readFileSync(join(FOLDER, name), "utf8") }));
  fail(found.flatMap(({ name, text }) => schemaProblems(schema, schema, JSON.parse(text), name)));
  report(found);
}

function fail(problems) {
  if (problems.length === 0) return;
  console.error(problems.join("\n"));
  process.exit(1);
}

function report(written) {
  const vectors = written.flatMap(({ text }) => JSON.parse(text).vectors);
  const attacks = vectors.filter(({ finding }) => finding === null).length;
  console.log(`${written.length} files, ${vectors.length - attacks} broken deliveries, ${attacks} attacks`);
}

/** A second provider with the same grammar would break in the same ways. */
function files() {
  const builtIn = readProviders().filter((facts) => facts.builtIn);
  const grammars = builtIn.map(({ scheme }) => wholeOf(scheme));
  return builtIn.filter((_, at) => grammars.indexOf(grammars[at]) === at).map(file);
}

function file(facts) {
  const { name } = facts.scheme;
  const vectors = rows.map((row) => vector(facts, row)).filter(Boolean);
  vectors.forEach((made, at) => {
    made.id = `explain/${name}/${String(at + 1).padStart(3, "0")}`;
  });
  const lines = vectors.map((made) => `    ${ascii(JSON.stringify(made))}`).join(",\n");
  const about = `Deliveries of ${name} that were broken on their way, and what must be found first.`;
  const text = `{\n  "_comment": ${JSON.stringify(about)},\n  "scheme": ${JSON.stringify(name)},\n  "vectors": [\n${lines}\n  ]\n}\n`;
  return { name: `${name}.json`, text };
}

function vector(facts, { finding, reason, comment, make }) {
  const draft = genuine(facts, { body: JSON.stringify(value), hints: [] });
  const changes = make(draft);
  if (!changes) return undefined;
  const broken = { ...draft, ...changes };
  // What was signed is the draft's own body, whatever came of it, and its own secret.
  broken.signatures ??= [sign({ ...broken, secrets: draft.secrets })];
  return {
    id: undefined,
    comment,
    scheme: broken.believed,
    secrets: broken.secrets,
    others: broken.others,
    headers: headersOf(broken),
    body_hex: (broken.sent ?? broken.body).toString("hex"),
    now: broken.now,
    reason: broken.reason ?? reason,
    finding,
  };
}

/** Everything outside ASCII as an escape: no editor can change what it does not show. */
function ascii(json) {
  return json.replace(/[^\x00-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
