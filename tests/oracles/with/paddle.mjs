// @paddle/paddle-node-sdk: pairs parted by semicolons, five seconds of tolerance. It signs nothing: the sender here
// is its documentation.
import { createHmac } from "node:crypto";
import { library } from "../libraries.mjs";

const { Paddle } = (await library("@paddle/paddle-node-sdk/dist/cjs/index.cjs.node.js")).default;
const { webhooks } = new Paddle("key");

export const paddle = {
  library: "@paddle/paddle-node-sdk",
  scheme: `name: paddle
mac: sha256
header: Paddle-Signature
format: pairs ; = h1 ts
content: {timestamp}:{body}
timestamp: field s
tolerance: 5 5
`,
  join: (one, other) => `${one};${other.slice(other.indexOf("h1="))}`,

  sign({ secret, raw, seconds }) {
    const signature = createHmac("sha256", secret).update(`${seconds}:`).update(raw).digest("hex");
    return { "paddle-signature": `ts=${seconds};h1=${signature}` };
  },

  verify({ secret, text, headers }) {
    return webhooks.isSignatureValid(text, secret, headers["paddle-signature"]);
  },
};
