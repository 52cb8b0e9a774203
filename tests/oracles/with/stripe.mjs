// stripe: verifyHeader is what constructEvent asks before it parses the body.
import { library } from "../libraries.mjs";

const { default: Stripe } = await library("stripe/esm/stripe.esm.node.js");
const { webhooks } = Stripe;

export const stripe = {
  library: "stripe",
  scheme: "stripe",
  join: (one, other) => `${one},${other.slice(other.indexOf("v1="))}`,

  sign({ secret, text, seconds }) {
    return { "stripe-signature": webhooks.generateTestHeaderString({ payload: text, secret, timestamp: seconds }) };
  },

  verify({ secret, raw, headers, now }) {
    return webhooks.signature.verifyHeader(raw, headers["stripe-signature"], secret, 300, undefined, now);
  },
};
