// Measure: batches that are long enough for the clock, and the two sides in turns, so that whatever slows the machine
// down for a moment slows both.

import type { Contest } from "./contest.ts";
import type { Pair } from "./messages.ts";

/** How long a batch must last, in ms, so that a tick of the clock is 5 % of it at most. */
export const batchMillis = (tick: number): number => Math.max(5, 20 * tick);

/** Measures one batch of each, in µs for one call; who is first changes from round to round. */
export async function measurePair({ ours, theirs }: Contest, batch: number, oursFirst: boolean): Promise<Pair> {
  if (theirs === null) return { ours: await perCall(ours, batch), theirs: null };
  const first = oursFirst ? await perCall(ours, batch) : null;
  const theirMicros = await perCall(theirs, batch);
  return { ours: first ?? (await perCall(ours, batch)), theirs: theirMicros };
}

// Each stretch is twice as long as the last one: the clock is read a few times only, and nothing is known beforehand.
async function perCall(call: () => void | Promise<void>, batch: number): Promise<number> {
  const start = performance.now();
  let [calls, elapsed] = [0, 0];
  for (let stretch = 1; elapsed < batch; stretch *= 2) {
    await repeat(call, stretch);
    calls += stretch;
    elapsed = performance.now() - start;
  }
  return (elapsed * 1000) / calls;
}

// A call that answers at once is not awaited: the turn of the queue is a price that only promises have.
async function repeat(call: () => void | Promise<void>, times: number): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    const answer = call();
    if (answer) await answer;
  }
}
