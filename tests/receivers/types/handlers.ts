// Handlers: what the provider of a Webhook says about the deliveries that reach them. Compiled, never run.

import { defineScheme, Webhook, type Delivery, type UnknownEventType } from "countersign";
import { Webhook as CoreWebhook } from "countersign/core";
import { agentbot as agentbotScheme } from "countersign/providers/agentbot";
import { receive, type Handler, type ReceiveOptions } from "countersign/fetch";
import { memory, type IdempotencyStore } from "countersign/idempotency";

/** Compiles only when both types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <Claim extends true>(claim: Claim): Claim => claim;

const agentbot = new Webhook("agentbot", "secret");
const stripe = new Webhook("stripe", "secret");
const acme = new Webhook(
  defineScheme({ name: "acme", algorithm: "hmac-sha256", signature: { header: "X-Acme" } }),
  "secret",
);

receive(agentbot, {
  on: {
    // The event type narrows the delivery that its handler gets.
    "message.created": ({ payload, parsed, type }) => {
      if (parsed.ok) holds<Same<typeof parsed.payload, typeof payload>>(true);
      holds<Same<typeof type, "message.created">>(true);
      holds<Same<typeof payload.data.body, string>>(true);
      holds<Same<typeof payload.data.visitor_email, string | null>>(true);
    },
    "ticket.created": async (delivery, { request, reply }) => {
      holds<Same<typeof delivery.payload.event, "ticket.created">>(true);
      holds<Same<typeof request, Request>>(true);
      reply({ status: 202 });
      reply("challenge");
      // @ts-expect-error: a Response has no place here
      reply(new Response());
      // @ts-expect-error: a body is text
      reply({ body: new Uint8Array() });
    },
    "*": (delivery) => {
      holds<Same<typeof delivery, Delivery<"agentbot">>>(true);
      holds<Same<typeof delivery.payload, unknown>>(true);
      // @ts-expect-error: nothing is known of the payload
      void delivery.payload.data;
    },
  },
});

receive(agentbot, {
  on: {
    // @ts-expect-error: no such event
    "message.create": () => {},
  },
});
// @ts-expect-error: no such field of this event
receive(agentbot, { on: { "message.created": ({ payload }) => payload.data.bdoy.trim() } });
// @ts-expect-error: a handler is a function
receive(agentbot, { on: { "message.created": "save" } });

// One function narrows for itself.
receive(agentbot, (delivery) => {
  if (delivery.type === "message.created") holds<Same<typeof delivery.payload.data.body, string>>(true);
  else if (delivery.type === undefined) holds<Same<typeof delivery.payload, unknown>>(true);
  const other: UnknownEventType | string | undefined = delivery.type;
  void other;
});

// Where there are more events than are listed, every name may be one, and the listed ones have types.
receive(stripe, {
  on: {
    "invoice.paid": ({ type, payload }) => {
      holds<Same<typeof type, "invoice.paid">>(true);
      holds<Same<typeof payload.type, "invoice.paid">>(true);
    },
    "tax_rate.created": (delivery) => void holds<Same<typeof delivery, Delivery<"stripe">>>(true),
    "*": (delivery) => void holds<Same<typeof delivery, Delivery<"stripe">>>(true),
  },
});
receive(stripe, {
  // @ts-expect-error: the payload has no such field
  on: { "invoice.paid": ({ payload }) => payload.data.objekt.trim() },
});
// @ts-expect-error: a handler is a function
receive(stripe, { on: { "tax_rate.created": "save" } });
// Where no events are typed, every name may be one.
receive(acme, {
  on: {
    anything: (delivery) => void holds<Same<typeof delivery, Delivery<string>>>(true),
    "*": ({ type }) => void holds<Same<typeof type, string | undefined>>(true),
  },
});

// A handler and options that stand elsewhere.
const save: Handler<Delivery<"agentbot">, object> = async ({ idempotencyKey }) => idempotencyKey;
const options: ReceiveOptions = {
  maxBodyBytes: 1024,
  background: true,
  waitUntil: (work: Promise<void>) => void work,
  onRejected: ({ code, family }) => [code, family],
  onDuplicate: ({ provider, type }, context) => [provider, type, context],
  onError: (error) => (error instanceof Error ? error.message : error),
};
receive(agentbot, save, options);
receive(stripe, save as Handler<Delivery, object>, options);

// A Webhook of the core, and whatever has its verify and its scheme, is as good.
const ofCore = new CoreWebhook(agentbotScheme, "secret");
receive(ofCore, {
  on: { "message.created": ({ payload }) => void holds<Same<typeof payload.data.body, string>>(true) },
});
receive(async () => ofCore, { on: { "ticket.created": ({ type }) => type } });
receive(
  { scheme: ofCore.scheme, verify: (...given: Parameters<typeof ofCore.verify>) => ofCore.verify(...given) },
  save,
);
// @ts-expect-error: a receiver verifies, and takes no answer of check
receive({ scheme: ofCore.scheme, check: ofCore.check }, save);

// A store is what has claim(), be it synchronous or not.
const own: IdempotencyStore = { claim: async () => ({ state: "claimed", complete() {}, async release() {} }) };
for (const idempotency of [memory({ ttlSeconds: 60, maxEntries: 10 }), own]) receive(agentbot, save, { idempotency });
// @ts-expect-error: the store, not what makes it
receive(agentbot, save, { idempotency: memory });
// @ts-expect-error: no such state
const odd: IdempotencyStore = { claim: () => ({ state: "maybe" }) };
void odd;
// @ts-expect-error: the option is ttlSeconds
memory({ ttl: 60 });

// @ts-expect-error: the option is maxBodyBytes
receive(agentbot, save, { maxBodySize: 1 });
// @ts-expect-error: a secret is not a Webhook
receive("secret", save);
// @ts-expect-error: nothing would be handled
receive(agentbot);
// @ts-expect-error: handlers stand under `on`
receive(agentbot, { "message.created": () => {} });
