// tests/vectors/build/ (facts and attacks) → tests/vectors/*.json (the corpus).
//
//   node tests/vectors/build.mjs             writes the files
//   node tests/vectors/build.mjs --check     exits 1 if a file on disk is not what would be written
//   node tests/vectors/build.mjs --validate  exits 1 if a file on disk breaks a rule of the format
//
// It uses nothing but Node, least of all the code that the corpus judges.

import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { corpus } from "./build/corpus.mjs";
import { validate } from "./build/validate.mjs";

const FOLDER = import.meta.dirname;
const SCHEMA = "schema.json";

const [mode = "--write", ...rest] = process.argv.slice(2);
const modes = { "--write": write, "--check": check, "--validate": validateFiles };
if (rest.length > 0 || !Object.hasOwn(modes, mode)) {
  fail([`usage: node build.mjs [${Object.keys(modes).join(" | ")}]`]);
}
modes[mode]();

function write() {
  const files = corpus();
  for (const name of onDisk()) if (!files.some((file) => file.name === name)) rmSync(path(name));
  for (const { name, text } of files) writeFileSync(path(name), text);
  console.log(`${files.length} files, ${count(files.map(({ text }) => text))} vectors`);
}

function check() {
  const wanted = new Map(corpus().map(({ name, text }) => [name, text]));
  const names = new Set([...wanted.keys(), ...onDisk()]);
  const stale = [...names].filter((name) => read(name) !== wanted.get(name));
  fail(stale.map((name) => `${name}: not what build.mjs writes; run it`));
  console.log(`${wanted.size} files are up to date`);
}

function validateFiles() {
  const names = onDisk();
  const schema = JSON.parse(readFileSync(path(SCHEMA), "utf8"));
  const texts = names.map((name) => readFileSync(path(name), "utf8"));
  fail(
    validate(
      schema,
      names.map((name, at) => ({ name, corpus: JSON.parse(texts[at]) })),
    ),
  );
  console.log(`${names.length} files, ${count(texts)} vectors are valid`);
}

function onDisk() {
  return readdirSync(FOLDER).filter((name) => name.endsWith(".json") && name !== SCHEMA);
}

function path(name) {
  return join(FOLDER, name);
}

function read(name) {
  try {
    return readFileSync(path(name), "utf8");
  } catch {
    return undefined;
  }
}

function count(texts) {
  return texts.reduce((sum, text) => sum + JSON.parse(text).vectors.length, 0);
}

function fail(problems) {
  if (problems.length === 0) return;
  console.error(problems.join("\n"));
  process.exit(1);
}
