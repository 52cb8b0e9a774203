// Limits: how far a time may lie from now, as fields, links and vectors write it.

import type { ToleranceSpec } from "countersign";

/** Seconds; `off` stands for no limit, because JSON has no Infinity. */
export type WrittenLimit = number | "off";

/** One limit for both directions, or one for each. */
export type WrittenTolerance = WrittenLimit | { readonly past: WrittenLimit; readonly future: WrittenLimit };

/** The option `toleranceSeconds`, from how it is written. */
export function toleranceOf(written: WrittenTolerance): ToleranceSpec {
  if (typeof written !== "object") return secondsOf(written);
  return { past: secondsOf(written.past), future: secondsOf(written.future) };
}

/** Back from the option to how it is written. */
export function writtenTolerance(tolerance: ToleranceSpec): WrittenTolerance {
  if (typeof tolerance === "number") return writtenLimit(tolerance);
  return { past: writtenLimit(tolerance.past), future: writtenLimit(tolerance.future) };
}

/** Whether a value of a link is a limit. */
export function isLimit(value: unknown): value is WrittenLimit {
  return value === "off" || (Number.isSafeInteger(value) && (value as number) >= 0);
}

/** Whether a value of a link is a tolerance. */
export function isTolerance(value: unknown): value is WrittenTolerance {
  if (typeof value !== "object" || value === null) return isLimit(value);
  const { past, future } = value as Record<string, unknown>;
  return isLimit(past) && isLimit(future);
}

/** What is typed: `300`, `off`, or `300, 60` for the past and the future; null for anything else. */
export function parseTolerance(text: string): ToleranceSpec | null {
  const limits = text.split(",").map(parseLimit);
  const [past, future = past] = limits;
  if (past == null || future == null || limits.length > 2) return null;
  return limits.length === 1 ? past : { past, future };
}

/** What is typed for one limit: `300` or `off`; null for anything else. */
export function parseLimit(text: string): number | null {
  if (text.trim() === "off") return Infinity;
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}

/** A tolerance as it is typed. */
export function typedTolerance(tolerance: ToleranceSpec): string {
  const written = writtenTolerance(tolerance);
  return typeof written === "object" ? `${written.past}, ${written.future}` : String(written);
}

/** What a tolerance accepts, as the subject and the verb of a sentence: `300 s are`. */
export function accepted(tolerance: ToleranceSpec): string {
  if (tolerance === Infinity) return "any age is";
  if (typeof tolerance === "number") return `${inSeconds(tolerance)} are`;
  const { past, future } = tolerance;
  return `${inSeconds(past)} in the past and ${inSeconds(future)} in the future are`;
}

const secondsOf = (limit: WrittenLimit): number => (limit === "off" ? Infinity : limit);
const writtenLimit = (seconds = Infinity): WrittenLimit => (seconds === Infinity ? "off" : seconds);
const inSeconds = (seconds = Infinity): string =>
  seconds === Infinity ? "any time" : `${seconds.toLocaleString("en")} s`;
