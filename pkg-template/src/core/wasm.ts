// Wasm: the Rust core as JavaScript sees it. It imports nothing, so the module that sees the
// secrets can reach nothing; it takes and returns integers, and bytes travel through a window in
// its memory.
//
// Only one delivery is in the window at a time. That is safe because nothing of the caller's
// (getters, iterators, clocks) runs between the first write to it and the answer: collect first,
// then call.

import { load } from "#load";
import type { RawBody } from "../admit/body.ts";
import { limits } from "../generated/limits.ts";
import type { HeaderValues } from "../admit/headers.ts";
import type { SchemeSpec } from "../scheme/spec.ts";
import { wireOf } from "../scheme/wire.ts";
import { refuse, WASM_OTHER_VERSION } from "../refusal/sentences.ts";
import { loading } from "./platform.ts";

/** What the core exports. A negative answer is a code of the table, negated. */
interface CoreExports {
  readonly memory: WebAssembly.Memory;
  abi_version(): number;
  lengths_at(): number;
  text_at(): number;
  body_at(): number;
  body_size(): number;
  scheme_check(length: number): number;
  open(length: number): number;
  header_names(slot: number): number;
  add_secret(slot: number, length: number, isKey: number): number;
  set_tolerance(slot: number, past: number, future: number): number;
  set_max_event_age(slot: number, seconds: number): number;
  close(slot: number): void;
  verify(slot: number, bodyLength: number, nowHigh: number, nowLow: number): number;
  verify_headers(slot: number): number;
  verify_begin(slot: number): number;
  verify_finish(nowHigh: number, nowLow: number): number;
  sign_begin(slot: number, timeHigh: number, timeLow: number, idLength: number): number;
  sign_finish(): number;
  event_begin(slot: number, wanted: number): number;
  event_finish(): number;
  update(length: number): void;
}

/** Stands for a number that is not there: the length of a header that is missing, a limit that is none. */
export const ABSENT = 0xffff_ffff;

let current: Core | undefined;

/**
 * The core, compiled on first use, so that importing the package costs nothing and does nothing.
 *
 * @throws {@link WebhookError} `WASM_UNAVAILABLE` when the platform does not run it
 */
export function core(): Core {
  current ??= start();
  current.refresh();
  return current;
}

/** What this script speaks with the core: its exports, its window and how schemes cross. */
const ABI_VERSION = 1;

function start(): Core {
  const { exports: all } = loading("countersign", () => new WebAssembly.Instance(load(), {}));
  const exports = all as unknown as CoreExports;
  const got = typeof exports.abi_version === "function" ? exports.abi_version() : 0;
  if (got !== ABI_VERSION) throw refuse(WASM_OTHER_VERSION, { got, expected: ABI_VERSION });
  return new Core(exports);
}

/** The exports of the core, and views of its window. */
export class Core {
  readonly exports: CoreExports;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  #lengths!: Uint32Array;
  #text!: Uint8Array;
  #body!: Uint8Array;

  constructor(exports: CoreExports) {
    this.exports = exports;
    this.#view();
  }

  /** Memory that grew detaches all views of it, and a detached view has length 0. */
  refresh(): void {
    if (this.#lengths.length === 0) this.#view();
  }

  #view(): void {
    const { memory, lengths_at, text_at, body_at, body_size } = this.exports;
    this.#lengths = new Uint32Array(memory.buffer, lengths_at() >>> 0, limits.headers);
    this.#text = new Uint8Array(memory.buffer, text_at() >>> 0, limits.headers * (limits.headerBytes + 1));
    this.#body = new Uint8Array(memory.buffer, body_at() >>> 0, body_size());
  }

  /** A number that the core left beside its answer; `undefined` where it left none. */
  number(index: number): number | undefined {
    this.refresh();
    const number = this.#lengths[index];
    return number === ABSENT ? undefined : number;
  }

  /** A time in milliseconds that the core left in two halves. */
  time(index: number): number {
    return (this.number(index) ?? 0) * 0x1_0000_0000 + (this.number(index + 1) ?? 0);
  }

  /** A text that the core left. */
  text(start: number, length: number): string {
    this.refresh();
    return this.#decoder.decode(this.#text.subarray(start, start + length));
  }

  /** Leaves a text for the core; answers its length, or `limit + 1` for a longer one. */
  writeText(text: string, limit: number): number {
    const { read, written } = this.#encoder.encodeInto(text, this.#text.subarray(0, limit + 1));
    return read === text.length ? written : limit + 1;
  }

  /** Leaves a scheme for the core, which refuses one that is too long; answers its length. */
  writeScheme(scheme: SchemeSpec): number {
    return this.writeText(wireOf(scheme), this.#text.length - 1);
  }

  /** Leaves bytes for the core; answers their length, or `limit + 1` for more. */
  writeBytes(bytes: Uint8Array, limit: number): number {
    if (bytes.length > limit) return limit + 1;
    this.#text.set(bytes);
    return bytes.length;
  }

  /** Leaves header values for the core, back to back. */
  writeHeaders(values: HeaderValues): void {
    let all = "";
    let areShort = true;
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index];
      this.#lengths[index] = value === undefined ? ABSENT : value.length;
      if (value === undefined) continue;
      areShort &&= value.length <= limits.headerBytes;
      all += value;
    }
    // One call for all values. ASCII, and nothing else, has as many bytes as characters.
    if (areShort && this.#encoder.encodeInto(all, this.#text).written === all.length) return;
    this.#writeLongHeaders(values);
  }

  // No genuine value comes here: the core sees length and bytes, and refuses with the right code.
  #writeLongHeaders(values: HeaderValues): void {
    let start = 0;
    for (const [index, value] of values.entries()) {
      if (value === undefined) continue;
      const place = this.#text.subarray(start, start + limits.headerBytes + 1);
      const { read, written } = this.#encoder.encodeInto(value, place);
      // A character that did not fit leaves a gap, which must not make the value look short enough.
      const length = read === value.length ? written : place.fill(0, written).length;
      this.#lengths[index] = length;
      start += length;
    }
  }

  /** Leaves the whole body in its window; answers its length, or -1 when it does not fit. */
  place(body: RawBody): number {
    if (body.length > this.#body.length) return -1;
    if (typeof body !== "string") {
      this.#body.set(body);
      return body.length;
    }
    const { read, written } = this.#encoder.encodeInto(body, this.#body);
    return read === body.length ? written : -1;
  }

  /** Streams the body through its window, so that memory does not grow with it. */
  stream(body: RawBody): void {
    for (let start = 0; start < body.length; ) {
      this.refresh(); // the core may have grown on the chunk before
      start += typeof body === "string" ? this.#feedText(body, start) : this.#feedBytes(body, start);
    }
  }

  #feedBytes(body: Uint8Array, start: number): number {
    const chunk = body.subarray(start, start + this.#body.length);
    this.#body.set(chunk);
    this.exports.update(chunk.length);
    return chunk.length;
  }

  #feedText(body: string, start: number): number {
    // At most three bytes for each unit of UTF-16, so the chunk always fits.
    let end = start + Math.floor(this.#body.length / 3);
    // Half of a surrogate pair would become a replacement character.
    if (end < body.length && isHighSurrogate(body.charCodeAt(end - 1))) end -= 1;
    const { read, written } = this.#encoder.encodeInto(body.slice(start, end), this.#body);
    this.exports.update(written);
    return read;
  }
}

function isHighSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}
