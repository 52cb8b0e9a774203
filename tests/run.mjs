#!/usr/bin/env node
// make test: everything, in the order in which a fault is told soonest. Ends with the line `N passed, M failed`.
//   node tests/run.mjs                     all steps
//   COUNTERSIGN_ROWS=all node tests/run.mjs matrix    also the rows of `make prove`
//   node tests/run.mjs NAME...             these steps, or these rows of the matrix, against a fresh build
import { rows } from "./runtimes/rows.mjs";
import { HEADINGS, examples, matrix, promises } from "./steps/apps.mjs";
import { harness } from "./steps/harness.mjs";
import { idempotency } from "./steps/idempotency.mjs";
import { build, generated, lint, provider, types } from "./steps/package.mjs";
import { proof } from "./steps/proof.mjs";
import { rust } from "./steps/rust.mjs";
import { style } from "./steps/style.mjs";
import { tools } from "./steps/tools.mjs";
import { wasm } from "./steps/wasm.mjs";
import { Tally, say, table } from "./tools/report.mjs";

const steps = {
  tools,
  style,
  rust,
  build,
  generated,
  wasm,
  lint,
  promises,
  types,
  provider,
  idempotency,
  proof,
  matrix: () => matrix(chosenRows()),
  examples,
  harness,
};

/** Steps that need the packed tarball. */
const ON_TARBALL = ["lint", "promises", "types", "provider", "idempotency", "proof", "matrix", "examples", "harness"];
/** Without these nothing after them means anything. */
const ESSENTIAL = ["tools", "build"];

const wanted = process.argv.slice(2);
const names = [...Object.keys(steps), ...rows.map(({ name }) => name)];
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`no such step or row: ${unknown.join(", ")}\nknown: ${names.join(" ")}`);
  process.exit(2);
}

const minutes = [];
const tally = new Tally(process.env.COUNTERSIGN_DEMAND_ALL === "1");
for (const [name, step] of Object.entries(steps)) {
  if (!isChosen(name)) continue;
  say(name);
  const before = tally.failed;
  const started = performance.now();
  try {
    for await (const result of step()) tally.add(result);
  } catch (error) {
    tally.add({ name, passed: 0, failed: 1, detail: error.stack });
  }
  minutes.push([name, ((performance.now() - started) / 60_000).toFixed(1).padStart("minutes".length)]);
  if (ESSENTIAL.includes(name) && tally.failed > before) break;
}
tally.showTable(HEADINGS);
table(["step", "minutes"], minutes);
process.exitCode = tally.close() ? 0 : 1;

function chosenRows() {
  const some = rows.filter(({ name }) => wanted.includes(name));
  if (some.length > 0) return some;
  return rows.filter(({ prove }) => !prove || process.env.COUNTERSIGN_ROWS === "all");
}

function isChosen(step) {
  if (wanted.length === 0 || step === "tools") return true;
  if (step === "build") return ON_TARBALL.some((later) => isChosen(later)) || wanted.includes(step);
  return wanted.includes(step) || (step === "matrix" && rows.some(({ name }) => wanted.includes(name)));
}
