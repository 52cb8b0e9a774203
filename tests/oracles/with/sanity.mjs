// @sanity/webhook: pairs with base64url and milliseconds. It knows no tolerance.
import { library } from "../libraries.mjs";

const { default: sanityWebhook } = await library("@sanity/webhook/dist/index.js");

export const sanity = {
  library: "@sanity/webhook",
  scheme: {
    name: "sanity",
    algorithm: "hmac-sha256",
    signature: {
      header: "sanity-webhook-signature",
      format: { kind: "pairs", separator: ",", signatureKey: "v1", timestampKey: "t" },
      encoding: "base64url",
    },
    content: "{timestamp}.{body}",
    timestamp: { from: "field", unit: "ms" },
  },

  async sign({ secret, text, milliseconds }) {
    const value = await sanityWebhook.encodeSignatureHeader(text, milliseconds, secret);
    return { "sanity-webhook-signature": value };
  },

  verify({ secret, raw, headers }) {
    return sanityWebhook.isValidRequest({ headers, body: raw }, secret);
  },
};
