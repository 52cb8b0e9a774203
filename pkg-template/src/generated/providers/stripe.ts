// Written by generate.mjs from src/providers/*.toml; do not edit.

import { CheckedScheme, type Scheme } from "../../scheme/checked.ts";

/**
 * How Stripe signs, for `new Webhook(stripe, secret)` of `countersign/core`. Source: <https://docs.stripe.com/webhooks#verify-manually>
 */
export const stripe: Scheme<"stripe"> = /* @__PURE__ */ new CheckedScheme(
  { name: "stripe", algorithm: "hmac-sha256", key: { neverPrefixes: ["sk_", "rk_", "pk_"] }, signature: { header: "Stripe-Signature", format: { kind: "pairs", separator: ",", signatureKey: "v1", timestampKey: "t" } }, content: "{timestamp}.{body}", timestamp: { from: "field", unit: "s", toleranceSeconds: 300 }, type: { body: "type" }, id: { body: "id" } },
) as unknown as Scheme<"stripe">;
