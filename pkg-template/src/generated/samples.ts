// Written by generate.mjs from src/providers/*.toml; do not edit.

import { frozen } from "../providers/provider.ts";
import type { Samples } from "../samples/types.ts";
import { samplesAgentbot } from "./samples/agentbot.ts";
import { samplesBookbag } from "./samples/bookbag.ts";
import { samplesChatbase } from "./samples/chatbase.ts";
import { samplesDigivault } from "./samples/digivault.ts";
import { samplesGithub } from "./samples/github.ts";
import { samplesLibromi } from "./samples/libromi.ts";
import { samplesShopify } from "./samples/shopify.ts";
import { samplesSlack } from "./samples/slack.ts";
import { samplesStandardWebhooks } from "./samples/standard-webhooks.ts";
import { samplesStripe } from "./samples/stripe.ts";

/** Every sample, by provider and event type. */
export const allSamples: Samples = /* @__PURE__ */ frozen(() => ({
  agentbot: samplesAgentbot,
  bookbag: samplesBookbag,
  chatbase: samplesChatbase,
  digivault: samplesDigivault,
  github: samplesGithub,
  libromi: samplesLibromi,
  shopify: samplesShopify,
  slack: samplesSlack,
  "standard-webhooks": samplesStandardWebhooks,
  stripe: samplesStripe,
}));
