// src/providers, schemes/ and build/ (attacks on each grammar) → tests/vectors/*.json (the corpus), and the lists of its files.
//
//   node tests/vectors/build.mjs             writes the files
//   node tests/vectors/build.mjs --check     exits 1 if a file on disk is not what would be written
//   node tests/vectors/build.mjs --validate  exits 1 if a file on disk breaks a rule of the format
//
// It uses Node and a parser of TOML, and nothing of the code that the corpus judges.

import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { outputs } from "./build/outputs.mjs";
import { validate } from "./build/validate.mjs";

const TESTS = join(import.meta.dirname, "..");
const FOLDER = "vectors";
const SCHEMA = "schema.json";

const [mode = "--write", ...rest] = process.argv.slice(2);
const modes = { "--write": write, "--check": check, "--validate": validateFiles };
if (rest.length > 0 || !Object.hasOwn(modes, mode)) {
  fail([`usage: node build.mjs [${Object.keys(modes).join(" | ")}]`]);
}
modes[mode]();

function write() {
  const made = outputs();
  for (const path of onDisk()) if (!made.some((file) => file.path === path)) rmSync(join(TESTS, path));
  for (const { path, text } of made) writeFileSync(join(TESTS, path), text);
  const files = made.filter(isVectors);
  console.log(`${files.length} files, ${count(files.map(({ text }) => text))} vectors`);
}

function check() {
  const wanted = new Map(outputs().map(({ path, text }) => [path, text]));
  const paths = new Set([...wanted.keys(), ...onDisk()]);
  const stale = [...paths].filter((path) => read(path) !== wanted.get(path));
  fail(stale.map((path) => `tests/${path}: not what build.mjs writes; run it`));
  console.log(`${wanted.size} files are up to date`);
}

function validateFiles() {
  const paths = onDisk();
  const schema = JSON.parse(read(join(FOLDER, SCHEMA)));
  const files = paths.map((path) => ({ name: path.slice(FOLDER.length + 1), corpus: JSON.parse(read(path)) }));
  fail(validate(schema, files));
  console.log(`${files.length} files, ${count(paths.map(read))} vectors are valid`);
}

/** The files of vectors. */
function onDisk() {
  const names = readdirSync(join(TESTS, FOLDER)).filter((name) => name.endsWith(".json") && name !== SCHEMA);
  return names.map((name) => join(FOLDER, name));
}

function isVectors({ path }) {
  return path.startsWith(join(FOLDER, "/"));
}

function read(path) {
  try {
    return readFileSync(join(TESTS, path), "utf8");
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
