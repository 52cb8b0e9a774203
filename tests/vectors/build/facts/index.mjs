// Every provider and scheme of the corpus; each becomes one file.

import { agentbot } from "./agentbot.mjs";
import { bookbag } from "./bookbag.mjs";
import { chatbase } from "./chatbase.mjs";
import { digivault } from "./digivault.mjs";
import { eventTimeSchemes } from "./event-time-schemes.mjs";
import { github } from "./github.mjs";
import { headerSchemes } from "./header-schemes.mjs";
import { libromi } from "./libromi.mjs";
import { pairsSchemes } from "./pairs-schemes.mjs";
import { pathSchemes } from "./path-schemes.mjs";
import { shopify } from "./shopify.mjs";
import { slack } from "./slack.mjs";
import { specialSchemes } from "./special-schemes.mjs";
import { standardWebhooks, svix } from "./standard-webhooks.mjs";
import { stripe } from "./stripe.mjs";
import { valueSchemes } from "./value-schemes.mjs";

const builtIn = [bookbag, chatbase, agentbot, digivault, libromi, github, stripe, slack, shopify, standardWebhooks];

export const providers = [
  ...builtIn.map((facts) => ({ ...facts, isRestringified: true })),
  svix,
  ...valueSchemes,
  ...pairsSchemes,
  ...headerSchemes,
  ...specialSchemes,
  ...pathSchemes,
  ...eventTimeSchemes,
];
