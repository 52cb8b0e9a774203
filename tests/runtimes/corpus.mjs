// tests/vectors/*.json -> the corpus that every runtime gets.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { tests } from "../tools/paths.mjs";

/** Every file of vectors, by name. */
export function readCorpusFiles(folder = join(tests, "vectors")) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "schema.json");
  return names.sort().map((name) => ({ name, data: JSON.parse(readFileSync(join(folder, name), "utf8")) }));
}

/** The files of deliveries that were broken on their way, for the explainer. */
export function readBroken() {
  return readCorpusFiles(join(tests, "vectors", "explain")).map(({ data }) => data);
}
