#!/usr/bin/env node
// Begins something new: writes the file to fill in, and says what to run.
//   node tests/new.mjs provider NAME       src/providers/NAME.toml
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { root } from "./tools/paths.mjs";

const FOLDER = join(root, "src", "providers");
/** What stands where only a person knows what belongs there; the generator takes no file that has it. */
const TODO = "TODO";
/** Beside what the schema demands: what a provider that is built in must say. */
const BUILT_IN = ["docs", "source", "verified", "verified_on", "notes"];
const KNOWN = { verified: "document", verified_on: new Date().toISOString().slice(0, 10) };

const [kind, name, ...rest] = process.argv.slice(2);
if (kind !== "provider" || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name ?? "") || rest.length > 0)
  end("usage: node tests/new.mjs provider NAME\nNAME is in kebab-case, like standard-webhooks");
const path = join(FOLDER, `${name}.toml`);
if (existsSync(path)) end(`${relative(root, path)} exists. Edit it, or choose another name.`);

const stringify = await tomlWriter();
writeFileSync(path, fileToFillIn());
console.log(`wrote ${relative(root, path)}

1. Fill it in. Every field says what belongs there. Remove what the provider
   does not document. An editor with a language server for TOML completes
   the fields and marks mistakes.

2. node pkg-template/build.mjs
   makes vectors, types, samples and pages of it, builds the package, and
   names mistakes.

3. make test`);

/** The file, field by field as the JSON Schema describes them; what may be left out stands in comments. */
function fileToFillIn() {
  const schema = JSON.parse(readFileSync(join(FOLDER, "provider.schema.json"), "utf8"));
  const fields = Object.entries(schema.properties);
  // In TOML, everything after the first table belongs to a table.
  const values = fields.filter(([, field]) => !isTable(field));
  const tables = fields.filter(([, field]) => isTable(field));
  const text = ([key, field]) => {
    const isDemanded = schema.required.includes(key) || BUILT_IN.includes(key);
    const lines = [...wrapped(field.description), ...written(key, field, isDemanded)];
    return `\n${lines.join("\n")}\n`;
  };
  return `#:schema ./provider.schema.json\n${[...values, ...tables].map(text).join("")}`;
}

function isTable({ examples: [example] = [] }) {
  return typeof (Array.isArray(example) ? example[0] : example) === "object";
}

function written(key, { examples: [example] = [TODO] }, isDemanded) {
  const value = isDemanded && !isTable({ examples: [example] }) ? (KNOWN[key] ?? todo(example)) : example;
  const lines =
    key === "scheme" || key === "events"
      ? table(key, value)
      : stringify({ [key]: value })
          .trim()
          .split("\n");
  return isDemanded ? lines : lines.map((line) => `# ${line}`.trimEnd());
}

/** A table of which each field is one line, or a text of several. */
function table(key, value) {
  const head = Array.isArray(value) ? `[[${key}]]` : `[${key}]`;
  const fields = Object.entries(Array.isArray(value) ? value[0] : value);
  return [head, ...fields.flatMap(([field, part]) => `${field} = ${inline(part)}`.split("\n"))];
}

function inline(value) {
  if (typeof value === "string" && value.includes("\n")) return `'''\n${value}'''`;
  if (typeof value !== "object") return stringify({ value }).trim().slice("value = ".length);
  return `{ ${Object.entries(value)
    .map(([key, part]) => `${key} = ${inline(part)}`)
    .join(", ")} }`;
}

function todo(example) {
  return Array.isArray(example) ? [TODO] : TODO;
}

function wrapped(description) {
  const lines = [""];
  for (const word of description.split(" ")) {
    if (lines.at(-1).length + word.length > 110) lines.push("");
    lines[lines.length - 1] += ` ${word}`;
  }
  return lines.map((line) => `#${line}`);
}

/** The writer of the same library that reads the files. */
async function tomlWriter() {
  const require = createRequire(join(root, "pkg-template", "package.json"));
  try {
    return (await import(pathToFileURL(require.resolve("smol-toml")).href)).stringify;
  } catch {
    return end("smol-toml is missing. Run this first: npm ci --prefix pkg-template");
  }
}

function end(message) {
  console.error(message);
  process.exit(2);
}
