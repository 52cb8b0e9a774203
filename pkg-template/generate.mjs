// src/providers/*.toml → src/providers/table.rs; the tables of frameworks and entries → src/explain/fix/framework.rs and
// package.json; all of these and the tables of the Rust core → src/generated/*.ts, the tables of the READMEs and of pages
// in examples/, and examples/providers/*.md.
//
//   node generate.mjs            writes what is stale
//   node generate.mjs --check    writes nothing; exits 1 and names what is stale

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, parse, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { TRAPS } from "../tests/portable/traps/table.mjs";
import { exportsTable, importsTable, withEntries } from "./build/entries.mjs";
import { withFindings } from "./build/findings.mjs";
import {
  frameworkNamesTable,
  frameworksRust,
  frameworksTable,
  recipesModule,
  titlesModule,
} from "./build/frameworks.mjs";
import { modules } from "./build/modules.mjs";
import { pages } from "./build/pages.mjs";
import { FOLDER, readProviders } from "./build/provider-files.mjs";
import { allAlone, providerModules } from "./build/provider-modules.mjs";
import { rustTable } from "./build/rust-table.mjs";
import { withTables } from "./build/tables.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);

/** Pages by hand, whose tables and fixes are filled in. */
const FINDINGS = join("examples", "findings");
const GUIDES = ["README.md", "codes.md", "explain.md"];

/** What the docs fill in of the tables of frameworks and entries. */
const ENTRY_TABLES = {
  imports: importsTable,
  exports: exportsTable,
  frameworks: frameworksTable,
  "framework-names": frameworkNamesTable,
};

/** Runs the catalogue, which prints the tables of the core. */
function readCatalogue() {
  const command = ["run", "--quiet", "--locked", "--features", "explain", "--example", "catalogue"];
  return JSON.parse(execFileSync("cargo", command, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 }));
}

/** Generates every file; answers the paths of those that were stale. */
export function generate({ write = true } = {}) {
  const providers = readProviders();
  // The core is built with its tables of frameworks and providers, and then asked for the others.
  const first = [...generateEntries({ write }), ...generateProviders({ write, providers })];
  return [...first, ...renewed(coreTexts({ ...readCatalogue(), providers }), write)];
}

/** Generates what is made of the provider files alone, without the core. */
export function generateProviders({ write = true, providers = readProviders() } = {}) {
  return [...renewed(providerTexts(providers), write), ...orphans(providers, write)];
}

/** Generates what is made of the tables of frameworks and entries alone, without the core. */
export function generateEntries({ write = true } = {}) {
  const manifest = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
  const texts = {
    "../src/explain/fix/framework.rs": frameworksRust(),
    "package.json": `${JSON.stringify(withEntries(manifest), null, 2)}\n`,
    "src/generated/recipes.ts": recipesModule(),
    "../examples/browser-harness/src/inspect/frameworks.ts": titlesModule(),
  };
  return renewed(Object.entries(texts), write);
}

/** What is made of the provider files alone. */
function providerTexts(providers) {
  const generated = providerModules(providers).map(([name, text]) => [`src/generated/${name}`, text]);
  const aside = [
    [`../${FOLDER}/table.rs`, rustTable(providers)],
    ["../tests/portable/alone.mjs", allAlone(providers)],
  ];
  return new Map([...aside, ...generated]);
}

/** What the core has a say in. */
function coreTexts(catalogue) {
  const texts = new Map(modules(catalogue).map(([name, text]) => [`src/generated/${name}`, text]));
  const tables = { ...catalogue, details: [...catalogue.details, ...readMisuse()] };
  for (const page of ["README.md", "../README.md", ...GUIDES.map((name) => `../examples/${name}`)]) {
    const path = join(here, page);
    if (existsSync(path)) texts.set(page, withTables(readFileSync(path, "utf8"), tables, ENTRY_TABLES));
  }
  for (const page of readdirSync(join(root, FINDINGS)).filter((name) => name.endsWith(".md"))) {
    const path = join("..", FINDINGS, page);
    texts.set(path, withFindings(withTables(readFileSync(join(here, path), "utf8"), catalogue), catalogue));
  }
  for (const [name, text] of pages(catalogue, readVectors, TRAPS)) texts.set(`../examples/providers/${name}`, text);
  return texts;
}

/** Writes the texts that are not what stands there; answers their paths. */
function renewed(texts, write) {
  const stale = [...texts].map(([name, text]) => [join(here, name), text]).filter(isStale);
  if (write) for (const [path, text] of stale) renew(path, text);
  return stale.map(([path]) => relative(root, path));
}

/** Removes the files of providers that there are no more; answers their paths. */
function orphans(providers, write) {
  const names = new Set(["README", ...providers.map(({ name }) => name)]);
  const folders = ["src/generated/providers", "src/generated/samples", "../examples/providers"].map((folder) =>
    join(here, folder),
  );
  const files = folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));
  const orphaned = files.filter((path) => !names.has(parse(path).name));
  if (write) for (const path of orphaned) rmSync(path);
  return orphaned.map((path) => relative(root, path));
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
  try {
    const stale = generate({ write: !check });
    for (const path of stale) console.log(`${check ? "stale" : "wrote"} ${path}`);
    if (check && stale.length > 0) process.exitCode = 1;
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
