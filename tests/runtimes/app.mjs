// A fresh app under target/matrix, with the packed tarball installed as a user would install it.
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exec } from "../tools/exec.mjs";
import { matrix, tests } from "../tools/paths.mjs";

/** The portable suite, with its part that stands beside the other tests of receivers. */
export const suiteParts = { portable: "portable", "receivers/suite": "receivers/suite" };

/**
 * Lays out target/matrix/<name> and returns its path.
 *
 * @param parts - folder of tests/ -> folder of the app
 * @param options.log - file that gets npm's output
 * @param options.home - the folder that it lies in, and finds its libraries in
 * @param options.corpus - if given, written beside as corpus.mjs: `vectors`, and as `broken` those of the explainer
 */
export async function layOut(name, parts, { tarball, log, corpus, home = matrix }) {
  const cwd = join(home, name);
  rmSync(cwd, { recursive: true, force: true });
  mkdirSync(cwd, { recursive: true });
  for (const [from, to] of Object.entries(parts)) cpSync(join(tests, from), join(cwd, to), { recursive: true });
  if (corpus) writeFileSync(join(cwd, "corpus.mjs"), `export default ${JSON.stringify(corpus)};\n`);
  writeFileSync(join(cwd, "package.json"), JSON.stringify({ name, private: true }));
  const args = ["install", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error", tarball];
  const done = await exec("npm", args, { cwd, log });
  if (!done.ok) throw new Error(`npm install of the tarball failed:\n${done.output}`);
  return cwd;
}
