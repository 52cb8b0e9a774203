// gocardless-nodejs: hex alone. It signs nothing: the sender here is its documentation.
import { createHmac } from "node:crypto";
import { library } from "../libraries.mjs";

const { default: gocardlessWebhooks } = await library("gocardless-nodejs/cjs/webhooks.js");

export const gocardless = {
  library: "gocardless-nodejs",
  scheme: { name: "gocardless", algorithm: "hmac-sha256", signature: { header: "Webhook-Signature" } },

  sign({ secret, raw }) {
    return { "webhook-signature": createHmac("sha256", secret).update(raw).digest("hex") };
  },

  verify({ secret, raw, headers }) {
    gocardlessWebhooks.verifySignature(raw, secret, headers["webhook-signature"]);
    return true;
  },
};
