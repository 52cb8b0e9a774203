// Worker: measures where no drawing disturbs, and never makes the page wait.

import { tickOfClock } from "../ui/clock.ts";
import { type Contest, contestOf } from "./contest.ts";
import { batchMillis, measurePair } from "./measure.ts";
import { type Algorithm, type Report, ROUNDS, sizes } from "./messages.ts";

addEventListener("message", ({ data: algorithm }: MessageEvent<Algorithm>) => {
  measure(algorithm).catch((error) => say({ report: "failed", sentence: `${error}` }));
});

async function measure(algorithm: Algorithm): Promise<void> {
  const tick = tickOfClock();
  const batch = batchMillis(tick);
  say({ report: "clock", tick, batch, hasWebCrypto: globalThis.crypto?.subtle !== undefined });
  const contests: Contest[] = [];
  for (const size of sizes) contests.push(await contestOf(algorithm, size));
  for (const each of contests) await measurePair(each, batch, true);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [size, each] of contests.entries()) {
      say({ report: "pair", size, pair: await measurePair(each, batch, round % 2 === 0) });
    }
  }
  say({ report: "done" });
}

function say(report: Report): void {
  postMessage(report);
}
