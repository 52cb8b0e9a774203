// Written by generate.mjs from src/providers/*.toml; do not edit.

export { agentbot } from "countersign/providers/agentbot";
export { bookbag } from "countersign/providers/bookbag";
export { chatbase } from "countersign/providers/chatbase";
export { digivault } from "countersign/providers/digivault";
export { github } from "countersign/providers/github";
export { libromi } from "countersign/providers/libromi";
export { shopify } from "countersign/providers/shopify";
export { slack } from "countersign/providers/slack";
export { standardWebhooks } from "countersign/providers/standard-webhooks";
export { stripe } from "countersign/providers/stripe";
