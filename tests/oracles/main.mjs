#!/usr/bin/env node
// Oracles: what countersign says of a delivery, beside what others say. What is foreign in each: README.md.
//   node tests/oracles/main.mjs                     250,000 cases in one thread
//   node tests/oracles/main.mjs --prove             10,000,000 in two
//   node tests/oracles/main.mjs --write             and writes what was seen into README.md
//   node tests/oracles/main.mjs --oracle NAME --seed N --path P     one case again, as a failure names it
//   --cases N                                       another number of cases
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { known } from "./known.mjs";
import { isFresh, writeReadme } from "./readme.mjs";
import { shares } from "./shares.mjs";

const FIXED = 20;
/** Cases of one job: small enough for both threads to end together. */
const JOB = 25_000;

const { values: wanted } = parseArgs({
  options: {
    prove: { type: "boolean" },
    write: { type: "boolean" },
    oracle: { type: "string" },
    seed: { type: "string" },
    path: { type: "string" },
    cases: { type: "string" },
  },
});
const fresh = Number(wanted.seed ?? randomInt(2 ** 31));
const cases = Number(wanted.cases ?? (wanted.prove ? 10_000_000 : 250_000));

const started = performance.now();
console.log(`fixed seed ${FIXED}, fresh seed ${fresh}`);
const outcomes = await run(wanted.path ? [{ name: wanted.oracle, seed: fresh, path: wanted.path, runs: 1 }] : jobs());
close(outcomes, (performance.now() - started) / 1000);

// Of every five jobs of an oracle, four use the fixed seed, so that a failure does not depend on the day. One uses a
// fresh seed, so that every run looks where no other has looked.
function jobs() {
  const names = Object.keys(shares).filter((name) => !wanted.oracle || name === wanted.oracle);
  const whole = names.reduce((sum, name) => sum + shares[name], 0);
  return names.flatMap((name) => {
    const runs = Math.ceil((cases * shares[name]) / whole);
    const count = Math.max(5, Math.ceil(runs / JOB));
    const seedOf = (at) => (at % 5 === 4 ? fresh : FIXED) + at;
    return Array.from({ length: count }, (_, at) => ({ name, seed: seedOf(at), runs: Math.ceil(runs / count) }));
  });
}

async function run(queue) {
  const outcomes = [];
  const step = Math.ceil(queue.length / 10);
  const work = async () => {
    const worker = new Worker(new URL("./ask.mjs", import.meta.url));
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      outcomes.push(await answer(worker, job));
      if (queue.length > 0 && queue.length % step === 0) console.log(`${queue.length} jobs to go`);
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: wanted.prove ? 2 : 1 }, work));
  return outcomes;
}

function answer(worker, job) {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (outcome) => {
      worker.off("error", reject);
      resolve(outcome);
    });
    worker.postMessage(job);
  });
}

function close(outcomes, seconds) {
  const seen = summary(outcomes);
  for (const { name, runs, verified, known: excused } of seen.oracles) {
    const counts = `${inWords(verified)} accepted by both, ${inWords(excused)} in known rows`;
    console.log(`${name.padEnd(17)} ${inWords(runs).padStart(10)} cases, ${counts}`);
  }
  const failures = [...outcomes.flatMap(({ failure }) => failure ?? []), ...staleRows(seen), ...staleReadme(seen)];
  for (const failure of failures) console.log(`\nFAILED ${failure}`);
  if (wanted.write) writeReadme(seen);
  const total = outcomes.reduce((sum, { runs }) => sum + runs, 0);
  const asked = `${inWords(total)} cases, ${seen.oracles.length} oracles, ${known.length} known rows`;
  const measured = `${asked}, ${failures.length} others, ${seconds.toFixed(0)} s, fresh seed ${fresh}`;
  console.log(JSON.stringify({ passed: total - failures.length, failed: failures.length, measured }));
  process.exitCode = failures.length > 0 || total === 0 ? 1 : 0;
}

/** What was seen, by oracle and by row. */
function summary(outcomes) {
  const sum = (list, of) => list.reduce((total, each) => total + of(each), 0);
  const oracles = [...new Set(outcomes.map(({ name }) => name))].map((name) => {
    const mine = outcomes.filter((outcome) => outcome.name === name);
    const met = (row) => sum(mine, (outcome) => outcome.met[row] ?? 0);
    const rows = Object.fromEntries(known.map((row) => [row.name, met(row.name)]));
    return {
      name,
      library: mine[0].library,
      runs: sum(mine, ({ runs }) => runs),
      verified: sum(mine, ({ verified }) => verified),
      rows,
      known: sum(Object.values(rows), Number),
    };
  });
  return { oracles, rows: known.map((row) => ({ ...row, met: sum(oracles, ({ rows }) => rows[row.name]) })) };
}

// A row names its oracles, and must be met for each of them.
function staleRows({ oracles }) {
  if (wanted.oracle) return [];
  const isMet = (row, name) => oracles.find((oracle) => oracle.name === name)?.rows[row.name] > 0;
  return known.flatMap((row) => {
    if (row.oracles === "all") return oracles.some(({ name }) => isMet(row, name)) ? [] : [`no case met: ${row.name}`];
    return row.oracles.filter((name) => !isMet(row, name)).map((name) => `no case met, for ${name}: ${row.name}`);
  });
}

function staleReadme({ oracles }) {
  return wanted.write || wanted.oracle || isFresh(oracles)
    ? []
    : ["README.md tells other versions or rows than there are: node tests/oracles/main.mjs --write"];
}

function inWords(number) {
  return number.toLocaleString("en-US");
}
