// Slot: one endpoint inside the core: a scheme with its prepared keys and its limits.

import { UNCHECKED } from "../scheme/admit.ts";
import type { RawBody } from "../admit/body.ts";
import { limits } from "../generated/limits.ts";
import type { HeaderValues } from "../admit/headers.ts";
import { type EachWay, eachWay } from "../scheme/tolerance.ts";
import { type Demands, type Refusal, refusalLeft } from "./refusal.ts";
import type { SchemeSpec } from "../scheme/spec.ts";
import { ownDeep } from "../refusal/culprit.ts";
import { refusedSecret, type SecretInput } from "../admit/secret.ts";
import {
  EVENT_AGE_SIGNED,
  EVENT_AGE_UNKNOWN,
  refuse,
  SCHEME_REFUSED,
  TOLERANCE_UNSIGNED,
  UNSIGNABLE,
} from "../refusal/sentences.ts";
import { ABSENT, core } from "./wasm.ts";

/** What {@link Slot.event} is asked for. Hashing a body for a key that nobody wants is waste. */
export const TYPE_AND_ID = 1;
/** @see TYPE_AND_ID */
export const IDEMPOTENCY_KEY = 2;

/** The fields of a proven event that were read; `undefined` for what the scheme does not sign. */
export interface EventFields {
  readonly type?: string | undefined;
  readonly id?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** An endpoint opened in the core. Its keys are wiped when it is closed, or collected as garbage. */
export class Slot {
  /** Its fields alone: what a polluted prototype adds to every object stands in none of these. */
  readonly scheme: SchemeSpec;
  /** The headers that the core reads, as the scheme spells them, in its order. */
  readonly spelledNames: readonly string[];
  /** The same in lower case. */
  readonly headerNames: readonly string[];
  #number: number;
  #demands: Demands;

  /** @throws WebhookError `SCHEME_INVALID` */
  constructor(checked: SchemeSpec) {
    const scheme = ownDeep(checked);
    const wasm = core();
    const number = wasm.exports.open(wasm.writeScheme(scheme));
    if (number < 0) throw refuse(SCHEME_REFUSED, { problem: UNCHECKED });
    this.scheme = scheme;
    this.#number = number;
    this.#demands = { tolerance: eachWay(scheme.timestamp?.toleranceSeconds), maxEventAgeSeconds: undefined };
    this.spelledNames = wasm.text(0, wasm.exports.header_names(number)).trimEnd().split("\n");
    this.headerNames = this.spelledNames.map((name) => name.toLowerCase());
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

  /**
   * @param which - what an error calls it
   * @throws WebhookError `SECRET_EMPTY` or `SECRET_INVALID`
   */
  addSecret(secret: SecretInput, which: string): void {
    const wasm = core();
    const isText = typeof secret === "string";
    const length = isText ? wasm.writeText(secret, limits.secretBytes) : wasm.writeBytes(secret, limits.secretBytes);
    const answer = wasm.exports.add_secret(this.#number, length, isText ? 0 : 1);
    if (answer < 0) throw refusedSecret(wasm.number(0), this.scheme, which);
  }

  /** @throws WebhookError `OPTION_INVALID` when the scheme signs no time */
  setTolerance(tolerance: EachWay): void {
    const answer = core().exports.set_tolerance(this.#number, limitOf(tolerance.past), limitOf(tolerance.future));
    const { name, eventTime } = this.scheme;
    const instead =
      eventTime === undefined ? "leave it out" : `for ${eventTime.body} in its bodies there is maxEventAgeSeconds`;
    if (answer < 0) throw refuse(TOLERANCE_UNSIGNED, { scheme: name, instead });
    this.#demands = { ...this.#demands, tolerance };
  }

  /** @throws WebhookError `OPTION_INVALID` when no time is known to stand in the bodies of the scheme */
  setMaxEventAge(seconds: number): void {
    const answer = core().exports.set_max_event_age(this.#number, limitOf(seconds));
    const { name, timestamp } = this.scheme;
    if (answer < 0) throw refuse(timestamp === undefined ? EVENT_AGE_UNKNOWN : EVENT_AGE_SIGNED, { scheme: name });
    this.#demands = { ...this.#demands, maxEventAgeSeconds: seconds };
  }

  /** Answers which secret matches, or a negative code. */
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

  /** Why a delivery with these headers is refused, whatever its body is. */
  verifyHeaders(values: HeaderValues): Refusal | undefined {
    const wasm = core();
    wasm.writeHeaders(values);
    return wasm.exports.verify_headers(this.#number) < 0 ? this.refusal() : undefined;
  }

  /** Why the delivery that was verified last was refused. */
  refusal(): Refusal {
    const wasm = core();
    const left = { detail: wasm.number(0) ?? 0, header: wasm.number(1), distanceMs: wasm.time(2) };
    return refusalLeft(left, this.scheme, this.spelledNames, this.#demands);
  }

  /** The signed time of the delivery that was verified last, in milliseconds. */
  verifiedTime(): number | undefined {
    const wasm = core();
    return wasm.number(0) === 1 ? wasm.time(1) : undefined;
  }

  /**
   * Answers the headers to send, a line each.
   *
   * @throws WebhookError `OPTION_INVALID` when the id or the time cannot be written in a
   *   header
   */
  sign(body: RawBody, time: number, id: string): string {
    const wasm = core();
    const { exports } = wasm;
    const length = wasm.writeText(id, limits.headerBytes);
    const begun = exports.sign_begin(this.#number, highHalf(time), lowHalf(time), length);
    if (begun < 0) throw refuse(UNSIGNABLE, { scheme: this.scheme.name });
    wasm.stream(body);
    return wasm.text(0, exports.sign_finish());
  }

  /** Reads the event of a delivery that was proven before, also when the slot was closed since. */
  event(values: HeaderValues, body: RawBody, wanted: number): EventFields {
    const { type, id } = this.scheme;
    if (wanted === TYPE_AND_ID && type === undefined && id === undefined) return NO_FIELDS;
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
    if (readsBody(this.scheme, wanted)) wasm.stream(body);
    wasm.exports.event_finish();
    let start = 0;
    const [type, id, idempotencyKey] = [0, 1, 2].map((index) => {
      const length = wasm.number(index);
      if (length === undefined) return undefined;
      start += length;
      return wasm.text(start - length, length);
    });
    return { id, ...(wanted & TYPE_AND_ID && { type }), ...(wanted & IDEMPOTENCY_KEY && { idempotencyKey }) };
  }
}

const NO_FIELDS: EventFields = { type: undefined, id: undefined };

/** Whether what is wanted stands in the body: a copy of a body that nobody reads is waste. */
function readsBody({ type, id }: SchemeSpec, wanted: number): boolean {
  const isInBody = (place: SchemeSpec["type"]): boolean => place !== undefined && "body" in place;
  if ((wanted & TYPE_AND_ID) !== 0 && (isInBody(type) || isInBody(id))) return true;
  // The key is a signed id, or the hash of the body; an id in a header is always there.
  return (wanted & IDEMPOTENCY_KEY) !== 0 && (id === undefined || isInBody(id));
}

/** A limit as the core takes it. 136 years are as good as any longer time, and still a limit. */
function limitOf(seconds: number | undefined): number {
  return seconds === undefined || seconds === Number.POSITIVE_INFINITY ? ABSENT : Math.min(seconds, ABSENT - 1);
}

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
