// Slot: one opened scheme inside the core, with its prepared keys.

import type { RawBody } from "./body.ts";
import { errorOfAnswer, rowOfAnswer, WebhookError } from "./error.ts";
import { eventTimeOf } from "./event-age.ts";
import { limits } from "./generated/limits.ts";
import type { HeaderValues } from "./headers.ts";
import { placeScheme, schemeRefused, wordsOf, type Scheme } from "./scheme.ts";
import { ruleOfSecrets, type SecretInput } from "./secret.ts";
import { core } from "./wasm.ts";

/** What {@link Slot.event} is asked for. Hashing a body for a key that nobody wants is waste. */
export const TYPE_AND_ID = 1;
/** @see TYPE_AND_ID */
export const IDEMPOTENCY_KEY = 2;

/**
 * The fields of a proven event; `undefined` for what the scheme does not sign, or nobody asked for.
 */
export interface EventFields {
  readonly type: string | undefined;
  readonly id: string | undefined;
  readonly idempotencyKey: string | undefined;
}

/** A scheme opened in the core. Its keys are wiped when it is closed, or collected as garbage. */
export class Slot {
  readonly scheme: Scheme;
  /** The headers that the core reads, in lower case, in its order. */
  readonly headerNames: readonly string[];
  /** The unsigned headers that are handed on, as they are documented. */
  readonly hintNames: readonly string[];
  #number: number;

  /** @throws {@link WebhookError} `SCHEME_INVALID` */
  constructor(scheme: Scheme) {
    const wasm = core();
    const number = wasm.exports.open(placeScheme(scheme.text));
    if (number < 0) throw schemeRefused();
    this.scheme = scheme;
    this.#number = number;
    this.headerNames = wasm.text(0, wasm.exports.header_names(number)).trimEnd().toLowerCase().split("\n");
    this.hintNames = wordsOf(scheme.text, "hint");
    collector()?.register(this, number, this);
  }

  get isClosed(): boolean {
    return this.#number < 0;
  }

  /** Wipes the keys. Closing twice does nothing. */
  close(): void {
    if (this.isClosed) return;
    core().exports.close(this.#number);
    collector()?.unregister(this);
    this.#number = -1;
  }

  /** @throws {@link WebhookError} `SECRET_EMPTY` or `SECRET_INVALID` */
  addSecret(secret: SecretInput): void {
    const wasm = core();
    const isText = typeof secret === "string";
    const length = isText ? wasm.writeText(secret, limits.secretBytes) : wasm.writeBytes(secret, limits.secretBytes);
    const answer = wasm.exports.add_secret(this.#number, length, isText ? 0 : 1);
    if (answer >= 0) return;
    const { code, sentence } = rowOfAnswer(answer);
    const { name, text } = this.scheme;
    throw new WebhookError(code, code === "SECRET_INVALID" ? ruleOfSecrets(name, text) : sentence);
  }

  /** @throws {@link WebhookError} `OPTION_INVALID` when the scheme signs no time */
  setTolerance(seconds: number): void {
    const answer = core().exports.set_tolerance(this.#number, seconds);
    if (answer >= 0) return;
    const { name } = this.scheme;
    const key = eventTimeOf(this.scheme)?.key;
    const instead = key === undefined ? "leave it out" : `for its body's ${key} there is maxEventAgeSeconds`;
    const sentence = `${name} signs no time in a header, so toleranceSeconds would check nothing: ${instead}.`;
    throw errorOfAnswer(answer, sentence);
  }

  /** Answers which secret fits, or a negative code. */
  verify(values: HeaderValues, body: RawBody, now: number): number {
    const wasm = core();
    const { exports } = wasm;
    wasm.writeHeaders(values);
    const length = wasm.place(body);
    if (length >= 0) return exports.verify(this.#number, length, highHalf(now), lowHalf(now));
    const refusal = exports.verify_begin(this.#number);
    if (refusal < 0) return refusal;
    wasm.stream(body);
    return exports.verify_finish(highHalf(now), lowHalf(now));
  }

  /** The signed time of the delivery that was verified last, in milliseconds. */
  verifiedTime(): number | undefined {
    const wasm = core();
    return wasm.number(0) === 1 ? wasm.time(1) : undefined;
  }

  /**
   * Answers the headers to send, a line each.
   *
   * @throws {@link WebhookError} `OPTION_INVALID` when the id or the time cannot be written in a
   *   header
   */
  sign(body: RawBody, time: number, id: string): string {
    const wasm = core();
    const { exports } = wasm;
    const length = wasm.writeText(id, limits.headerBytes);
    const begun = exports.sign_begin(this.#number, highHalf(time), lowHalf(time), length);
    if (begun < 0) throw errorOfAnswer(begun, UNSIGNABLE);
    wasm.stream(body);
    const signed = exports.sign_finish();
    if (signed < 0) throw errorOfAnswer(signed);
    return wasm.text(0, signed);
  }

  /** Reads the event of a delivery that was proven before, also when the slot was closed since. */
  event(values: HeaderValues, body: RawBody, wanted: number): EventFields {
    if (!this.isClosed) return this.#event(values, body, wanted);
    const keyless = new Slot(this.scheme);
    try {
      return keyless.#event(values, body, wanted);
    } finally {
      keyless.close();
    }
  }

  #event(values: HeaderValues, body: RawBody, wanted: number): EventFields {
    const wasm = core();
    wasm.exports.event_begin(this.#number, wanted);
    wasm.refresh();
    wasm.writeHeaders(values);
    wasm.stream(body);
    wasm.exports.event_finish();
    let start = 0;
    const [type, id, idempotencyKey] = [0, 1, 2].map((index) => {
      const length = wasm.number(index);
      if (length === undefined) return undefined;
      start += length;
      return wasm.text(start - length, length);
    });
    return { type, id, idempotencyKey };
  }
}

const UNSIGNABLE =
  "This id, or this time, cannot be written in a header of the scheme: an id is 1 to 4096 characters of visible " +
  "ASCII, without a comma.";

// Times cross as two unsigned 32-bit halves: a WebAssembly integer of 64 bits would need a BigInt.
function highHalf(time: number): number {
  return Math.floor(time / 0x1_0000_0000);
}

function lowHalf(time: number): number {
  return time >>> 0;
}

let registry: FinalizationRegistry<number> | undefined;

// A platform without it keeps the slots of collected objects; dispose() works everywhere.
function collector(): FinalizationRegistry<number> | undefined {
  if (typeof FinalizationRegistry === "undefined") return undefined;
  registry ??= new FinalizationRegistry((number) => core().exports.close(number));
  return registry;
}
