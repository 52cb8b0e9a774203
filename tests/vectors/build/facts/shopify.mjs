// Shopify: deliveries of its own test suite, and ones made after its documentation.

const source = "Shopify/shopify-app-js packages/apps/shopify-api/lib/webhooks/__tests__/validate.test.ts";

const hints = [
  ["X-Shopify-Topic", "products/create"],
  ["X-Shopify-Shop-Domain", "shop1.myshopify.io"],
  ["X-Shopify-Webhook-Id", "123456789"],
  ["X-Shopify-API-Version", "2023-01"],
];

export const shopify = {
  about: "HMAC-SHA256 of the raw body, written in padded base64.",
  builtIn: true,
  odd: true,
  deep: ["secret", "signature", "value", "header"],
  scheme: {
    name: "shopify",
    algorithm: "hmac-sha256",
    signature: { header: "X-Shopify-Hmac-Sha256", encoding: "base64" },
    hints: ["X-Shopify-Topic", "X-Shopify-Shop-Domain", "X-Shopify-Webhook-Id", "X-Shopify-API-Version"],
  },
  secret: "shpss_0123456789abcdef",
  at: 1700000000000,
  hints,
  attacked: { body: '{"id":820982911946154508,"total":"2.00","n":1.0}' },
  genuine: [
    {
      comment: "order id over 2^53, as in the provider's sample",
      body: '{"id":820982911946154508,"email":"jon@example.com"}',
    },
  ],
  published: [
    {
      comment: "published delivery",
      source,
      secrets: ["test_secret_key"],
      headers: [["X-Shopify-Hmac-Sha256", "B23tXN681gZ0qIWNRrgtzBE9XSDo5yaUu6wfmhu3a7g="], ...hints],
      body: '{"foo": "bar"}',
    },
    {
      comment: "published: empty header",
      source,
      secrets: ["test_secret_key"],
      headers: [["X-Shopify-Hmac-Sha256", ""]],
      body: '{"foo": "bar"}',
      reason: "SIGNATURE_MALFORMED",
    },
  ],
};
