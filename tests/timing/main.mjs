#!/usr/bin/env node
// Constant time, measured: does the time of a refusal tell how much of a signature was right?
//   node tests/timing/main.mjs            the instrument alone: made-up samples, and a few real ones for their verdicts
//   node tests/timing/main.mjs --prove    a million samples of each experiment, natively and in this engine's wasm
// A measurement cannot prove that there is no leak; it shows that one of this size would have been seen. So the same
// instrument measures controls that do leak, and must see them.
import { execFileSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { join } from "node:path";
import { target, tests } from "../tools/paths.mjs";
import { randomFrom } from "../tools/random.mjs";
import { BOUND, differenceOfMedians, strongestSign } from "./statistics.mjs";

const isLong = process.argv.includes("--prove");
const SAMPLES = isLong ? 1_000_000 : 200;
/** A leak is there in every round; what the machine does beside is not. */
const ROUNDS = 3;
/** What a control must reach. */
const PLAIN = 10;

const here = join(tests, "timing");
const cargoTarget = process.env.CARGO_TARGET_DIR ?? join(target, "timing");

/** Controls stop at the first wrong byte. Of `told` nothing is claimed: that a signature is right is no secret. */
const experiments = [
  ["control", "native", "early-compare", "first", "last"],
  ["control", "native", "early-verify", "first", "last"],
  ["claim", "native", "compare", "first", "last"],
  ["claim", "native", "compare", "first", "right"],
  ["claim", "native", "compare", "last", "right"],
  ["claim", "native", "finish", "first", "last"],
  ["claim", "native", "finish", "first-key", "last-key"],
  ["claim", "native", "finish", "first-place", "last-place"],
  ["claim", "native", "verify", "first", "last"],
  ["claim", "native", "verify", "first-key", "last-key"],
  ["claim", "native", "verify", "first-place", "last-place"],
  ["told", "native", "verify", "first", "right"],
  ["control", "wasm", "early-compare", "first", "last"],
  ["control", "wasm", "early-check", "first", "last"],
  ["claim", "wasm", "finish", "first", "last"],
  ["claim", "wasm", "finish", "first-key", "last-key"],
  ["claim", "wasm", "finish", "first-place", "last-place"],
  ["claim", "wasm", "check", "first", "last"],
  ["claim", "wasm", "check", "first-key", "last-key"],
  ["claim", "wasm", "check", "first-place", "last-place"],
  ["told", "wasm", "check", "first", "right"],
];

const results = [];
buildNative();
if (isLong) for (const experiment of experiments) results.push(runRounds(experiment));
else results.push(...judgeStatistics(), ...experiments.map(tryOut));

const failed = results.filter(({ holds }) => !holds);
for (const { name } of failed) console.error(`FAILED ${name}`);
console.log(JSON.stringify({ passed: results.length - failed.length, failed: failed.length, measured: measured() }));
process.exitCode = failed.length === 0 && results.length > 0 ? 0 : 1;

// With optimisation only where time is measured.
function buildNative() {
  const args = ["build", "--quiet", "--locked", "--target-dir", cargoTarget, ...(isLong ? ["--release"] : [])];
  execFileSync("cargo", args, { cwd: here, stdio: ["ignore", "inherit", "inherit"] });
}

function sample([, where, work, one, other], seed) {
  const native = join(cargoTarget, isLong ? "release" : "debug", "timing");
  const [program, script] = where === "native" ? [native, []] : [process.execPath, [join(here, "wasm.mjs")]];
  const args = [...script, work, one, other, SAMPLES, seed].map(String);
  const bytes = execFileSync(program, args, { maxBuffer: 8 * SAMPLES + 1024, stdio: ["ignore", "pipe", "inherit"] });
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}

function runRounds(experiment) {
  const [kind, ...words] = experiment;
  const signs = [];
  let holds = false;
  while (!holds && signs.length < ROUNDS) {
    const samples = sample(experiment, randomInt(2 ** 32));
    const sign = { ...strongestSign(samples), difference: differenceOfMedians(samples) };
    signs.push(sign);
    holds = kind === "told" || (kind === "claim" ? Math.abs(sign.t) < BOUND : Math.abs(sign.t) > PLAIN);
  }
  const name = [kind.padEnd(7), ...words.map((word, at) => word.padEnd([6, 13, 11, 11][at]))].join(" ");
  console.log(`${name} ${holds ? "" : "FAILED "}${signs.map(inWords).join("; ")}`);
  return { name, kind, holds, strength: Math.abs(signs.at(-1).t) };
}

function inWords({ t, order, size, difference }) {
  return `|t| ${Math.abs(t).toFixed(2)} (order ${order}, of ${size} samples; medians ${difference} ns apart)`;
}

/** Both programs check every verdict that they time: a few are enough to see that they are the ones meant. */
function tryOut(experiment) {
  return { name: experiment.join(" "), holds: sample(experiment, 1).length === SAMPLES };
}

/** The judge itself, on samples whose truth is known. */
function judgeStatistics() {
  const random = randomFrom(1);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const tail = () => (random() < 0.01 ? 1e6 * random() : 0);
  const draw = (time) =>
    Uint32Array.from({ length: 100_000 }, (_, at) => (at & 1 ? 2 ** 31 : 0) + Math.round(time(at & 1) + tail()));
  const t = (time) => strongestSign(draw(time));
  const same = t(() => 1000 + 30 * normal());
  const later = t((isOther) => 1000 + 2 * isOther + 30 * normal());
  const wider = t((isOther) => 1000 + (30 + 2 * isOther) * normal());
  return [
    { name: `classes that are alike: ${inSigns(same)}`, holds: Math.abs(same.t) < BOUND },
    { name: `a later class, behind a long tail: ${inSigns(later)}`, holds: later.t > PLAIN && later.order === 1 },
    { name: `a class that spreads wider: ${inSigns(wider)}`, holds: wider.t > PLAIN && wider.order === 2 },
  ];
}

function inSigns({ t, order }) {
  return `t = ${t.toFixed(2)}, of order ${order}`;
}

function measured() {
  if (!isLong) return `${results.length} tries of the instrument; times are measured by --prove alone`;
  const of = (kind) => results.filter((result) => result.kind === kind).map(({ strength }) => strength);
  const [weakest, strongest] = [Math.min(...of("control")), Math.max(...of("claim"))];
  return (
    `${of("claim").length} claims, ${SAMPLES.toLocaleString("en-GB")} samples each: |t| at most ` +
    `${strongest.toFixed(2)} (bound ${BOUND}); ${of("control").length} controls that leak: |t| at least ${weakest.toFixed(0)}`
  );
}
