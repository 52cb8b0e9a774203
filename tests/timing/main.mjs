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

/** Controls stop at the first wrong byte. `told` claims nothing: that a signature is right is not a secret. */
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
  ["told", "wasm", "finish", "first", "right"],
  ["claim", "wasm", "check", "first", "last"],
  ["claim", "wasm", "check", "first-key", "last-key"],
  ["claim", "wasm", "check", "first-place", "last-place"],
  ["told", "wasm", "check", "first", "right"],
];

const results = [];
buildNative();
if (isLong) for (const experiment of experiments) results.push(measure(experiment));
else results.push(...judgeStatistics(), ...judgeRounds(), ...experiments.map(tryOut));

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

function measure(experiment) {
  const [kind, ...words] = experiment;
  const { holds, signs } = runRounds(kind, () => sample(experiment, randomInt(2 ** 32)));
  const name = [kind.padEnd(7), ...words.map((word, at) => word.padEnd([6, 13, 11, 11][at]))].join(" ");
  console.log(`${name} ${holds ? "" : "FAILED "}${signs.map(inWords).join("; ")}`);
  return { name, kind, holds, sizes: sizesOf(signs) };
}

/** The last round counts; the others are reported, too. */
function runRounds(kind, takeSamples) {
  const signs = [];
  let holds = false;
  while (!holds && signs.length < ROUNDS) {
    const samples = takeSamples();
    const sign = { ...strongestSign(samples), difference: differenceOfMedians(samples) };
    signs.push(sign);
    holds = kind === "told" || (kind === "claim" ? Math.abs(sign.t) < BOUND : Math.abs(sign.t) > PLAIN);
  }
  return { holds, signs };
}

function sizesOf(signs) {
  return signs.map(({ t }) => Math.abs(t));
}

function inWords({ t, order, size, difference }) {
  return `|t| ${Math.abs(t).toFixed(2)} (order ${order}, of ${size} samples; medians ${difference} ns apart)`;
}

/** Both programs check every verdict that they time: a few are enough to see that they are the ones meant. */
function tryOut(experiment) {
  return { name: experiment.join(" "), holds: sample(experiment, 1).length === SAMPLES };
}

/** Made-up samples, half of them of either class, with a long tail. */
function drawFrom(seed) {
  const random = randomFrom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const tail = () => (random() < 0.01 ? 1e6 * random() : 0);
  return (later, wider) =>
    Uint32Array.from({ length: 100_000 }, (_, at) => {
      const isOther = at & 1;
      const time = 1000 + later * isOther + (30 + wider * isOther) * normal();
      return (isOther ? 2 ** 31 : 0) + Math.round(time + tail());
    });
}

/** The judge itself, on samples whose truth is known. */
function judgeStatistics() {
  const draw = drawFrom(1);
  const same = strongestSign(draw(0, 0));
  const later = strongestSign(draw(2, 0));
  const wider = strongestSign(draw(0, 2));
  return [
    { name: `classes that are alike: ${inSigns(same)}`, holds: Math.abs(same.t) < BOUND },
    { name: `a later class, behind a long tail: ${inSigns(later)}`, holds: later.t > PLAIN && later.order === 1 },
    { name: `a class that spreads wider: ${inSigns(wider)}`, holds: wider.t > PLAIN && wider.order === 2 },
  ];
}

/** The rounds, on the same: a claim that passes late says so, and one that leaks in every round fails. */
function judgeRounds() {
  const draw = drawFrom(1);
  const [same, later] = [draw(0, 0), draw(2, 0)];
  const run = (kind, ...rounds) => ({ kind, ...runRounds(kind, () => rounds.shift()) });
  const [once, late, never] = [run("claim", same), run("claim", later, same), run("claim", later, later, later)];
  const [told, control] = [run("told", later), run("control", same, later)];
  const runs = [once, late, never, told, control];
  const outcomes = runs.map(({ holds, signs }) => `${signs.length}${holds ? "" : " failed"}`).join(", ");
  const [small, large] = sizesOf([strongestSign(same), strongestSign(later)]).map((size) => size.toFixed(2));
  const phraseOf = (...some) => inOnePhrase(some.map(({ kind, signs }) => ({ kind, sizes: sizesOf(signs) })));
  const [smooth, rough] = [phraseOf(once, told, control), phraseOf(late, once, told, control)];
  const start = `|t| at most ${small} in the round that counts (bound ${BOUND});`;
  return [
    { name: `rounds that were needed: ${outcomes}`, holds: outcomes === "1, 2, 3 failed, 1, 2" },
    { name: `a phrase where none was repeated: ${smooth}`, holds: smooth.includes(`${start} none repeated;`) },
    {
      name: `a phrase where one was repeated: ${rough}`,
      holds: rough.includes(`${start} 1 repeated, at most ${large} then;`),
    },
    { name: `a phrase that tells of right against wrong: ${smooth}`, holds: smooth.endsWith(`anyway: up to ${large}`) },
  ];
}

function inSigns({ t, order }) {
  return `t = ${t.toFixed(2)}, of order ${order}`;
}

function measured() {
  if (!isLong) return `${results.length} tries of the instrument; times are measured by --prove alone`;
  return inOnePhrase(results);
}

/** What was measured, with the rounds that did not count. */
function inOnePhrase(all) {
  const of = (kind) => all.filter((result) => result.kind === kind).map(({ sizes }) => sizes);
  const [claims, controls, told] = ["claim", "control", "told"].map(of);
  const counted = (those) => those.map((sizes) => sizes.at(-1));
  const repeated = claims.filter((sizes) => sizes.length > 1);
  const most = (sizes) => Math.max(...sizes).toFixed(2);
  const repeats =
    repeated.length > 0 ? `${repeated.length} repeated, at most ${most(repeated.flat())} then` : "none repeated";
  return (
    `${claims.length} claims, ${SAMPLES.toLocaleString("en-GB")} samples each: |t| at most ${most(counted(claims))} ` +
    `in the round that counts (bound ${BOUND}); ${repeats}; ${controls.length} controls that leak: |t| at least ` +
    `${Math.min(...counted(controls)).toFixed(0)}; right against wrong, which the reply tells anyway: ` +
    `up to ${most(counted(told))}`
  );
}
