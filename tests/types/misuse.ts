// Misuse: what does not compile. Each line is a mistake that people make, and that would fail in
// production.

import { defineScheme, providers, Webhook, WebhookError, type Provider, type ProviderName } from "countersign";

declare const body: Uint8Array;
declare const headers: Record<string, string | string[] | undefined>;
declare const secret: string | undefined;

// @ts-expect-error: no such provider
new Webhook("agentbott", "secret");
// @ts-expect-error: process.env may not have it
new Webhook("agentbot", secret);
// @ts-expect-error: the option is toleranceSeconds
new Webhook("agentbot", "secret", { tolerance: 300 });
// @ts-expect-error: an age is a number of seconds
new Webhook("bookbag", "secret", { maxEventAgeSeconds: "8h" });
new Webhook("bookbag", "secret", { maxEventAgeSeconds: 28_800 });
// @ts-expect-error: a clock is a function
new Webhook("agentbot", "secret", { now: Date.now() });
// @ts-expect-error: a scheme is made by defineScheme
new Webhook({ name: "acme", mac: "sha256", signature: { header: "X-Acme" } }, "secret");

const webhook = new Webhook("agentbot", new Uint8Array(32), { toleranceSeconds: Infinity, now: () => 0 });
webhook.verify(body, headers);
webhook.verify("{}", new Map([["x-agentbot-signature", "t=1,v1="]]));
webhook.verify(new ArrayBuffer(0), [["x-agentbot-signature", ["t=1,v1="]]]);
webhook.verify(new DataView(new ArrayBuffer(0)), headers);

// @ts-expect-error: a parsed body
webhook.verify({ event: "message.created" }, headers);
// @ts-expect-error: a parsed body
webhook.verify([1, 2, 3], headers);
// @ts-expect-error: a promise, not awaited
webhook.verify(Promise.resolve("{}"), headers);
// @ts-expect-error: no body at all
webhook.verify(undefined, headers);
// @ts-expect-error: one value, not the headers
webhook.verify(body, "t=1,v1=");
// @ts-expect-error: a flat list
webhook.verify(body, ["x-agentbot-signature", "t=1,v1="]);
// @ts-expect-error: no headers
webhook.verify(body);
// @ts-expect-error: a header is text
webhook.verify(body, { "x-agentbot-signature": 1 });

webhook.sign(body, { timestamp: new Date(), id: "msg_1" });
// @ts-expect-error: a time is a Date or milliseconds
webhook.sign(body, { timestamp: "2026-01-01" });

const delivery = webhook.verify(body, headers);
// @ts-expect-error: the payload is not known before the type is
void delivery.payload.data;
// @ts-expect-error: nothing of a delivery can be set
delivery.secretIndex = 1;
// @ts-expect-error: a hint may be absent
void delivery.hints["X-Agentbot-Event"].length;

const error = new WebhookError("BODY_TOO_LARGE", undefined, { cause: new Error("413") });
const family: "misuse" | "malformed" | "rejected" | "unreadable" | "transport" = error.family;
void family;
// @ts-expect-error: no such code
new WebhookError("TOO_LARGE");

const names: ProviderName[] = ["agentbot", "standard-webhooks"];
const provider: Provider = providers[names[0] ?? "agentbot"];
// @ts-expect-error: a table to read
provider.toleranceSeconds = 1;
// @ts-expect-error: most providers tell no time in the body
void provider.eventTime.key;
void provider.eventTime?.key;
// @ts-expect-error: no such provider
void providers.acme;

// @ts-expect-error: an unsigned time proves nothing, and has no place in a scheme
defineScheme({ name: "acme", mac: "sha256", signature: { header: "X-Acme" }, timestamp: { from: "clock", unit: "s" } });
// @ts-expect-error: no such MAC
defineScheme({ name: "acme", mac: "md5", signature: { header: "X-Acme" } });
