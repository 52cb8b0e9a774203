// Difference: where two contents differ, byte for byte.

import { diffArrays } from "diff";
import { spaced } from "./bytes.ts";

/** Bytes that came, and those that were signed in their place; either may be none. */
export interface Hunk {
  readonly received: readonly [start: number, end: number];
  readonly signed: readonly [start: number, end: number];
}

/** Longer differences are one hunk: no one reads them byte for byte, and a diff would take too long. */
const COMPARED_BYTES = 16 * 1024;
const EDITS = 2000;

/** The differences, in their order. */
export function difference(received: Uint8Array, signed: Uint8Array): Hunk[] {
  const start = commonStart(received, signed);
  const end = commonEnd(received, signed, start);
  const left = received.subarray(start, received.length - end);
  const right = signed.subarray(start, signed.length - end);
  if (left.length === 0 && right.length === 0) return [];
  const isBounded = left.length <= COMPARED_BYTES && right.length <= COMPARED_BYTES;
  const changes = isBounded ? diffArrays([...left], [...right], { maxEditLength: EDITS }) : undefined;
  if (!changes) return [{ received: [start, start + left.length], signed: [start, start + right.length] }];
  return hunksOf(changes, start);
}

/** The differences in words, e.g. `bytes 10–11: 0d 0a instead of 0a`. */
export function inWords(
  { received: [from, to], signed: [signedFrom, signedTo] }: Hunk,
  came: Uint8Array,
  was: Uint8Array,
) {
  const here = short(came.subarray(from, to));
  const there = short(was.subarray(signedFrom, signedTo));
  if (from === to) return `before byte ${from}: ${there} is missing`;
  const place = to - from === 1 ? `byte ${from}` : `bytes ${from}–${to - 1}`;
  return there === "" ? `${place}: ${here} is too much` : `${place}: ${here} instead of ${there}`;
}

function short(bytes: Uint8Array): string {
  return bytes.length <= 8 ? spaced(bytes) : `${spaced(bytes.subarray(0, 8))} … (${bytes.length} bytes)`;
}

function hunksOf(changes: readonly { count: number; added: boolean; removed: boolean }[], start: number): Hunk[] {
  const hunks: Hunk[] = [];
  let [at, signedAt] = [start, start];
  for (const { count, added, removed } of changes) {
    const hunk: Hunk = {
      received: [at, at + (added ? 0 : count)],
      signed: [signedAt, signedAt + (removed ? 0 : count)],
    };
    [, at] = hunk.received;
    [, signedAt] = hunk.signed;
    if (added || removed) join(hunks, hunk);
  }
  return hunks;
}

// What was removed and what was added in its place come one behind the other.
function join(hunks: Hunk[], hunk: Hunk): void {
  const last = hunks.at(-1);
  const touches = last && last.received[1] === hunk.received[0] && last.signed[1] === hunk.signed[0];
  if (!touches) return void hunks.push(hunk);
  hunks[hunks.length - 1] = {
    received: [last.received[0], hunk.received[1]],
    signed: [last.signed[0], hunk.signed[1]],
  };
}

function commonStart(left: Uint8Array, right: Uint8Array): number {
  const most = Math.min(left.length, right.length);
  let count = 0;
  while (count < most && left[count] === right[count]) count++;
  return count;
}

function commonEnd(left: Uint8Array, right: Uint8Array, start: number): number {
  const most = Math.min(left.length, right.length) - start;
  let count = 0;
  while (count < most && left[left.length - 1 - count] === right[right.length - 1 - count]) count++;
  return count;
}
