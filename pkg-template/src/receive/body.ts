// Body: the raw bytes of a request, read to their end or to the limit, whichever comes first.
//
// The bytes are those of the wire: a body that was compressed for the way (Content-Encoding) is
// proven, and handed over, as it arrived.

import type { WebhookError } from "../refusal/error.ts";
import { READ_TOO_SLOW, refuse, TOO_LARGE } from "../refusal/sentences.ts";

/** How much is still read of a body whose request was answered early. */
export const LINGER_BYTES = 64 * 1024;
/** How long its connection stays open, so that the sender reads the reply: closed earlier, it is reset. */
export const LINGER_MS = 1000;

/** What a body may take. */
export interface Limits {
  readonly maxBytes: number;
  /** The time until its end; `Infinity` for no limit. */
  readonly maxSeconds: number;
}

/**
 * Calls `late` with `READ_TIMEOUT` once the time for a body is over.
 *
 * @returns calls that off
 */
export function deadline({ maxSeconds }: Limits, late: (error: WebhookError) => void): () => void {
  if (maxSeconds === Number.POSITIVE_INFINITY) return () => {};
  const timer = setTimeout(() => late(refuse(READ_TOO_SLOW, { limit: maxSeconds })), inTimerRange(maxSeconds));
  return () => clearTimeout(timer);
}

/** Milliseconds that a timer can wait: with more it would not wait at all. */
function inTimerRange(seconds: number): number {
  return Math.min(seconds * 1000, 2 ** 31 - 1);
}

/** The bytes of a body, as long as there are at most `maxBytes` of them. */
export class Collected {
  readonly #maxBytes: number;
  // One piece that grows: a list of single bytes, as a hostile sender cuts them, takes a hundred times their size.
  #bytes: Uint8Array = new Uint8Array(0);
  #size = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** @throws {@link WebhookError} `BODY_TOO_LARGE` with the chunk that is too much */
  add(chunk: Uint8Array): void {
    const size = this.#size + chunk.byteLength;
    if (size > this.#maxBytes) throw tooLarge(this.#maxBytes);
    // Most bodies come in one chunk, which is then the body.
    if (this.#size === 0) this.#bytes = chunk;
    else this.#roomFor(size).set(chunk, this.#size);
    this.#size = size;
  }

  /** Everything that came, in one piece. */
  join(): Uint8Array {
    return this.#bytes.subarray(0, this.#size);
  }

  #roomFor(size: number): Uint8Array {
    if (size <= this.#bytes.byteLength) return this.#bytes;
    const grown = new Uint8Array(Math.min(Math.max(size, 2 * this.#size), this.#maxBytes));
    grown.set(this.#bytes);
    return (this.#bytes = grown);
  }
}

/** Refuses a body by the length that its sender announces, before any of it is read. */
export function admitLength(contentLength: string | null | undefined, maxBytes: number): void {
  if (Number(contentLength ?? 0) > maxBytes) throw tooLarge(maxBytes);
}

/** Admits bytes that somebody else has read. */
export function admitBytes(body: Uint8Array, maxBytes: number): Uint8Array {
  if (body.byteLength > maxBytes) throw tooLarge(maxBytes);
  return body;
}

function tooLarge(maxBytes: number): WebhookError {
  return refuse(TOO_LARGE, { limit: maxBytes });
}
