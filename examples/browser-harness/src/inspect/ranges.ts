// Ranges: stretches of bytes that are marked.

/** A stretch of bytes: from, and up to but not with. */
export type Range = readonly [start: number, end: number];

/** Whether a byte lies in one of the ranges, which are in order. */
export function isIn(at: number, ranges: readonly Range[]): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]![1] <= at) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length && ranges[low]![0] <= at;
}
