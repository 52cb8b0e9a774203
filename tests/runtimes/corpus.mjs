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

/** Of each file some vectors that verify and some that are refused: enough to see that a host loads and runs the package. */
export function few({ vectors, broken }) {
  const isVerified = ({ result }) => result === "verified";
  const some = ({ vectors: all, ...file }) => ({
    ...file,
    vectors: [...all.filter(isVerified).slice(0, 3), ...all.filter((vector) => !isVerified(vector)).slice(0, 5)],
  });
  const explained = ({ vectors: all, ...file }) => ({ ...file, vectors: all.slice(0, 4) });
  return { vectors: vectors.map(some), broken: broken.map(explained) };
}
