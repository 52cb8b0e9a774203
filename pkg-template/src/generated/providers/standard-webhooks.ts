// Written by generate.mjs from src/providers/*.toml; do not edit.

import { CheckedScheme, type Scheme } from "../../scheme/checked.ts";

/**
 * How Standard Webhooks signs, for `new Webhook(standardWebhooks, secret)` of `countersign/core`. Source: <https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md>
 */
export const standardWebhooks: Scheme<"standard-webhooks"> = /* @__PURE__ */ new CheckedScheme(
  { name: "standard-webhooks", algorithm: "hmac-sha256", key: { encoding: "base64", stripPrefixes: ["v1,whsec_", "whsec_"], neverPrefixes: ["whsk_", "whpk_"] }, signature: { header: "webhook-signature", format: { kind: "tokens", tag: "v1" }, encoding: "base64" }, content: "{header:webhook-id}.{timestamp}.{body}", timestamp: { from: { header: "webhook-timestamp" }, unit: "s", toleranceSeconds: 300 }, type: { body: "type" }, id: { header: "webhook-id" } },
) as unknown as Scheme<"standard-webhooks">;
