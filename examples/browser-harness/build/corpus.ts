// Corpus: tests/vectors and the code that judges by them → modules of the conformance tab.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const folders: Record<string, string> = { "virtual:corpus": "vectors", "virtual:corpus/explain": "vectors/explain" };
const FACTS = "virtual:corpus/facts";

/**
 * Makes `virtual:corpus` and `virtual:corpus/explain`, the files of vectors; `virtual:corpus/facts`, how many there are
 * and how large they are compressed; and `@tests`, the folder that all of it comes from: `COUNTERSIGN_TESTS`, or where a
 * clone of the project has it.
 */
export function corpus(): Plugin {
  const tests = resolve(process.env["COUNTERSIGN_TESTS"] ?? join(import.meta.dirname, "../../../tests"));
  if (!existsSync(join(tests, "vectors"))) {
    throw new Error(`No corpus in ${tests}: set COUNTERSIGN_TESTS to the folder tests of a clone of countersign.`);
  }
  return {
    name: "countersign:corpus",
    config: () => ({
      resolve: { alias: { "@tests": tests } },
      server: { fs: { allow: [resolve(import.meta.dirname, ".."), tests] } },
    }),
    resolveId: (id) => (id in folders || id === FACTS ? `\0${id}` : null),
    load(id) {
      const name = id.slice(1);
      if (id === `\0${FACTS}`) return factsOf(tests);
      // A string that is parsed is read several times faster than the same objects as code.
      return folders[name] ? `export default JSON.parse(${JSON.stringify(textOf(tests, folders[name]))});` : null;
    },
  };
}

interface File {
  readonly vectors: readonly unknown[];
}

function factsOf(tests: string): string {
  const [vectors, broken] = Object.values(folders).map((folder) => {
    const text = textOf(tests, folder);
    const count = (JSON.parse(text) as File[]).reduce((sum, { vectors }) => sum + vectors.length, 0);
    return { count, gzip: gzipSync(text).length };
  });
  return `export const facts = ${JSON.stringify({ vectors, broken })};`;
}

function textOf(tests: string, folder: string): string {
  const names = readdirSync(join(tests, folder)).filter((name) => name.endsWith(".json") && name !== "schema.json");
  return JSON.stringify(names.sort().map((name) => JSON.parse(readFileSync(join(tests, folder, name), "utf8"))));
}
