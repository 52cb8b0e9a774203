// Provider: what is known of the built-in providers, as data to read, to show and to test against.

/**
 * A built-in provider, as its documents describe it. No verdict depends on any of this but the
 * scheme, and on `eventTime` where `maxEventAgeSeconds` asks for it.
 */
export interface Provider {
  /** What {@link Webhook} is built with. */
  readonly name: string;
  /** As people write it. */
  readonly title: string;
  /** Where the provider documents its webhooks; `null` where that is not public. */
  readonly docs: string | null;
  /** The scheme, in text form. */
  readonly scheme: string;
  /** The headers that are read. Those of the signature are aliases of one another. */
  readonly headers: {
    readonly signature: readonly string[];
    readonly timestamp: string | null;
    readonly content: readonly string[];
  };
  readonly mac: "sha1" | "sha256" | "sha384" | "sha512";
  readonly encoding: "hex" | "hex-any-case" | "base64" | "base64url";
  /** What is signed. */
  readonly content: string;
  /**
   * How far the signed time may lie from now by default, in seconds; `null` where none is signed.
   */
  readonly toleranceSeconds: number | null;
  /** Unsigned headers that are handed on as {@link Delivery.hints}. */
  readonly hints: readonly string[];
  /** Where the event type stands, as `body event`; `null` where none is signed. */
  readonly typeFrom: string | null;
  /** Where the event id stands, as `header webhook-id`; `null` where none is signed. */
  readonly idFrom: string | null;
  /**
   * Where the signed body tells the time, which `maxEventAgeSeconds` checks; `null` where a header
   * signs one, or the body tells none.
   */
  readonly eventTime: EventTime | null;
  /** How long the provider waits for an answer, in seconds; `null` where it documents none. */
  readonly timeoutSeconds: number | null;
  /** When it tries again; `null` where it documents none. */
  readonly retries: { readonly attempts: number; readonly afterSeconds: readonly number[] } | null;
  /** The events it documents. */
  readonly events: readonly ProviderEventType[];
  /** Quirks that a receiver should know. */
  readonly notes: readonly string[];
}

/** The time that a signed body tells, as a number at its top. */
export interface EventTime {
  readonly key: string;
  /** What it counts since the epoch: seconds or milliseconds. */
  readonly unit: "s" | "ms";
}

/** An event that a provider documents. */
export interface ProviderEventType {
  readonly type: string;
  /** When it fires. */
  readonly when: string;
}

/**
 * Freezes a table, all of it; made in a function, so that a bundler can leave out a table nobody
 * reads.
 */
export function frozen<Table extends object>(table: () => Table): Table {
  return freeze(table());
}

function freeze<Value extends object>(value: Value): Value {
  for (const part of Object.values(value)) {
    if (typeof part === "object" && part !== null) freeze(part as object);
  }
  return Object.freeze(value);
}
