// Signed: a genuine delivery, made as the provider would make it.

import { type Scheme, Webhook } from "countersign";
import type { Delivery } from "../state.ts";

/** By what a delivery is signed. */
export interface Signer {
  readonly scheme: Scheme;
  readonly secret: string;
  /** The time that is signed, in milliseconds. */
  readonly time: number;
  /** The id, where the scheme signs one. */
  readonly id: string;
}

/** Headers that a provider sends and nobody signs. */
export type Hints = readonly (readonly [name: string, value: string])[];

/** A verdict, as `check` tells it. */
export type Verdict =
  | { readonly ok: true; readonly type: string | null }
  | { readonly ok: false; readonly code: string };

const URL = "https://shop.example/webhooks/";

/** @throws `WebhookError` family `misuse`, as `new Webhook` and `sign` do */
export function signed(body: string, { scheme, secret, time, id }: Signer, hints: Hints = []): Delivery {
  const webhook = new Webhook(scheme, secret);
  try {
    const headers = Object.entries(webhook.sign(body, { timestamp: time, ...(id === "" ? {} : { id }) }));
    const url = URL + webhook.scheme.name;
    return { method: "POST", url, headers: [CONTENT_TYPE, ...hints, ...headers], body: new TextEncoder().encode(body) };
  } finally {
    webhook.dispose();
  }
}

/** What a receiver with this signer's scheme, secret and time says to a delivery. */
export function judged({ headers, body }: Delivery, { scheme, secret, time }: Signer): Verdict {
  const webhook = new Webhook(scheme, secret, { now: () => time });
  const check = webhook.check(body, headers);
  const verdict: Verdict = check.ok ? { ok: true, type: check.delivery.type ?? null } : { ok: false, code: check.code };
  webhook.dispose();
  return verdict;
}

const CONTENT_TYPE = ["Content-Type", "application/json"] as const;
