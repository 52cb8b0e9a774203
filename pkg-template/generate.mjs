// Catalogue JSON of the Rust core → src/generated/*.ts, the tables of both READMEs, of examples/codes.md and of
// examples/findings/*.md, and examples/providers/*.md.
//
//   node generate.mjs            writes what is stale
//   node generate.mjs --check    writes nothing; exits 1 and names what is stale

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { TRAPS } from "../tests/portable/traps/table.mjs";
import { withFindings } from "./build/findings.mjs";
import { modules } from "./build/modules.mjs";
import { pages } from "./build/pages.mjs";
import { withTables } from "./build/tables.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);

/** Pages by hand, whose tables and fixes are filled in. */
const FINDINGS = join("examples", "findings");

/** Runs the catalogue, which prints the tables of the core. */
function readCatalogue() {
  const command = ["run", "--quiet", "--locked", "--features", "lab", "--example", "catalogue"];
  return JSON.parse(execFileSync("cargo", command, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 }));
}

/** Generates every file; answers the paths of those that were stale. */
export function generate({ write = true, catalogue = readCatalogue() } = {}) {
  const texts = new Map(modules(catalogue).map(([name, text]) => [`src/generated/${name}`, text]));
  const tables = { ...catalogue, details: [...catalogue.details, ...readMisuse()] };
  for (const page of ["README.md", "../README.md", "../examples/codes.md"]) {
    const path = join(here, page);
    if (existsSync(path)) texts.set(page, withTables(readFileSync(path, "utf8"), tables));
  }
  for (const page of readdirSync(join(root, FINDINGS)).filter((name) => name.endsWith(".md"))) {
    const path = join("..", FINDINGS, page);
    texts.set(path, withFindings(withTables(readFileSync(join(here, path), "utf8"), catalogue), catalogue));
  }
  for (const [name, text] of pages(catalogue, readVectors, TRAPS)) texts.set(`../examples/providers/${name}`, text);
  const stale = [...texts].map(([name, text]) => [join(here, name), text]).filter(isStale);
  if (write) for (const [path, text] of stale) renew(path, text);
  return stale.map(([path]) => relative(root, path));
}

/** The deliveries of a provider, which another program signed. */
function readVectors(provider) {
  return JSON.parse(readFileSync(join(root, "tests", "vectors", `${provider}.json`), "utf8"));
}

/** What is said of wrong calls, from the snapshot of all sentences; the hints for each framework are left out. */
function readMisuse() {
  const { misuse } = JSON.parse(readFileSync(join(root, "tests", "sentences.json"), "utf8"));
  return Object.entries(misuse).map(([detail, { code, sentence }]) => ({
    code,
    detail,
    sentence: sentence.replace(/ ?\{(recipes|pass)\}$/, ""),
  }));
}

function renew(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function isStale([path, text]) {
  return !existsSync(path) || readFileSync(path, "utf8") !== text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes("--check");
  const stale = generate({ write: !check });
  for (const path of stale) console.log(`${check ? "stale" : "wrote"} ${path}`);
  if (check && stale.length > 0) process.exitCode = 1;
}
