// The shape that explanations are declared to have, against what the module answers: the compiler reads real ones as
// literals, where a field too many, one too few and a word that no union holds are errors.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageDir, root } from "../tools/paths.mjs";

// What the package is built with.
const tsc = join(root, "pkg-template", "node_modules", "typescript", "bin", "tsc");

/**
 * What the compiler objects to, of these explanations.
 *
 * @returns {string} nothing when they are as declared
 */
export function objections(explanations) {
  const folder = join(root, "target", "explanations");
  mkdirSync(folder, { recursive: true });
  const types = JSON.stringify(join(packageDir, "dist", "explain.js"));
  const list = `[\n${explanations.map((each) => JSON.stringify(each)).join(",\n")}\n]`;
  const source = `import type { Explanation } from ${types};\nexport const all = ${list} satisfies Explanation[];\n`;
  writeFileSync(join(folder, "all.ts"), source);
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2024", "--module", "preserve"];
  try {
    execFileSync(process.execPath, [tsc, ...options, join(folder, "all.ts")], { encoding: "utf8" });
    return "";
  } catch ({ stdout }) {
    return stdout.slice(0, 1000);
  }
}
