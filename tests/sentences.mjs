// Every sentence that an error may say, with its parameters in braces → tests/sentences.json: a change of the wording is
// one diff, and tests elsewhere assert codes, details and parameters.
//   node tests/sentences.mjs            writes the file
//   node tests/sentences.mjs --check    exits 1 when it is stale, or when a detail stands in no list, or in two

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";
import { root, target } from "./tools/paths.mjs";

const FILE = join(import.meta.dirname, "sentences.json");
const SOURCES = join(root, "pkg-template", "src");

const { codes, core, misuse, scheme, listed, twice } = await sentences();
const text = `${JSON.stringify({ codes, core, misuse, scheme }, null, 2)}\n`;
const problems = [...missing(), ...repeated(), ...stale()];
if (!process.argv.includes("--check")) writeFileSync(FILE, text);
else if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exitCode = 1;
}
console.log(`${[codes, core, misuse, scheme].flatMap(Object.keys).length} sentences`);

/** The sentences of all tables, the details of the closed set, and those that two rows have. */
async function sentences() {
  const { build } = createRequire(join(root, "pkg-template", "package.json"))("esbuild");
  const outfile = join(target, "sentences.mjs");
  const contents = `
    export * as rows from "./refusal/sentences.ts";
    export { codes, details } from "./generated/codes.ts";
    export { schemeProblems } from "./generated/scheme-problems.ts";`;
  const stdin = { contents, resolveDir: SOURCES, loader: "ts" };
  await build({ stdin, outfile, bundle: true, format: "esm", logLevel: "error" });
  const { rows, codes, details, schemeProblems } = await import(pathToFileURL(outfile));
  const written = Object.values(rows).filter((row) => typeof row === "object");
  const [, union] = /type MisuseDetail =([^;]*);/.exec(readFileSync(join(SOURCES, "refusal", "detail.ts"), "utf8"));
  const names = written.map(({ detail }) => detail);
  return {
    codes: Object.fromEntries(codes.map(({ code, sentence }) => [code, sentence])),
    core: table(details.map(({ detail, code, sentence }) => ({ detail, code, text: sentence }))),
    misuse: table(written),
    scheme: schemeProblems.map(([field, expected, example]) => ({ field, expected, example })),
    twice: names.filter((detail, place) => names.indexOf(detail) !== place),
    listed: [...union.matchAll(/"([^"]+)"/g)].map(([, name]) => name),
  };
}

function table(rows) {
  return Object.fromEntries(rows.map(({ detail, code, text: sentence }) => [detail, { code, sentence }]));
}

function missing() {
  const unused = listed.filter((detail) => !Object.hasOwn(misuse, detail));
  return unused.map((detail) => `${detail}: no row of src/refusal/sentences has this detail`);
}

function repeated() {
  const shared = Object.keys(misuse).filter((detail) => Object.hasOwn(core, detail));
  return [...twice, ...shared].map(
    (detail) => `${detail}: two sentences have this detail, so it does not tell them apart`,
  );
}

function stale() {
  try {
    if (readFileSync(FILE, "utf8") === text) return [];
  } catch {
    // The file is missing, and so it is stale.
  }
  return ["tests/sentences.json is stale: run node tests/sentences.mjs, and read the diff"];
}
