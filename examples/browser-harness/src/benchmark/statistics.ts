// Statistics: of what was measured, nothing smoothed and nothing left out.

import { type Pair, sizes } from "./messages.ts";

/** The middle half of the values, and the one in the middle; in µs. */
export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** What is known of one size. */
export interface Measured {
  readonly bytes: number;
  readonly times: number;
  readonly ours: Spread;
  readonly theirs: Spread | null;
  /** The median of the pairs' ratios: how many times as long WebCrypto took as countersign. */
  readonly ratio: number | null;
}

/** One line for each size that has been measured, from its pairs. */
export function measured(pairs: readonly (readonly Pair[])[]): Measured[] {
  return pairs.flatMap((all, size) => (all.length === 0 ? [] : [ofSize(sizes[size]!, all)]));
}

function ofSize(bytes: number, pairs: readonly Pair[]): Measured {
  const both = pairs.flatMap(({ ours, theirs }) => (theirs === null ? [] : [{ ours, theirs }]));
  return {
    bytes,
    times: pairs.length,
    ours: spreadOf(pairs.map(({ ours }) => ours)),
    theirs: both.length === 0 ? null : spreadOf(both.map(({ theirs }) => theirs)),
    ratio: both.length === 0 ? null : spreadOf(both.map(({ ours, theirs }) => theirs / ours)).median,
  };
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other);
  return { low: quantile(sorted, 0.25), median: quantile(sorted, 0.5), high: quantile(sorted, 0.75) };
}

/** Between two values, in proportion. */
function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return below + (above - below) * (place - Math.floor(place));
}
