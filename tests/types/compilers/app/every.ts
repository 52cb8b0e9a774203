// The declarations of every entry that needs no framework beside it, as a user's compiler reads them.
import { Webhook, WebhookError, defineScheme } from "countersign";
import { Webhook as Core } from "countersign/core";
import { explain } from "countersign/explain";
import { receive } from "countersign/fetch";
import { durableObject, memory } from "countersign/idempotency";
import { stripe } from "countersign/providers/stripe";
import { samples } from "countersign/samples";

const webhook = new Webhook("stripe", "secret");
export const id: string | undefined = webhook.verify("{}", {}).id;
export const core = new Core(stripe, "secret");
export const all = [
  receive(webhook, () => undefined),
  explain,
  samples,
  memory,
  durableObject,
  defineScheme,
  WebhookError,
];
