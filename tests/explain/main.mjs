// The corpus of broken deliveries against the built package, by each of its entries in this runtime.
//
//   node tests/explain/main.mjs      needs a build: pkg-template/build.mjs

import { strict as assert } from "node:assert";
import { createRequire } from "node:module";
import { join } from "node:path";
import { checked, explained, wordsOf } from "../portable/explain.mjs";
import { readBroken } from "../runtimes/corpus.mjs";
import { packageDir } from "../tools/paths.mjs";
import { checks } from "./api.mjs";
import { objections } from "./shape.mjs";
import { leftovers } from "./memory.mjs";

const dist = join(packageDir, "dist");
const require = createRequire(import.meta.url);
const core = await import(join(dist, "index.js"));
const entries = { esm: await import(join(dist, "explain.js")), cjs: require(join(dist, "explain.cjs")) };

const corpus = readBroken();

let passed = 0;
/** One of each kind: what was found, of which refusal. */
const explanations = new Map();
const failures = [];
for (const [entry, { explain }] of Object.entries(entries)) {
  for (const { scheme, vectors } of corpus) {
    for (const vector of vectors) {
      const problem = disagreement(explain, scheme, vector);
      if (problem === undefined) passed += 1;
      else failures.push(`${entry}: ${vector.id} ${vector.comment}: ${problem}`);
    }
  }
  check(entry, "no secret is left in the memory of the module", () => assert.deepEqual(leftovers(entries[entry]), []));
  for (const [name, test] of Object.entries(checks)) check(entry, name, () => test(entries[entry], core));
}
check("types", "explanations are as they are declared", () => assert.equal(objections([...explanations.values()]), ""));
for (const failure of failures) console.error(failure);
const all = corpus.flatMap(({ vectors }) => vectors);
const attacks = all.filter(({ finding }) => finding === null).length;
const counts = `${all.length - attacks} broken deliveries and ${attacks} attacks`;
const measured = `${counts}, by ${Object.keys(entries).join(" and ")}; ${passed} checks`;
console.log(JSON.stringify({ passed, failed: failures.length, measured }));
process.exitCode = failures.length === 0 ? 0 : 1;

function check(entry, name, test) {
  try {
    test();
    passed += 1;
  } catch (error) {
    failures.push(`${entry}: ${name}: ${error.message}`);
  }
}

function disagreement(explain, scheme, vector) {
  const explanation = explained({ ...core, explain }, scheme, vector);
  const { verdict, findings } = explanation;
  const got = findings[0]?.code ?? null;
  explanations.set(`${verdict.code} ${got}`, explanation);
  if (verdict.code !== vector.reason || got !== vector.finding)
    return `expected ${vector.reason} ${vector.finding}, got ${verdict.code} ${got}`;
  // The Rust core and the TypeScript beside it each put the sentence together.
  const [said, wanted] = [wordsOf(verdict), checked(core, scheme, vector)].map((words) => JSON.stringify(words));
  return said === wanted ? undefined : `expected the words of a Webhook, ${wanted}, got ${said}`;
}
