// Samples: typed as the payloads of deliveries are. Compiled, never run.

import { Webhook, type DigiVaultEvents, type Delivery, type ProviderEvents, type ProviderName } from "countersign";
import { samples, type Samples } from "countersign/samples";

/** Compiles only when both types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <Claim extends true>(claim: Claim): Claim => claim;

holds<Same<typeof samples, Samples>>(true);
holds<Same<keyof Samples, ProviderName>>(true);
holds<Same<keyof Samples["digivault"], keyof DigiVaultEvents>>(true);

// The documented fields have their types, and the others are unknown.
const created = samples.agentbot["message.created"];
holds<Same<typeof created.event, "message.created">>(true);
holds<Same<typeof created.data.body, string>>(true);
holds<Same<typeof created.data.visitor_email, string | null>>(true);
holds<Same<(typeof created.data)["undocumented"], unknown>>(true);
holds<Same<(typeof samples.chatbase)["leads.submit"]["payload"]["customerPhone"], string | undefined>>(true);
void samples.digivault["conversation.message.created"].data.object.contact?.name.trim();
void samples.libromi["message.received"].data.contact?.name?.trim();

// Whatever takes a payload takes its sample.
const payload: ProviderEvents["agentbot"]["message.created"] = created;
declare function handle(payload: Extract<Delivery<"bookbag">, { type: "lead.created" }>["payload"]): void;
handle(samples.bookbag["lead.created"]);
void payload;

holds<Same<(typeof samples.stripe)["invoice.paid"]["type"], "invoice.paid">>(true);

// Events that a header names have types, too.
holds<Same<(typeof samples.github)["push"]["ref"], string>>(true);

const body = JSON.stringify(samples.slack.event_callback);
const webhook = new Webhook("slack", "secret");
webhook.verify(body, webhook.sign(body));

// @ts-expect-error: no such provider
void samples.acme;
// @ts-expect-error: no such event
void samples.agentbot["message.deleted"];
// @ts-expect-error: no sample of this one
void samples.stripe["tax_rate.created"];
// @ts-expect-error: the event of another provider
handle(samples.agentbot["ticket.created"]);
// @ts-expect-error: the documented address may be null
created.data.visitor_email.trim();
// @ts-expect-error: everyone has the same sample
created.data.body = "Hello";
// @ts-expect-error: everyone has the same samples
samples.stripe["invoice.paid"] = {};
// @ts-expect-error: a sample is a value, and its JSON a body
webhook.sign(created);
