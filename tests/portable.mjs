#!/usr/bin/env node
// The portable suite in this Node, on the package as it is built: nothing is packed or installed.
//   node tests/portable.mjs                      everything
//   node tests/portable.mjs --only agentbot      one file of vectors
//   node tests/portable.mjs --only agentbot/017  one vector
//   node tests/portable.mjs --only headers       one group of tests; `--only "headers: refuses"` some of its tests
// `npm test` in pkg-template/ builds what is stale and then does the same.
import { cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { suiteParts } from "./runtimes/app.mjs";
import { readBroken, readCorpusFiles } from "./runtimes/corpus.mjs";
import { installLibraries } from "./tools/libraries.mjs";
import { matrix, packageDir, tests } from "./tools/paths.mjs";

const { only } = parseArgs({ options: { only: { type: "string", multiple: true } } }).values;

await installLibraries();
const app = layOut();
const load = (path) => import(pathToFileURL(path));
const { runSuite } = await load(join(app, "portable", "suite.mjs"));
const countersign = await load(join(packageDir, "dist", "index.js"));
const corpus = { vectors: readCorpusFiles().map(({ data }) => data), broken: readBroken() };
try {
  show(await runSuite(countersign, corpus, { only, large: true }));
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  console.error(error.message); // a word that names nothing
  process.exitCode = 2;
}

/** A folder in which the suite finds the package as it finds one that was installed. */
function layOut() {
  const app = join(matrix, "portable");
  rmSync(app, { recursive: true, force: true });
  mkdirSync(join(app, "node_modules"), { recursive: true });
  symlinkSync(packageDir, join(app, "node_modules", "countersign"), "dir");
  for (const part of Object.keys(suiteParts)) cpSync(join(tests, part), join(app, part), { recursive: true });
  return app;
}

function show({ vectors, checks, disagreements }) {
  for (const line of disagreements) console.log(line);
  console.log(`${vectors} vectors, ${checks - disagreements.length} checks passed, ${disagreements.length} failed`);
  if (checks === 0 || disagreements.length > 0) process.exitCode = 1;
}
