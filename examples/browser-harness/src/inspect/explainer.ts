// Explainer: loaded once, after the page, since it is larger than all the rest of it.

import type { Explanation } from "countersign/explain";
import type { Question } from "./explain-worker.ts";

interface Asked {
  readonly question: Question;
  resolve(explanation: Explanation): void;
  reject(problem: Error): void;
}

let worker: Promise<Worker> | null = null;
let running: Asked | null = null;
let next: Asked | null = null;

/** Explains, one question at a time; of those that wait only the last one is ever answered. */
export function explained(question: Question): Promise<Explanation> {
  return new Promise((resolve, reject) => {
    next = { question, resolve, reject };
    if (running === null) void ask();
  });
}

async function ask(): Promise<void> {
  [running, next] = [next, null];
  if (running === null) return;
  const { question, reject } = running;
  try {
    worker ??= start();
    (await worker).postMessage(question);
  } catch (problem) {
    worker = null;
    running = null;
    reject(problem as Error);
  }
}

// A worker from a file obeys the headers of that file, which a plain host does not send, and could connect.
// This one is made of text, so it obeys the policy of the page. Built as a string for that: the page fetches nothing.
async function start(): Promise<Worker> {
  await firstLoad;
  const { default: ExplainWorker } = await import("./explain-worker.ts?worker&inline");
  const started = new ExplainWorker();
  started.addEventListener("message", ({ data }: MessageEvent<Answer>) => answer(data));
  started.addEventListener("error", ({ message }) => {
    worker = null;
    answer({ problem: message || "it could not be loaded" });
  });
  return started;
}

type Answer = { readonly explanation: Explanation } | { readonly problem: string };

function answer(data: Answer): void {
  const asked = running;
  running = null;
  if ("explanation" in data) asked?.resolve(data.explanation);
  else asked?.reject(new Error(data.problem));
  void ask();
}

// The verdict needs none of it, so it competes with nothing that the verdict needs.
const firstLoad = new Promise<void>((resolve) => {
  if (document.readyState === "complete") resolve();
  else addEventListener("load", () => resolve(), { once: true });
});
