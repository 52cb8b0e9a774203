// Text: numbers as the page writes them, and the result as a text to paste into a report.

import { version } from "countersign/package.json";
import type { Outcome, Part, Row } from "./messages.ts";

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const three = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

/** With commas, without fractions: `4,602`. */
export const inWhole = (value: number): string => whole.format(value);

/** `1 vector`, `4,602 vectors`. */
export const plural = (count: number, one: string, more = `${one}s`): string =>
  `${inWhole(count)} ${count === 1 ? one : more}`;

/** A time that this clock can tell, or that it is less than a tick: `240`, `< 100`. */
export function inMicros(micros: number, tickMillis: number): string {
  const tick = tickMillis * 1000;
  return micros < tick * 0.99 ? `< ${three.format(tick)}` : inWhole(micros);
}

export const inSeconds = (millis: number): string => `${(millis / 1000).toFixed(1)} s`;

const NOUNS: Record<Part, [one: string, more: string]> = {
  vectors: ["vector", "vectors"],
  broken: ["broken delivery", "broken deliveries"],
};

/** The result, to be copied. */
export function summary(
  browser: string,
  rows: readonly Row[],
  outcomes: readonly Outcome[],
  millis: number,
  stopped: boolean,
): string {
  const lines = (["vectors", "broken"] as const).flatMap((part) => partLine(part, rows, outcomes));
  const end = stopped ? [`Stopped after ${inWhole(outcomes.length)} of ${inWhole(rows.length)}.`] : [];
  const wrong = outcomes.flatMap(({ disagreements }) => disagreements);
  const title = `countersign ${version} in ${browser}`;
  return [title, ...lines, `${inSeconds(millis)} in a worker`, ...end, ...wrong].join("\n");
}

function partLine(part: Part, rows: readonly Row[], outcomes: readonly Outcome[]): string[] {
  const run = outcomes.filter(({ at }) => rows[at]?.part === part);
  if (run.length === 0) return [];
  const checks = run.reduce((sum, outcome) => sum + outcome.checks, 0);
  const wrong = run.filter(({ disagreements }) => disagreements.length > 0).length;
  const disagree = wrong === 0 ? "all agree" : `${inWhole(wrong)} disagree`;
  return [`${plural(run.length, ...NOUNS[part])}, ${plural(checks, "check")}: ${disagree}`];
}
