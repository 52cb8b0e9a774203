// Delivery: what a proven delivery carries. Only what was signed is a property of its own; all else
// is a hint.

import type { ProviderEvents } from "../generated/events.ts";
import type { ProviderName } from "../generated/provider-names.ts";

/** What every proven delivery tells, whoever sent it. */
export interface DeliveryFacts<P extends string = string> {
  /** The name of the provider, or of the scheme. */
  readonly provider: P;
  /**
   * The proven bytes, exactly those that were signed. They are the caller's own memory, not a copy:
   * whoever writes to it afterwards has bytes that nobody proved. After its buffer was transferred,
   * this and what was not read before throw {@link WebhookError} `BODY_NOT_RAW`.
   */
  readonly body: Uint8Array;
  /** The event's id, from signed bytes; `undefined` where the scheme signs none. */
  readonly id: string | undefined;
  /** The signed time; `undefined` where the scheme signs none, or one that no `Date` can hold. */
  readonly timestamp: Date | undefined;
  /** Which secret fits: once it is never the previous one, that one may go. */
  readonly secretIndex: number;
  /**
   * The same for every attempt at the same event: the signed id where the scheme has one, else the
   * SHA-256 of the body in hexadecimal. Remember it, and act on it once.
   */
  readonly idempotencyKey: string;
  /**
   * Headers that are not signed, by their documented name. An attacker can change them: never
   * decide by them.
   */
  readonly hints: Readonly<Record<string, string | undefined>>;
  /** Facts for a log, without body and payload. */
  toJSON(): Record<string, unknown>;
}

/**
 * A body, parsed: its payload, or why there is none. Nothing that a sender sends makes it throw, as `payload` does:
 *
 * @example
 * if (!delivery.parsed.ok) return new Response("This endpoint takes JSON.", { status: 400 });
 * console.log(delivery.parsed.payload);
 */
export type Parsed<Payload = unknown> =
  | { readonly ok: true; readonly payload: Payload }
  | { readonly ok: false; readonly code: "PAYLOAD_NOT_JSON" };

/**
 * An event type that the provider does not document. At run time it is that string, and nothing
 * else: the mark is for the compiler, which otherwise could not tell it from a documented type in a
 * `switch`. Assign it to a `string` to compare it with a type that is newer than this package.
 */
export type UnknownEventType = `${string} (undocumented)`;

/**
 * A proven delivery. `type` is the event type, from signed bytes; `payload` is the body, parsed on
 * first use, which throws {@link WebhookError} `PAYLOAD_NOT_JSON` when it is not JSON in UTF-8;
 * `parsed` is the same without that throw.
 *
 * For a provider that documents its events, `type` narrows `payload`; a type that it does not
 * document is as genuine, and its payload is `unknown`. The types say what is documented, not what
 * was checked: validate what you rely on.
 */
export type Delivery<P extends string = string> = Deliveries[P];

/** The deliveries of every built-in provider, by name; every other scheme's are untyped. */
export interface Deliveries extends BuiltInDeliveries {
  // An index, not a condition: so a Webhook of one provider is a Webhook.
  readonly [scheme: string]: UntypedDelivery;
}

type BuiltInDeliveries = {
  readonly [P in ProviderName]: P extends keyof ProviderEvents
    ? DocumentedDelivery<P> | UndocumentedDelivery<P>
    : UntypedDelivery<P>;
};

/** A delivery of an event that its provider documents. */
export type DocumentedDelivery<P extends keyof ProviderEvents> = {
  [Type in keyof ProviderEvents[P] & string]: DeliveryFacts<P> & {
    readonly type: Type;
    readonly payload: ProviderEvents[P][Type];
    readonly parsed: Parsed<ProviderEvents[P][Type]>;
  };
}[keyof ProviderEvents[P] & string];

/** A delivery of an event that its provider does not document. */
export interface UndocumentedDelivery<P extends string> extends DeliveryFacts<P> {
  readonly type: UnknownEventType | undefined;
  readonly payload: unknown;
  readonly parsed: Parsed;
}

/** A delivery of a provider or a scheme whose events are not known. */
export interface UntypedDelivery<P extends string = string> extends DeliveryFacts<P> {
  readonly type: string | undefined;
  readonly payload: unknown;
  readonly parsed: Parsed;
}
