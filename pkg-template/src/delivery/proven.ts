// Proven delivery: the class behind the types. Everything beyond the verdict is read on first use:
// most receivers never ask for most of it.

import type { RawBody } from "../admit/body.ts";
import type { Parsed, UntypedDelivery } from "./delivery.ts";
import { readHeaders, type HeaderSource, type HeaderValues } from "../admit/headers.ts";
import { own } from "../refusal/culprit.ts";
import { BUFFER_GONE, PAYLOAD_NOT_JSON, refuse } from "../refusal/sentences.ts";
import { IDEMPOTENCY_KEY, TYPE_AND_ID, type EventFields, type Slot } from "../core/slot.ts";

/** The last moment that a Date can hold. */
const LATEST = 8.64e15;

/** The one class behind all {@link Delivery} types. Only a proof makes one. */
export class ProvenDelivery implements UntypedDelivery {
  readonly provider: string;
  readonly secretIndex: number;
  readonly #slot: Slot;
  readonly #raw: RawBody;
  readonly #length: number;
  readonly #values: HeaderValues;
  readonly #source: HeaderSource;
  readonly #time: number | undefined;
  #body: Uint8Array | undefined;
  #parsed: Parsed | undefined;
  #event: EventFields = own({});
  #hints: Readonly<Record<string, string | undefined>> | undefined;

  constructor(
    slot: Slot,
    raw: RawBody,
    values: HeaderValues,
    source: HeaderSource,
    secretIndex: number,
    time: number | undefined,
  ) {
    this.provider = slot.scheme.name;
    this.secretIndex = secretIndex;
    this.#slot = slot;
    this.#raw = raw;
    this.#length = lengthOf(raw);
    this.#values = values;
    this.#source = source;
    this.#time = time;
  }

  get body(): Uint8Array {
    const raw = this.#proven("body");
    this.#body ??= bytesOf(raw);
    return this.#body;
  }

  get payload(): unknown {
    const parsed = this.#parse("payload");
    if (parsed.ok) return parsed.payload;
    throw refuse(PAYLOAD_NOT_JSON);
  }

  get parsed(): Parsed {
    return this.#parse("parsed");
  }

  get type(): string | undefined {
    return this.#field("type");
  }

  get id(): string | undefined {
    return this.#field("id");
  }

  get timestamp(): Date | undefined {
    const time = this.#time;
    return time === undefined || time > LATEST ? undefined : new Date(time);
  }

  get idempotencyKey(): string {
    return this.#field("idempotencyKey") ?? "";
  }

  get hints(): Readonly<Record<string, string | undefined>> {
    this.#hints ??= readHints(this.#source, this.#slot.scheme.hints ?? []);
    return this.#hints;
  }

  toJSON(): Record<string, unknown> {
    const { provider, type, id, timestamp, secretIndex, idempotencyKey, hints } = this;
    return { provider, type, id, timestamp, secretIndex, idempotencyKey, hints };
  }

  #parse(property: string): Parsed {
    this.#parsed ??= parse(this.#proven(property));
    return this.#parsed;
  }

  #field(name: keyof EventFields): string | undefined {
    if (!(name in this.#event)) {
      const read = this.#slot.event(this.#values, this.#proven(name), this.#wanted(name));
      this.#event = own({ ...this.#event, ...read });
    }
    return this.#event[name];
  }

  /** What to read for a field: each reading copies the body, unless an id in a header is all that is wanted. */
  #wanted(name: keyof EventFields): number {
    const { id } = this.#slot.scheme;
    if (id !== undefined && "header" in id && name !== "type") return IDEMPOTENCY_KEY;
    if (name !== "idempotencyKey") return TYPE_AND_ID;
    // With the type, unless it is known: who remembers deliveries also routes them.
    return "type" in this.#event ? IDEMPOTENCY_KEY : IDEMPOTENCY_KEY | TYPE_AND_ID;
  }

  // A view of a buffer that was given away is empty, and an empty body is not what was proven.
  #proven(property: string): RawBody {
    if (lengthOf(this.#raw) === this.#length) return this.#raw;
    throw refuse(BUFFER_GONE, { property });
  }
}

/**
 * Lets `console.log` show what a delivery says instead of its private fields. The first Webhook
 * does it: at import it would be a side effect, for which bundlers keep what nobody uses.
 */
export function makePrintable(): void {
  const inspect = Symbol.for("nodejs.util.inspect.custom");
  const { prototype } = ProvenDelivery;
  if (!Object.hasOwn(prototype, inspect)) Object.defineProperty(prototype, inspect, { value: prototype.toJSON });
}

function lengthOf(raw: RawBody): number {
  return typeof raw === "string" ? raw.length : raw.byteLength;
}

// A Buffer is a Uint8Array with methods of its own: what leaves here is the same in every runtime.
function bytesOf(raw: RawBody): Uint8Array {
  if (typeof raw === "string") return new TextEncoder().encode(raw);
  // Where nothing was proven, nothing can be lost: also of a buffer that is gone.
  if (raw.byteLength === 0) return new Uint8Array(0);
  return new Uint8Array(raw.buffer, raw.byteOffset, raw.byteLength);
}

function parse(raw: RawBody): Parsed {
  try {
    // Strict: a replaced byte, or a byte order mark that nobody sees, is not what was signed.
    const text = typeof raw === "string" ? raw.toWellFormed() : strictDecoder().decode(raw);
    return Object.freeze({ ok: true, payload: JSON.parse(text) as unknown });
  } catch {
    return NOT_JSON; // the engine's own message would quote the body
  }
}

const NOT_JSON: Parsed = Object.freeze({ ok: false, code: "PAYLOAD_NOT_JSON" });

function strictDecoder(): TextDecoder {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
}

function readHints(source: HeaderSource, names: readonly string[]): Readonly<Record<string, string | undefined>> {
  const values = readHeaders(
    source,
    names.map((name) => name.toLowerCase()),
  );
  const hints: Record<string, string | undefined> = {};
  for (const [index, name] of names.entries()) {
    if (values[index] !== undefined) hints[name] = values[index];
  }
  return Object.freeze(hints);
}
