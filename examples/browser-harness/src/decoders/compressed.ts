// Compressed: what deflate made shorter, and its wrappings.

import { Gunzip, Inflate, Unzlib } from "fflate";
import { ofBytes, toBytes } from "./bytes.ts";
import { BETWEEN, type Spend } from "./decoder.ts";

/** A try that fails costs as much as this many characters. */
const TRY = 2000;

/** Gzip, zlib and zip at any place; deflate without a head only at the start, because anything may look like it. */
export function* compressed(text: string, _: number, spend: Spend): Iterable<string> {
  spend(text.length);
  const heads = Array.from(text.matchAll(/\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]|PK\x03\x04/g), ({ index }) => index);
  const starts = startsIn(text).filter((at) => mayBeDeflated(text, at));
  if (heads.length + starts.length === 0) return;
  const bytes = toBytes(text);
  for (const at of heads) {
    spend(TRY);
    yield inflatedAt(bytes, at, spend);
  }
  for (const at of starts) {
    spend(TRY);
    yield inflated(bytes.subarray(at), Inflate, spend);
  }
}

function startsIn(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf(BETWEEN); at >= 0; at = text.indexOf(BETWEEN, starts.at(-1)))
    starts.push(at + BETWEEN.length);
  return starts;
}

/** The first bits say how the first block is written. Three of the four ways exist. */
function mayBeDeflated(text: string, at: number): boolean {
  return ((text.charCodeAt(at) >> 1) & 3) !== 3;
}

function inflatedAt(bytes: Uint8Array, at: number, spend: Spend): string {
  const rest = bytes.subarray(at);
  if (rest[0] === 0x1f) return inflated(rest, Gunzip, spend);
  if (rest[0] === 0x78) return inflated(rest, Unzlib, spend);
  // A file of a zip has two lengths in its head: of its name, and of what else is told of it.
  const [name = 0, name256 = 0, extra = 0, extra256 = 0] = rest.subarray(26, 30);
  return inflated(rest.subarray(30 + name + extra + 256 * (name256 + extra256)), Inflate, spend);
}

type Inflating = new (onData: (chunk: Uint8Array) => void) => { push(chunk: Uint8Array, isLast: boolean): void };

/** What comes out before the end, or before what is wrong. A small text may become a very large one. */
function inflated(bytes: Uint8Array, Stream: Inflating, spend: Spend): string {
  const views: string[] = [];
  let fresh = 0;
  const stream = new Stream((chunk) => {
    spend(chunk.length * 4);
    fresh += chunk.length;
    views.push(ofBytes(chunk));
  });
  try {
    let idle = 0;
    for (let at = 0, size = 512; at < bytes.length && idle < 3; at += size, size = Math.min(size * 2, 8192)) {
      fresh = 0;
      stream.push(bytes.subarray(at, at + size), at + size >= bytes.length);
      idle = fresh === 0 ? idle + 1 : 0;
    }
  } catch (problem) {
    // The library numbers what may be wrong with a text; all else is not about the text.
    if (!(problem instanceof Error && "code" in problem && typeof problem.code === "number")) throw problem;
  }
  return views.join("");
}
