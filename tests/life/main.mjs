#!/usr/bin/env node
// Memory and life: what the built package holds after much traffic, many Webhooks and the end of each.
//   node tests/life/main.mjs            300,000 verifications, in a quarter of a minute
//   node tests/life/main.mjs --prove    10,000,000 mixed ones, and 1,000,000 hostile ones
import { Checks, Test } from "../portable/checks.mjs";
import { closedAtWork, everySecret, refusedSecret } from "./secrets.mjs";
import { afterDispose, leftToTheCollector, manyAlive, oneAfterAnother, refusedAtConstruction } from "./slots.mjs";
import { hostileTraffic, mixedTraffic, openEndpoints } from "./traffic.mjs";
import { watchPackage } from "./watch.mjs";

const isLong = process.argv.includes("--prove");
const MIXED = isLong ? 10_000_000 : 300_000;
const HOSTILE = isLong ? 1_000_000 : 50_000;
const CYCLES = isLong ? 200_000 : 20_000;
const ALIVE = 10_000;

const watched = await watchPackage();
const checks = new Checks();
const figures = {};
const say = isLong ? console.log : () => {};

const tests = {
  "finds no trace of a secret": (test) => (figures.secrets = everySecret(watched, test)),
  "finds no prepared key of a Webhook that was closed at work": (test) => closedAtWork(watched, test),
  "finds no trace of a secret that was refused": (test) => refusedSecret(watched, test),
  "gives every method its code after dispose": (test) => afterDispose(watched, test),
  "gives back the slot of a constructor that throws": (test) => refusedAtConstruction(watched, 1000, test),
  "gives back the slot of a Webhook that nobody holds": (test) => leftToTheCollector(watched, 2000, test),
  "serves one Webhook after another in one place": (test) => oneAfterAnother(watched, CYCLES, test),
  "keeps many Webhooks alive, each with its own key": async (test) =>
    (figures.alive = await manyAlive(watched, ALIVE, test)),
  "judges mixed traffic rightly, and grows by nothing": (test) => traffic(test),
};

async function traffic(test) {
  const endpoints = openEndpoints(watched.countersign);
  figures.mixed = await mixedTraffic(watched, endpoints, MIXED, test, say);
  figures.hostile = hostileTraffic(watched, endpoints, HOSTILE, test);
}

for (const [sentence, body] of Object.entries(tests)) {
  const started = performance.now();
  const test = new Test(checks, sentence);
  await Promise.resolve(test)
    .then(body)
    .catch((error) => test.broke(error));
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${sentence}`);
}
for (const line of checks.disagreements.slice(0, 40)) console.error(line);
const failed = checks.disagreements.length;
const passed = checks.checks - failed;
console.log(JSON.stringify({ passed, failed, measured: measured() }));
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function measured() {
  const { alive, mixed, hostile, secrets } = figures;
  if (!alive || !mixed || !hostile || !secrets) return "not measured to the end";
  const { total, verified, memory, heapGrown } = mixed;
  const number = (count) => count.toLocaleString("en-GB");
  return [
    `${number(total)} verdicts right (${number(verified)} verified)`,
    `${number(memory)} bytes of linear memory from first to last, JS heap +${Math.round(heapGrown / 1024)} kB`,
    `${number(hostile)} hostile ones, then every genuine one accepted`,
    `${number(ALIVE)} Webhooks alive: ${Math.round(alive.memoryEach)} bytes each, and ${Math.round(alive.heapEach)} of JS`,
    `${secrets} secrets found nowhere`,
  ].join("; ");
}
