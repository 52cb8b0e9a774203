// Worker: holds the corpus and runs it, so that the page never waits. It is started by the run's own button, and what
// it sees is public.

import { tickOfClock } from "../ui/clock.ts";
import type { Judge, Order, Outcome, Part, Report } from "./messages.ts";

/** How long a slice runs before the page hears of it, in ms. */
const SLICE = 50;

const judges: Record<Part, () => Promise<Judge>> = {
  vectors: () => import("./vectors.ts"),
  broken: () => import("./broken.ts"),
};

let loaded: readonly { judge: Judge; within: number }[] = [];
let stopped = false;

addEventListener("message", ({ data }: MessageEvent<Order>) => {
  if (data.order === "stop") stopped = true;
  else if (data.order === "open") open(data.at);
  else run(data.parts).catch((error) => say({ report: "failed", sentence: `${error}` }));
});

async function run(parts: readonly Part[]): Promise<void> {
  stopped = false;
  const chosen = await Promise.all(parts.map((part) => judges[part]()));
  loaded = chosen.flatMap((judge) => judge.rows.map((_, within) => ({ judge, within })));
  say({ report: "rows", rows: chosen.flatMap(({ rows }) => rows), tick: tickOfClock() });
  const start = performance.now();
  const millis = () => performance.now() - start;
  for (let at = 0; at < loaded.length && !stopped; ) {
    const outcomes = slice(at);
    at += outcomes.length;
    say({ report: "outcomes", outcomes, millis: millis() });
    await turn();
  }
  say({ report: "done", stopped, millis: millis() });
}

function slice(from: number): Outcome[] {
  const outcomes: Outcome[] = [];
  const end = performance.now() + SLICE;
  for (let at = from; at < loaded.length && performance.now() < end; at += 1) outcomes.push(timed(at));
  return outcomes;
}

function timed(at: number): Outcome {
  const { judge, within } = loaded[at]!;
  const start = performance.now();
  const judged = judge.judge(within);
  return { at, ...judged, micros: (performance.now() - start) * 1000 };
}

function open(at: number): void {
  const one = loaded[at];
  if (one) say({ report: "vector", vector: one.judge.rawVector(one.within) });
}

// A message to itself stands behind an order that has come meanwhile. A timer would wait for 4 ms each time.
const { port1, port2 } = new MessageChannel();

function turn(): Promise<void> {
  return new Promise((next) => {
    port1.onmessage = () => next();
    port2.postMessage(null);
  });
}

function say(report: Report): void {
  postMessage(report);
}
