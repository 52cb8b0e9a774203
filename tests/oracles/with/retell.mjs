// retell-sdk: milliseconds, and the body stands in front of the time without anything between them.
import { library } from "../libraries.mjs";

const { symmetric } = await library("retell-sdk/lib/webhook_auth.mjs");

export const retell = {
  library: "retell-sdk",
  scheme: {
    name: "retell",
    algorithm: "hmac-sha256",
    signature: {
      header: "X-Retell-Signature",
      format: { kind: "pairs", separator: ",", signatureKey: "d", timestampKey: "v" },
    },
    content: "{body}{timestamp}",
    timestamp: { from: "field", unit: "ms", toleranceSeconds: 300 },
  },

  async sign({ secret, text, milliseconds }) {
    return { "x-retell-signature": await symmetric.sign(text, secret, milliseconds) };
  },

  verify({ secret, text, headers, now }) {
    return symmetric.verify(text, secret, headers["x-retell-signature"], { timestamp: now });
  },
};
