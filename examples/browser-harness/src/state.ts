// State: what the page knows. Every tab reads it, so a delivery that was signed can be inspected.

import { computed, signal } from "@preact/signals";
import {
  defineScheme,
  type ProviderName,
  providers,
  type Scheme,
  type SchemeSpec,
  type ToleranceSpec,
  WebhookError,
} from "countersign";
import type { OtherSecret } from "countersign/explain";

/** The tabs; the hash of the address names the one that is open. */
export const tabs = ["inspect", "sign", "conformance", "benchmark"] as const;
export type Tab = (typeof tabs)[number];
export const tab = signal<Tab>("inspect");

/** One HTTP request as it arrived. */
export interface Delivery {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  /** Its bytes; never decoded and encoded again. */
  readonly body: Uint8Array;
}

/** The delivery with nothing in it. */
export const nothing: Delivery = { method: "POST", url: "", headers: [], body: new Uint8Array() };

/** The delivery that is looked into. */
export const delivery = signal<Delivery>(nothing);

/** By what it is verified. */
export const schemeName = signal<ProviderName | "custom">("agentbot");

const ACME: SchemeSpec = {
  name: "acme",
  algorithm: "hmac-sha256",
  signature: {
    header: "X-Acme-Signature",
    format: { kind: "pairs", separator: ",", signatureKey: "v1", timestampKey: "t" },
  },
  content: "{timestamp}.{body}",
  timestamp: { from: "field", unit: "s", toleranceSeconds: 300 },
};

/** What is typed where the scheme is not a provider's: the object that `defineScheme` takes, as JSON. */
export const schemeText = signal<string>(typed(ACME));

// The two secrets live here and nowhere else: not in the link, the title, the history or any storage.
export const secret = signal<string>("");
export const otherSecrets = signal<readonly OtherSecret[]>([]);

/** The receiver's time in milliseconds since the epoch; null for the clock of this machine. */
export const now = signal<number | null>(null);

/** The age that is accepted, in seconds; null for the scheme's own. */
export const tolerance = signal<ToleranceSpec | null>(null);

/** The age of an event that is accepted, in seconds, for schemes whose body tells it; null for any age. */
export const maxEventAge = signal<number | null>(null);

/** The scheme that is chosen; instead, what is wrong with the one that was typed. */
export const checkedScheme = computed<Scheme | WebhookError>(() => {
  if (schemeName.value !== "custom") return providers[schemeName.value].scheme;
  try {
    return defineScheme(parsed(schemeText.value));
  } catch (problem) {
    if (problem instanceof WebhookError) return problem;
    throw problem;
  }
});

/**
 * What `new Webhook` takes.
 *
 * @throws `WebhookError` `SCHEME_INVALID`, of what was typed
 */
export function scheme(): Scheme {
  if (checkedScheme.value instanceof WebhookError) throw checkedScheme.value;
  return checkedScheme.value;
}

/** The limits that were chosen, as `new Webhook` and `explain` take them. */
export function limits() {
  return {
    ...(tolerance.value !== null && { toleranceSeconds: tolerance.value }),
    ...(maxEventAge.value !== null && { maxEventAgeSeconds: maxEventAge.value }),
  };
}

/** Chooses a provider by its name, or a scheme of one's own. */
export function chooseScheme(chosen: ProviderName | SchemeSpec): void {
  schemeName.value = typeof chosen === "string" ? chosen : "custom";
  if (typeof chosen !== "string") schemeText.value = typed(chosen);
}

function typed(spec: SchemeSpec): string {
  return JSON.stringify(spec, null, 2);
}

function parsed(text: string): SchemeSpec {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = `expected an object, with double quotes around names and texts. ${(cause as Error).message}`;
    throw new WebhookError("SCHEME_INVALID", `The scheme is not JSON: ${why}.`, { cause });
  }
}
