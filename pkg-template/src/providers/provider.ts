// Provider: what is known of the built-in providers, as data to read, to show and to test against.

import type { Scheme } from "countersign/core";

/**
 * A built-in provider, as its documents describe it. No verdict depends on any of this but the scheme.
 */
export interface Provider {
  /** What {@link Webhook} is built with. */
  readonly name: string;
  /** As people write it. */
  readonly title: string;
  /** Where the provider documents its webhooks; `null` where that is not public. */
  readonly docs: string | null;
  /** How it signs: the fields that {@link defineScheme} takes. */
  readonly scheme: Scheme;
  /** What the secrets that it hands out begin with; `null` where it documents no such prefix. */
  readonly secretPrefix: string | null;
  /** How long the provider waits for an answer, in seconds; `null` where it documents none. */
  readonly timeoutSeconds: number | null;
  /** When it tries again; `null` where it documents none. */
  readonly retries: { readonly attempts: number; readonly afterSeconds: readonly number[] } | null;
  /** The events it documents. */
  readonly events: readonly ProviderEventType[];
  /** Quirks that a receiver should know. */
  readonly notes: readonly string[];
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
