// countersign/samples: realistic payloads to sign and to test a receiver with: every documented event of five providers,
// the most common ones of the others. Data alone: it carries no module, and no other part of the package needs it.

import { frozen } from "../provider.ts";
import { agentbot } from "./agentbot.ts";
import { bookbag } from "./bookbag.ts";
import { chatbase } from "./chatbase.ts";
import { digivault } from "./digivault.ts";
import { github } from "./github.ts";
import { libromi } from "./libromi.ts";
import { shopify } from "./shopify.ts";
import { slack } from "./slack.ts";
import { standardWebhooks } from "./standard-webhooks.ts";
import { stripe } from "./stripe.ts";
import type { Samples } from "./types.ts";

export type { Frequent, FrequentEvents, Frozen, SamplePayload, Samples } from "./types.ts";

/**
 * Payloads by provider and event type. `JSON.stringify` of one is a body that
 * `webhook.sign` signs.
 *
 * Of the five providers that document their events every event is here, and every documented field
 * in its documented form. Where they document none, the fields are likely ones: rely on no name
 * that the provider does not state. Of the others there are the events that receivers get most
 * often, in the provider's own form, shortened. All names, addresses and ids are made up.
 *
 * @example
 * import { Webhook } from "countersign";
 * import { samples } from "countersign/samples";
 *
 * const webhook = new Webhook("agentbot", "ag_secret");
 * const body = JSON.stringify(samples.agentbot["message.created"]);
 * const delivery = webhook.verify(body, webhook.sign(body));
 * console.log(delivery.type); // message.created
 */
export const samples: Samples = /* @__PURE__ */ frozen(() => ({
  agentbot,
  bookbag,
  chatbase,
  digivault,
  github,
  libromi,
  shopify,
  slack,
  "standard-webhooks": standardWebhooks,
  stripe,
}));
