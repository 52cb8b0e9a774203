#!/usr/bin/env node
// Properties: those of the portable suite, in this Node, with more cases than every runtime has the time for.
//   node tests/properties/main.mjs                   2,000 cases of each property and seed
//   node tests/properties/main.mjs --prove           100,000
//   --seed N --path P                                one case again, as a failure names it
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { Checks, Test } from "../portable/checks.mjs";
import { properties } from "../portable/properties/index.mjs";
import { npmDir, requireLibrary } from "../tools/paths.mjs";

const { values: wanted } = parseArgs({
  options: { prove: { type: "boolean" }, seed: { type: "string" }, path: { type: "string" } },
});
const fresh = Number(wanted.seed ?? Math.floor(Math.random() * 2 ** 31));
const runs = wanted.prove ? 100_000 : 2_000;
const fc = requireLibrary("fast-check");
const entry = join(process.env.COUNTERSIGN_PACKAGE ?? join(npmDir, "package"), "dist", "index.js");
const countersign = await import(pathToFileURL(entry).href);

const started = performance.now();
const checks = new Checks();
const { tests } = properties(fc, { runs, fresh, path: wanted.path });
for (const [sentence, body] of Object.entries(tests)) {
  const test = new Test(checks, sentence);
  try {
    body(countersign, test);
  } catch (error) {
    test.broke(error);
  }
}
for (const line of checks.disagreements) console.log(`FAILED ${line}`);
const count = Object.keys(tests).length;
const seconds = ((performance.now() - started) / 1000).toFixed(0);
const measured = `${count} properties, ${runs} cases each from a fixed seed and from seed ${fresh}, ${seconds} s`;
const failed = checks.disagreements.length;
console.log(JSON.stringify({ passed: checks.checks - failed, failed, measured }));
process.exitCode = failed > 0 || checks.checks === 0 ? 1 : 0;
