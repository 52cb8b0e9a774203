// Written by generate.mjs from src/providers/*.toml; do not edit.

import type { SchemeSpec } from "../scheme/spec.ts";
import type { ProviderName } from "./provider-names.ts";

/** Every built-in scheme, by provider. */
export const schemes: { readonly [P in ProviderName]: SchemeSpec & { readonly name: P } } = {
  agentbot: { name: "agentbot", algorithm: "hmac-sha256", signature: { header: "X-Agentbot-Signature", format: { kind: "pairs", separator: ",", signatureKey: "v1", timestampKey: "t" } }, content: "{timestamp}.{body}", timestamp: { from: "field", unit: "s", toleranceSeconds: 300 }, type: { body: "event" }, hints: ["X-Agentbot-Event", "X-Agentbot-Delivery-Id"] },
  bookbag: { name: "bookbag", algorithm: "hmac-sha256", signature: { header: "X-Bookbag-Signature", format: { kind: "value", prefix: "sha256=" } }, type: { body: "event" }, eventTime: { body: "ts", unit: "ms" } },
  chatbase: { name: "chatbase", algorithm: "hmac-sha1", signature: { header: "x-chatbase-signature" }, type: { body: "eventType" } },
  digivault: { name: "digivault", algorithm: "hmac-sha256", signature: { header: ["X-DigiVault-Signature", "x-bitvault-signature"] }, type: { body: "type" }, id: { body: "id" }, eventTime: { body: "created_at", unit: "s" } },
  github: { name: "github", algorithm: "hmac-sha256", key: { neverPrefixes: ["ghp_", "github_pat_", "gho_", "ghu_", "ghs_", "ghr_", "-----BEGIN"] }, signature: { header: "X-Hub-Signature-256", format: { kind: "value", prefix: "sha256=" } }, hints: ["X-GitHub-Event", "X-GitHub-Delivery"] },
  libromi: { name: "libromi", algorithm: "hmac-sha256", signature: { header: "x-libromi-signature" }, type: { body: "type" } },
  shopify: { name: "shopify", algorithm: "hmac-sha256", key: { neverPrefixes: ["shpat_", "shpca_", "shppa_", "shptka_"] }, signature: { header: "X-Shopify-Hmac-Sha256", encoding: "base64" }, hints: ["X-Shopify-Topic", "X-Shopify-Shop-Domain", "X-Shopify-Webhook-Id", "X-Shopify-API-Version"] },
  slack: { name: "slack", algorithm: "hmac-sha256", key: { neverPrefixes: ["xox", "xapp-", "xwfp-"] }, signature: { header: "X-Slack-Signature", format: { kind: "value", prefix: "v0=" } }, content: "v0:{timestamp}:{body}", timestamp: { from: { header: "X-Slack-Request-Timestamp" }, unit: "s", toleranceSeconds: 300 }, type: { body: "type" }, id: { body: "event_id" } },
  "standard-webhooks": { name: "standard-webhooks", algorithm: "hmac-sha256", key: { encoding: "base64", stripPrefixes: ["v1,whsec_", "whsec_"], neverPrefixes: ["whsk_", "whpk_"] }, signature: { header: "webhook-signature", format: { kind: "tokens", tag: "v1" }, encoding: "base64" }, content: "{header:webhook-id}.{timestamp}.{body}", timestamp: { from: { header: "webhook-timestamp" }, unit: "s", toleranceSeconds: 300 }, type: { body: "type" }, id: { header: "webhook-id" } },
  stripe: { name: "stripe", algorithm: "hmac-sha256", key: { neverPrefixes: ["sk_", "rk_", "pk_"] }, signature: { header: "Stripe-Signature", format: { kind: "pairs", separator: ",", signatureKey: "v1", timestampKey: "t" } }, content: "{timestamp}.{body}", timestamp: { from: "field", unit: "s", toleranceSeconds: 300 }, type: { body: "type" }, id: { body: "id" } },
};
