// Narrowing: what the type of an event, and the name of a provider, say about the payload.
// Compiled, never run.

import {
  defineScheme,
  providers,
  Webhook,
  type Delivery,
  type Scheme,
  type UnknownEventType,
  type WebhookErrorDetail,
} from "countersign";

declare const body: Uint8Array;
declare const headers: Record<string, string>;

/** Compiles only when both types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <Claim extends true>(claim: Claim): Claim => claim;

const agentbot = new Webhook("agentbot", "secret");
holds<Same<typeof agentbot, Webhook<"agentbot">>>(true);

const delivery = agentbot.verify(body, headers);
holds<Same<typeof delivery.provider, "agentbot">>(true);
holds<Same<typeof delivery.body, Uint8Array>>(true);
holds<Same<typeof delivery.timestamp, Date | undefined>>(true);

// A documented event type narrows the payload, and its undocumented fields stay unknown.
if (delivery.type === "message.created") {
  holds<Same<typeof delivery.payload.data.body, string>>(true);
  holds<Same<typeof delivery.payload.data.visitor_email, string | null>>(true);
  holds<Same<typeof delivery.payload.event, "message.created">>(true);
  // And so it does what was parsed.
  if (delivery.parsed.ok) holds<Same<typeof delivery.parsed.payload, typeof delivery.payload>>(true);
  else holds<Same<typeof delivery.parsed.code, "PAYLOAD_NOT_JSON">>(true);
  holds<Same<(typeof delivery.payload.data)["undocumented"], unknown>>(true);
}

switch (delivery.type) {
  case "conversation.created":
    holds<Same<typeof delivery.payload.site_id, string>>(true);
    break;
  case "ticket.created":
  case "ticket.updated":
    holds<Same<typeof delivery.payload.event, "ticket.created" | "ticket.updated">>(true);
    break;
  case "conversation.closed":
  case "message.created":
  case "conversation.needs_human":
    break;
  default: {
    // Every documented type is gone, and an unknown one is still a string.
    holds<Same<typeof delivery.type, UnknownEventType | undefined>>(true);
    holds<Same<typeof delivery.payload, unknown>>(true);
    const type: string | undefined = delivery.type;
    void type;
  }
}

// Without narrowing nothing is known of the payload.
holds<Same<typeof delivery.payload, unknown>>(true);
if (delivery.parsed.ok) holds<Same<typeof delivery.parsed.payload, unknown>>(true);
// @ts-expect-error: it may not have been JSON
void delivery.parsed.payload;

// A type that the provider does not document can be compared as the string it is.
const type: string | undefined = delivery.type;
if (type === "conversation.snoozed") void delivery.payload;

// check() narrows the same way, on either side.
const check = agentbot.check(body, headers);
if (check.ok) {
  if (check.delivery.type === "message.created")
    holds<Same<typeof check.delivery.payload.data.message_id, string>>(true);
} else {
  holds<Same<typeof check.status, number>>(true);
  holds<Same<typeof check.detail, WebhookErrorDetail | undefined>>(true);
  holds<Same<typeof check.params, Readonly<Record<string, string | number>>>>(true);
  switch (check.code) {
    case "SIGNATURE_MISMATCH":
    case "TIMESTAMP_TOO_OLD":
      break;
    // @ts-expect-error: the table of codes is closed
    case "SIGNATURE_WRONG":
      break;
  }
}

// Every other provider narrows to its own events.
const digivault = new Webhook("digivault", ["current", "previous"]).verify(body, headers);
if (digivault.type === "conversation.message.created") {
  holds<Same<typeof digivault.payload.data.object.message, string>>(true);
  // @ts-expect-error: the documented test event has no contact
  void digivault.payload.data.object.contact.name;
}
const chatbase = new Webhook("chatbase", "secret").verify(body, headers);
if (chatbase.type === "leads.submit")
  holds<Same<typeof chatbase.payload.payload.customerPhone, string | undefined>>(true);
const bookbag = new Webhook("bookbag", "secret").verify(body, headers);
if (bookbag.type === "conversation.replied")
  holds<Same<typeof bookbag.payload.data.agent_id, number | undefined>>(true);
const libromi = new Webhook("libromi", "secret").verify(body, headers);
if (libromi.type === "message.received") void libromi.payload.data.contact?.name?.trim();

// Of a provider that has more events than are listed, those that are listed have types.
const stripe = new Webhook("stripe", "secret").verify(body, headers);
if (stripe.type === "invoice.paid") holds<Same<typeof stripe.payload.type, "invoice.paid">>(true);
const unlisted: string | undefined = stripe.type;
void unlisted;

// An event that only a header names proves nothing about the body.
const github = new Webhook("github", "secret").verify(body, headers);
holds<Same<typeof github.payload, unknown>>(true);
// Schemes of users have plain strings.
const acme = new Webhook(
  defineScheme({ name: "acme", algorithm: "hmac-sha256", signature: { header: "X-Acme" } }),
  "secret",
);
holds<Same<typeof acme, Webhook<string>>>(true);
holds<Same<ReturnType<typeof acme.verify>, Delivery<string>>>(true);
holds<Same<typeof acme.scheme, Scheme<string>>>(true);

// The scheme of a Webhook carries the name of its provider, and with it the types of its events.
holds<Same<typeof agentbot.scheme, Scheme<"agentbot">>>(true);
const again = new Webhook(agentbot.scheme, "other");
holds<Same<typeof again, Webhook<"agentbot">>>(true);
const second = again.verify(body, headers);
if (second.type === "message.created") holds<Same<typeof second.payload.data.body, string>>(true);
declare const ofStripe: Scheme<"stripe">;
const byScheme = new Webhook(ofStripe, "secret");
holds<Same<typeof byScheme, Webhook<"stripe">>>(true);
holds<Same<ReturnType<typeof byScheme.verify>, Delivery<"stripe">>>(true);
const any = new Webhook(providers.agentbot.scheme, "secret");
holds<Same<typeof any, Webhook<string>>>(true);
// @ts-expect-error: the deliveries of Stripe are not those of Agentbot
const wrong: Webhook<"agentbot"> = byScheme;
void wrong;

// A function that takes any Webhook, or any delivery, takes those of a provider.
declare function receive(webhook: Webhook, delivery: Delivery): void;
receive(agentbot, delivery);
receive(acme, stripe);

// Wiped at the end of the block.
{
  using webhook = new Webhook("github", "secret");
  holds<Same<ReturnType<typeof webhook.sign>, Record<string, string>>>(true);
}
