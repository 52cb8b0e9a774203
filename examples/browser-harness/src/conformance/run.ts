// Run: the state of the conformance tab, and its talk with the worker. It outlives the tab: one may look elsewhere
// while the corpus runs.

import { computed, signal } from "@preact/signals";
import { fill } from "./fill.ts";
import type { Order, Outcome, Part, Report, Row } from "./messages.ts";
import { openTab } from "../address.ts";

type Phase = "ready" | "loading" | "running" | "done" | "stopped" | "failed";

export const phase = signal<Phase>("ready");
export const rows = signal<readonly Row[]>([]);
/** What came out, by the index of the row. */
export const outcomes = signal<readonly Outcome[]>([]);
export const millis = signal(0);
/** How finely this browser's clock ticks, in ms. */
export const tick = signal(0);
export const failure = signal("");

export const isBusy = computed(() => phase.value === "loading" || phase.value === "running");
/** The outcomes that are not what the corpus says. */
export const wrong = computed(() => outcomes.value.filter(({ disagreements }) => disagreements.length > 0));
export const checks = computed(() => outcomes.value.reduce((sum, outcome) => sum + outcome.checks, 0));
export const perSecond = computed(() => (millis.value > 0 ? (1000 * outcomes.value.length) / millis.value : 0));

let worker: Worker | undefined;

/** Runs these parts of the corpus from the beginning. */
export function start(parts: readonly Part[]): void {
  phase.value = "loading";
  [rows.value, outcomes.value, millis.value] = [[], [], 0];
  worker ??= hired();
  order({ order: "run", parts });
}

export function stop(): void {
  order({ order: "stop" });
}

/** Opens the vector of a row in the inspect tab. */
export function open(at: number): void {
  order({ order: "open", at });
}

function order(what: Order): void {
  worker?.postMessage(what);
}

function hired(): Worker {
  const hired = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  hired.onmessage = ({ data }: MessageEvent<Report>) => hear(data);
  hired.onerror = ({ message }) => hear({ report: "failed", sentence: message || "its worker could not be loaded" });
  return hired;
}

function hear(report: Report): void {
  switch (report.report) {
    case "rows":
      [rows.value, tick.value, phase.value] = [report.rows, report.tick, "running"];
      break;
    case "outcomes":
      [outcomes.value, millis.value] = [outcomes.value.concat(report.outcomes), report.millis];
      break;
    case "done":
      [millis.value, phase.value] = [report.millis, report.stopped ? "stopped" : "done"];
      break;
    case "vector":
      fill(report.vector);
      openTab("inspect");
      break;
    case "failed":
      [failure.value, phase.value] = [report.sentence, "failed"];
      worker?.terminate();
      worker = undefined;
  }
}
