// State: what the page knows. Every tab reads it, so a delivery that was signed can be inspected.

import { signal } from "@preact/signals";
import { defineScheme, WebhookError, type ProviderName, type Scheme } from "countersign";
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

/** What `defineScheme` is given where the scheme is not a provider's. */
export const schemeText = signal<string>(
  JSON.stringify(
    {
      name: "acme",
      mac: "sha256",
      signature: {
        header: "X-Acme-Signature",
        format: { kind: "pairs", separator: ",", signatureKey: "v1", timestampKey: "t" },
      },
      content: "{timestamp}.{body}",
      timestamp: { from: "field", unit: "s", toleranceSeconds: 300 },
    },
    null,
    2,
  ),
);

// The two secrets live here and nowhere else: not in the link, the title, the history or any storage.
export const secret = signal<string>("");
export const otherSecrets = signal<readonly OtherSecret[]>([]);

/** The receiver's time in milliseconds since the epoch; null for the clock of this machine. */
export const now = signal<number | null>(null);

/** The age that is accepted, in seconds; null for the scheme's own. */
export const tolerance = signal<number | null>(null);

/**
 * What `new Webhook` takes.
 *
 * @throws `WebhookError` `SCHEME_INVALID`, of what was typed
 */
export function scheme(): ProviderName | Scheme {
  return schemeName.value === "custom" ? defineScheme(specOf(schemeText.value)) : schemeName.value;
}

function specOf(text: string): Parameters<typeof defineScheme>[0] {
  if (!/^\s*[{["]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new WebhookError("SCHEME_INVALID", `The scheme is not JSON: ${(cause as Error).message}.`, { cause });
  }
}
