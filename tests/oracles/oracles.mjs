// The oracles by name. Each one is a library, the scheme it speaks, and two verbs: sign and verify.
import { nodeCrypto, webCrypto } from "./with/engine.mjs";
import { gocardless } from "./with/gocardless.mjs";
import { linear } from "./with/linear.mjs";
import { notion } from "./with/notion.mjs";
import { octokit, octokitWeb } from "./with/octokit.mjs";
import { paddle } from "./with/paddle.mjs";
import { retell } from "./with/retell.mjs";
import { sanity } from "./with/sanity.mjs";
import { shopify } from "./with/shopify.mjs";
import { slack } from "./with/slack.mjs";
import { standardWebhooks, svix } from "./with/standard-webhooks.mjs";
import { stripe } from "./with/stripe.mjs";

export const oracles = {
  "node:crypto": nodeCrypto,
  WebCrypto: webCrypto,
  stripe,
  octokit,
  "octokit-web": octokitWeb,
  standardwebhooks: standardWebhooks,
  svix,
  slack,
  shopify,
  sanity,
  notion,
  linear,
  paddle,
  retell,
  gocardless,
};
