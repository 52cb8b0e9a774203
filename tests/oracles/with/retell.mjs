// retell-sdk: milliseconds, and the body stands in front of the time without anything between them.
import { library } from "../libraries.mjs";

const { symmetric } = await library("retell-sdk/lib/webhook_auth.mjs");

export const retell = {
  library: "retell-sdk",
  scheme: `name: retell
mac: sha256
header: X-Retell-Signature
format: pairs , = d v
content: {body}{timestamp}
timestamp: field ms
tolerance: 300 300
`,

  async sign({ secret, text, milliseconds }) {
    return { "x-retell-signature": await symmetric.sign(text, secret, milliseconds) };
  },

  verify({ secret, text, headers, now }) {
    return symmetric.verify(text, secret, headers["x-retell-signature"], { timestamp: now });
  },
};
