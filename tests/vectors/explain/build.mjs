// The rows of build/ × the ten built-in providers → tests/vectors/explain/*.json.
//
//   node tests/vectors/explain/build.mjs             writes the files
//   node tests/vectors/explain/build.mjs --check     exits 1 if a file on disk is not what would be written
//   node tests/vectors/explain/build.mjs --validate  exits 1 if a file on disk does not fit schema.json

import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { genuine, headersOf, sign } from "../build/draft.mjs";
import { providers } from "../build/facts/index.mjs";
import { readScheme } from "../build/scheme.mjs";
import { schemaProblems } from "../build/validate.mjs";
import { rows, value } from "./build/rows.mjs";

const FOLDER = import.meta.dirname;
const SCHEMA = "schema.json";

const [mode = "--write"] = process.argv.slice(2);
({ "--write": write, "--check": check, "--validate": validate })[mode]();

function write() {
  for (const { name, text } of files()) writeFileSync(join(FOLDER, name), text);
  report(files());
}

function check() {
  const path = ({ name }) => join(FOLDER, name);
  const stale = files().filter((file) => !existsSync(path(file)) || readFileSync(path(file), "utf8") !== file.text);
  fail(stale.map(({ name }) => `explain/${name}: not what build.mjs writes; run it`));
  report(files());
}

function validate() {
  const schema = JSON.parse(readFileSync(join(FOLDER, SCHEMA), "utf8"));
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".json") && name !== SCHEMA);
  const onDisk = names.map((name) => ({ name, text: readFileSync(join(FOLDER, name), "utf8") }));
  fail(onDisk.flatMap(({ name, text }) => schemaProblems(schema, schema, JSON.parse(text), name)));
  report(onDisk);
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

function files() {
  return providers
    .filter(({ builtIn }) => builtIn)
    .map((facts) => file({ ...facts, scheme: readScheme(facts.scheme) }));
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
