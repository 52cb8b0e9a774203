// tests/vectors/*.json -> the corpus that every runtime gets.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { tests } from "../tools/paths.mjs";

const folder = join(tests, "vectors");

/** Every file of vectors, by name. */
export function readCorpusFiles() {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "schema.json");
  return names.sort().map((name) => ({ name, data: JSON.parse(readFileSync(join(folder, name), "utf8")) }));
}
