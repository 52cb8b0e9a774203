// Written by generate.mjs from src/providers/*.toml; do not edit.

import { CheckedScheme, type Scheme } from "../../scheme/checked.ts";

/**
 * How Shopify signs, for `new Webhook(shopify, secret)` of `countersign/core`. Source: <https://shopify.dev/docs/apps/build/webhooks/subscribe/https>
 */
export const shopify: Scheme<"shopify"> = /* @__PURE__ */ new CheckedScheme(
  { name: "shopify", algorithm: "hmac-sha256", key: { neverPrefixes: ["shpat_", "shpca_", "shppa_", "shptka_"] }, signature: { header: "X-Shopify-Hmac-Sha256", encoding: "base64" }, hints: ["X-Shopify-Topic", "X-Shopify-Shop-Domain", "X-Shopify-Webhook-Id", "X-Shopify-API-Version"] },
) as unknown as Scheme<"shopify">;
