// Text: sizes and times as the page writes them, and the figures to be copied.

import type { Measured, Spread } from "./statistics.ts";

const significant = new Intl.NumberFormat("en", {
  minimumSignificantDigits: 3,
  maximumSignificantDigits: 3,
  useGrouping: false,
});

/** E.g. `64 B`, `16 KiB`, `4 MiB`. */
export function inBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 2 ** 20 ? `${bytes / 1024} KiB` : `${bytes / 2 ** 20} MiB`;
}

/** E.g. `3.42 µs`, `1.2 ms`. */
export function inTime(micros: number): string {
  return micros < 1000 ? `${significant.format(micros)} µs` : `${significant.format(micros / 1000)} ms`;
}

const plain = new Intl.NumberFormat("en", { maximumSignificantDigits: 2, useGrouping: false });

/** A round time in ms: `100 µs`, `5 ms`. */
export const inPlain = (millis: number): string =>
  millis < 1 ? `${plain.format(millis * 1000)} µs` : `${plain.format(millis)} ms`;

/** The middle half, in the unit that {@link inTime} gives its median. */
export function inRange({ low, median, high }: Spread): string {
  const unit = median < 1000 ? 1 : 1000;
  return [low, high].map((micros) => significant.format(micros / unit)).join("–");
}

export const inTimes = (ratio: number): string => `${significant.format(ratio)} ×`;

const HEADS = [
  "body bytes",
  "batches",
  ...sideHeads("countersign"),
  ...sideHeads("WebCrypto"),
  "WebCrypto / countersign",
];

function sideHeads(side: string): string[] {
  return [`${side} median µs`, `${side} 25 % µs`, `${side} 75 % µs`];
}

function cells({ bytes, times, ours, theirs, ratio }: Measured): string[] {
  return [`${bytes}`, `${times}`, ...spread(ours), ...spread(theirs), ratio === null ? "" : significant.format(ratio)];
}

const spread = (side: Spread | null): string[] =>
  side ? [side.median, side.low, side.high].map((micros) => micros.toFixed(2)) : ["", "", ""];

export function asCsv(lines: readonly Measured[]): string {
  return [HEADS, ...lines.map(cells)].map((line) => line.join(",")).join("\n");
}

/** @param title - what was measured and where, above the table */
export function asMarkdown(title: string, lines: readonly Measured[]): string {
  const rows = [HEADS, HEADS.map(() => "--:"), ...lines.map(cells)];
  return [title, "", ...rows.map((row) => `| ${row.join(" | ")} |`)].join("\n");
}

/** Who was faster where, in one sentence, and only of what was measured. */
export function verdict(lines: readonly Measured[]): string {
  const compared = lines.flatMap(({ bytes, ratio }) => (ratio === null ? [] : [{ bytes, isOurs: ratio > 1 }]));
  const turns = compared.filter(({ isOurs }, at) => at > 0 && isOurs !== compared[at - 1]!.isOurs);
  if (compared.length === 0) return "";
  const first = compared[0]!.isOurs ? "countersign" : "WebCrypto";
  const second = compared[0]!.isOurs ? "WebCrypto" : "countersign";
  if (turns.length === 0) return `In this run ${first} was faster at every size.`;
  if (turns.length === 1)
    return `In this run ${first} was faster below ${inBytes(turns[0]!.bytes)}, ${second} from there on.`;
  const between = `${inBytes(turns[0]!.bytes)} and ${inBytes(turns.at(-1)!.bytes)}`;
  return `In this run the two changed places ${turns.length} times, between ${between}.`;
}
