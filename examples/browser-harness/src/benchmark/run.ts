// Run: the state of the benchmark tab, and its talk with the worker.

import { computed, signal } from "@preact/signals";
import { type Algorithm, type Pair, type Report, ROUNDS, sizes } from "./messages.ts";
import { measured } from "./statistics.ts";

type Phase = "ready" | "warming" | "running" | "done" | "stopped" | "failed";

export const phase = signal<Phase>("ready");
/** The algorithm that was, or is being, measured. */
export const algorithm = signal<Algorithm>("hmac-sha256");
export const clock = signal<{ readonly tick: number; readonly batch: number; readonly hasWebCrypto: boolean } | null>(
  null,
);
export const failure = signal("");
const pairs = signal<readonly (readonly Pair[])[]>(sizes.map(() => []));

export const isBusy = computed(() => phase.value === "warming" || phase.value === "running");
export const lines = computed(() => measured(pairs.value));
/** How much of the run is over, from 0 to 1. */
export const done = computed(() => pairs.value.reduce((sum, { length }) => sum + length, 0) / (ROUNDS * sizes.length));

let worker: Worker | undefined;

/** Measures from the beginning, in a worker of its own: what an earlier run has warmed up helps nobody. */
export function start(): void {
  [phase.value, clock.value, pairs.value] = ["warming", null, sizes.map(() => [])];
  worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<Report>) => hear(data);
  worker.onerror = ({ message }) => hear({ report: "failed", sentence: message || "its worker could not be loaded" });
  worker.postMessage(algorithm.value);
}

export function stop(): void {
  end("stopped");
}

/** Chooses another algorithm; what was measured of the last one goes. */
export function choose(chosen: Algorithm): void {
  [algorithm.value, phase.value, clock.value, pairs.value] = [chosen, "ready", null, sizes.map(() => [])];
}

function end(how: Phase): void {
  worker?.terminate();
  [worker, phase.value] = [undefined, how];
}

function hear(report: Report): void {
  switch (report.report) {
    case "clock":
      clock.value = report;
      break;
    case "pair":
      pairs.value = pairs.value.map((all, size) => (size === report.size ? [...all, report.pair] : all));
      phase.value = "running";
      break;
    case "done":
      end("done");
      break;
    case "failed":
      failure.value = report.sentence;
      end("failed");
  }
}
