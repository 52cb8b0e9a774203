// Table: rounds of loads -> the Markdown of the documents. Machines are noisy, so every figure is a median over rounds,
// and servers are compared within each round before the median is taken.
import { availableParallelism, cpus, loadavg } from "node:os";
import { requireLibrary } from "../tools/paths.mjs";
import { Counts } from "./sum.mjs";
import { BODY_BYTES } from "./traffic.mjs";

const NAMES = {
  none: "no verification",
  snippet: "the provider's own snippet",
  countersign: "`receive(webhook, handler)`",
  memory: "… with `memory()`",
  redis: "… with `redis(client)`",
};

/** What stands in each column, of one kind of server; all but the last two are medians. */
const COLUMNS = {
  "requests/s": ({ busy }) => inWords(busy("perSecond")),
  "of the first": ({ share }) => `${Math.round(100 * share)} %`,
  p50: ({ busy }) => `${busy("p50Ms").toFixed(2)} ms`,
  p99: ({ busy }) => `${busy("p99Ms").toFixed(2)} ms`,
  "CPU each": ({ busy }) => `${inWords(busy("cpuUs"))} µs`,
  "p50, steady": ({ steady }) => `${steady("p50Ms").toFixed(2)} ms`,
  "p99, steady": ({ steady }) => `${steady("p99Ms").toFixed(2)} ms`,
  "attacks accepted": ({ counts }) => `${inWords(counts.of("attacks accepted"))} of ${inWords(counts.of("attacks"))}`,
  "events run again": ({ counts }) => inWords(counts.of("run again")),
};

/**
 * @param figures.kinds - of servers
 * @param figures.busy - rounds of the closed loop, with so many `connections`: in each, what was measured by kind
 * @param figures.steady - rounds of the open one, at `perSecond`
 */
export function tableOf(figures) {
  const { kinds, busy, steady, perSecond, connections } = figures;
  const sender = Math.round(median(busy, (round) => round.none.senderCpuUs));
  const { version } = requireLibrary("express/package.json");
  return [
    `${cpus()[0].model.trim()}, ${availableParallelism()} cores for sender, server and Redis, ` +
      `load average ${loadavg()[0].toFixed(1)} at the end; Node ${process.versions.node}, Express ${version}; ` +
      `bodies of ${BODY_BYTES} bytes. Busy: ${connections} connections, ${busy.length} rounds; the sender itself ` +
      `takes ${sender} µs of CPU for each. Steady: ${inWords(perSecond)} requests/s, ${steady.length} rounds.`,
    "",
    inCells(["server", ...Object.keys(COLUMNS)]),
    inCells(["---", ...Object.keys(COLUMNS).map(() => "--:")]),
    ...kinds.map((kind) =>
      inCells([NAMES[kind], ...Object.values(COLUMNS).map((cell) => cell(partOf(kind, figures)))]),
    ),
  ].join("\n");
}

/** What is promised of the last one, in figures. */
export function inOnePhrase(figures) {
  const kind = figures.kinds.at(-1);
  const { busy, steady, share } = partOf(kind, figures);
  return (
    `${inWords(busy("perSecond"))} requests/s, ${Math.round(100 * share)} % of those without verification; ` +
    `at ${figures.perSecond}/s p50 ${steady("p50Ms").toFixed(2)} ms, p99 ${steady("p99Ms").toFixed(2)} ms`
  );
}

function partOf(kind, { busy, steady }) {
  return {
    busy: (what) => median(busy, (round) => round[kind][what]),
    steady: (what) => median(steady, (round) => round[kind][what]),
    share: median(busy, (round) => round[kind].perSecond / round.none.perSecond),
    counts: [...busy, ...steady].reduce((sum, round) => sum.addAll(round[kind].judged.counts), new Counts()),
  };
}

/** The median of what `pick` takes from each. */
export function median(all, pick) {
  const sorted = all.map(pick).toSorted((one, other) => one - other);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

const inWords = (number) => Math.round(number).toLocaleString("en");
const inCells = (cells) => `| ${cells.join(" | ")} |`;
