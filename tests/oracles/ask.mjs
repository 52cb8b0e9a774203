// Ask: a run of cases against one oracle, in a thread of its own. Date is stopped here, and nowhere else.
import { parentPort } from "node:worker_threads";
import "./clock.mjs";
import { casesOf } from "./cases.mjs";
import { judge } from "./judge.mjs";
import { rowOf } from "./known.mjs";
import { fc } from "./libraries.mjs";
import { oracles } from "./oracles.mjs";

parentPort.on("message", async (job) => parentPort.postMessage(await ask(job)));

/**
 * Puts `runs` cases to an oracle.
 *
 * @param job.path - repeats one case of a seed, as a failure names it
 * @returns how many cases there were, how many both accepted, how often each known row was met, and the first case,
 *   shrunk, that no row covers
 */
async function ask({ name, seed, runs, path }) {
  const oracle = oracles[name];
  const outcome = { name, library: oracle.library, seed, runs, verified: 0, met: {} };
  const property = fc.asyncProperty(casesOf(oracle), async (drawn) => {
    const delivery = await judge(oracle, drawn);
    if (agrees(delivery)) outcome.verified += delivery.theirs === "accept" ? 1 : 0;
    else excuse(name, delivery, outcome.met);
  });
  const found = await fc.check(property, { seed, numRuns: runs, ...(path && { path }) });
  return found.failed ? { ...outcome, failure: tell(name, found) } : outcome;
}

const agrees = ({ ours, theirs }) => (ours === "verified") === (theirs === "accept");

function excuse(name, delivery, met) {
  const row = rowOf(name, delivery);
  if (row) {
    met[row.name] = (met[row.name] ?? 0) + 1;
    return;
  }
  const { ours, theirs, error, secret, previous, headers, raw, now } = delivery;
  const body = typeof raw === "string" ? raw : { hex: raw.toString("hex") };
  const shown = JSON.stringify({ secret, previous, headers, body, now });
  throw new Error(`they ${theirs}${error ? ` (${error})` : ""}, we say ${ours}\n  delivery: ${shown}`);
}

function tell(name, { errorInstance, counterexample, counterexamplePath, seed }) {
  return [
    `${name}: ${errorInstance?.message ?? errorInstance}`,
    `  case: ${fc.stringify(counterexample?.[0])}`,
    `  again: node tests/oracles/main.mjs --oracle ${name} --seed ${seed} --path ${counterexamplePath}`,
  ].join("\n");
}
