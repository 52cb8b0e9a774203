// Core: countersign/core, which takes schemes only, and the providers that are imported alone. Compiled, never run.

import { Webhook as NamedWebhook, type WebhookError as NamedError } from "countersign";
import {
  defineScheme,
  Webhook,
  type WebhookError,
  type Check,
  type Delivery,
  type RequestFacts,
  type Scheme,
  type SchemeSpec,
  type WebhookOptions,
} from "countersign/core";
import { agentbot } from "countersign/providers/agentbot";
import { bookbag } from "countersign/providers/bookbag";
import { chatbase } from "countersign/providers/chatbase";
import { digivault } from "countersign/providers/digivault";
import { github } from "countersign/providers/github";
import { libromi } from "countersign/providers/libromi";
import { shopify } from "countersign/providers/shopify";
import { slack } from "countersign/providers/slack";
import { standardWebhooks } from "countersign/providers/standard-webhooks";
import { stripe } from "countersign/providers/stripe";

declare const body: Uint8Array;
declare const headers: Record<string, string>;
declare const secret: string | undefined;

/** Compiles only when both types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <Claim extends true>(claim: Claim): Claim => claim;

// A provider that is imported alone is the scheme of that name.
holds<Same<typeof stripe, Scheme<"stripe">>>(true);
holds<Same<typeof standardWebhooks, Scheme<"standard-webhooks">>>(true);
holds<Same<typeof github.name, "github">>(true);
const schemes: Scheme[] = [bookbag, chatbase, digivault, github, libromi, shopify, slack, standardWebhooks, stripe];
const names: string[] = schemes.map(({ name }) => name);
void names;

// It narrows as the name of the provider does.
const webhook = new Webhook(agentbot, "secret");
holds<Same<typeof webhook, Webhook<"agentbot">>>(true);
const delivery = webhook.verify(body, headers);
holds<Same<typeof delivery, Delivery<"agentbot">>>(true);
holds<Same<typeof delivery.provider, "agentbot">>(true);
if (delivery.type === "message.created") holds<Same<typeof delivery.payload.data.body, string>>(true);
const check: Check<"agentbot"> = webhook.check(body, headers);
if (check.ok && check.delivery.type === "ticket.created")
  holds<Same<typeof check.delivery.payload.event, "ticket.created">>(true);
const leads = new Webhook(chatbase, ["current", "previous"]).verify(body, headers);
if (leads.type === "leads.submit") holds<Same<typeof leads.payload.payload.customerPhone, string | undefined>>(true);
holds<Same<ReturnType<Webhook<"stripe">["verify"]>, Delivery<"stripe">>>(true);

// What a scheme is made of can be read, and made into another one.
const header: string | readonly string[] | undefined = stripe.signature.header;
const spec: SchemeSpec = stripe;
const acme = defineScheme({ ...stripe, name: "acme", content: "{timestamp}:{body}" });
holds<Same<typeof acme, Scheme<string>>>(true);
holds<Same<typeof acme.name, string>>(true);
defineScheme(JSON.parse("{}") as SchemeSpec);
defineScheme(spec);
void header;

// Facts and options go in by their own types.
const facts: RequestFacts = { method: "POST", url: "/webhooks", receivedAt: new Date() };
const options: WebhookOptions = { toleranceSeconds: { past: 300 }, publicUrl: [], now: () => 0 };
new Webhook(acme, new Uint8Array(32), options).verify(body, headers, facts);

// A Webhook of countersign is one of the core, and the errors of both are of one class.
const named: Webhook<"agentbot"> = new NamedWebhook("agentbot", "secret");
declare function receive(webhook: Webhook, delivery: Delivery): void;
receive(named, delivery);
receive(webhook, named.verify(body, headers));
new NamedWebhook(stripe, "secret").check(body, headers);
holds<Same<typeof WebhookError, typeof NamedError>>(true);

// @ts-expect-error: the core knows no provider by name
new Webhook("stripe", "secret");
// @ts-expect-error: a scheme is made by defineScheme
new Webhook({ name: "acme", algorithm: "hmac-sha256", signature: { header: "X-Acme" } }, "secret");
// @ts-expect-error: process.env may not have it
new Webhook(stripe, secret);
// @ts-expect-error: no such event of this provider
if (delivery.type === "message.deleted") void delivery;
// @ts-expect-error: the deliveries of one provider are not those of another
const other: Webhook<"stripe"> = webhook;
void other;
// @ts-expect-error: nothing of a scheme can be set
stripe.content = "{body}";
// @ts-expect-error: at any depth
stripe.signature.encoding = "hex";
// @ts-expect-error: a scheme has no text form
void stripe.text;
// @ts-expect-error: providers are not in the core
import { providers } from "countersign/core";
void providers;
// @ts-expect-error: no such provider
import { nobody } from "countersign/providers/nobody";
void nobody;
