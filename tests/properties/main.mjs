#!/usr/bin/env node
// Properties: those of the portable suite, in this Node, with more cases than every runtime has the time for.
//   node tests/properties/main.mjs                   2,000 cases of each property and seed
//   node tests/properties/main.mjs --prove           100,000
//   --only "a property's sentence"                   no other property
//   --seed N --path P --only "..."                   one case again: a failure prints this line
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { Checks, runGroup } from "../portable/checks.mjs";
import { properties } from "../portable/properties/index.mjs";
import { packageDir, requireLibrary } from "../tools/paths.mjs";

const { values: wanted } = parseArgs({
  options: {
    prove: { type: "boolean" },
    only: { type: "string" },
    seed: { type: "string" },
    path: { type: "string" },
  },
});
const { only, path } = wanted;
if (path !== undefined && (only === undefined || wanted.seed === undefined)) {
  throw new Error("--path is of one seed and one property: name them with --seed and --only");
}
const fresh = Number(wanted.seed ?? Math.floor(Math.random() * 2 ** 31));
const runs = wanted.prove ? 100_000 : 2_000;
const fc = requireLibrary("fast-check");
const entry = join(packageDir, "dist", "index.js");
const countersign = await import(pathToFileURL(entry).href);

const started = performance.now();
const checks = new Checks();
const group = properties(fc, { runs, fresh, only, path });
const count = Object.keys(group.tests).length;
if (count === 0) throw new Error(`no property is called ${JSON.stringify(only)}`);
await runGroup("properties", group, countersign, checks);
for (const line of checks.disagreements) console.log(`FAILED ${line}`);
const seconds = ((performance.now() - started) / 1000).toFixed(0);
const cases =
  path === undefined ? `${runs} cases each from a fixed seed and from seed ${fresh}` : `case ${path} of seed ${fresh}`;
const measured = `${count} properties, ${cases}, ${seconds} s`;
const failed = checks.disagreements.length;
console.log(JSON.stringify({ passed: checks.checks - failed, failed, measured }));
process.exitCode = failed > 0 || checks.checks === 0 ? 1 : 0;
