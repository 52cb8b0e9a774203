// @paddle/paddle-node-sdk: pairs parted by semicolons, five seconds of tolerance. It signs nothing: the sender here
// is its documentation.
import { createHmac } from "node:crypto";
import { library } from "../libraries.mjs";

const { Paddle } = (await library("@paddle/paddle-node-sdk/dist/cjs/index.cjs.node.js")).default;
const { webhooks } = new Paddle("key");

export const paddle = {
  library: "@paddle/paddle-node-sdk",
  scheme: {
    name: "paddle",
    algorithm: "hmac-sha256",
    signature: {
      header: "Paddle-Signature",
      format: { kind: "pairs", separator: ";", signatureKey: "h1", timestampKey: "ts" },
    },
    content: "{timestamp}:{body}",
    timestamp: { from: "field", unit: "s", toleranceSeconds: 5 },
  },
  join: (one, other) => `${one};${other.slice(other.indexOf("h1="))}`,

  sign({ secret, raw, seconds }) {
    const signature = createHmac("sha256", secret).update(`${seconds}:`).update(raw).digest("hex");
    return { "paddle-signature": `ts=${seconds};h1=${signature}` };
  },

  verify({ secret, text, headers }) {
    return webhooks.isSignatureValid(text, secret, headers["paddle-signature"]);
  },
};
