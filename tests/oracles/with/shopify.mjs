// @shopify/shopify-api: webhooks.validate of an app, by WebCrypto. It signs nothing: the sender here is its
// documentation.
import { createHmac } from "node:crypto";
import { library } from "../libraries.mjs";

await library("@shopify/shopify-api/dist/esm/adapters/node/index.mjs");
const { shopifyApi, ApiVersion } = await library("@shopify/shopify-api/dist/esm/lib/index.mjs");

const app = shopifyApi({
  apiKey: "key",
  apiSecretKey: "replaced in each case",
  hostName: "example.com",
  apiVersion: ApiVersion?.October25 ?? "2025-10",
  isEmbeddedApp: true,
  logger: { log: () => {} },
});

/** Headers that it needs, and that nobody signs. */
const UNSIGNED = {
  "x-shopify-topic": "orders/create",
  "x-shopify-shop-domain": "example.myshopify.com",
  "x-shopify-api-version": "2025-10",
  "x-shopify-webhook-id": "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043",
};

export const shopify = {
  library: "@shopify/shopify-api",
  scheme: "shopify",

  sign({ secret, raw }) {
    return { "x-shopify-hmac-sha256": createHmac("sha256", secret).update(raw).digest("base64") };
  },

  async verify({ secret, text, headers }) {
    app.config.apiSecretKey = secret;
    const rawRequest = { method: "POST", url: "/", headers: { ...UNSIGNED, ...headers } };
    const { valid } = await app.webhooks.validate({ rawBody: text, rawRequest, rawResponse: {} });
    return valid;
  },
};
