// Misuse: what does not compile. Each line is a mistake that people make, and that would fail in
// production.

import {
  defineScheme,
  providers,
  Webhook,
  WebhookError,
  type FormatSpec,
  type Provider,
  type ProviderName,
  type SchemeSpec,
  type ToleranceSpec,
  type WebhookErrorDetail,
} from "countersign";

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
new Webhook({ name: "acme", algorithm: "hmac-sha256", signature: { header: "X-Acme" } }, "secret");

// A tolerance counts both ways, or each way by itself.
const tolerances: ToleranceSpec[] = [
  300,
  0,
  Infinity,
  {},
  { past: 300 },
  { future: 5 },
  { past: 300, future: Infinity },
];
for (const toleranceSeconds of tolerances) new Webhook("stripe", "secret", { toleranceSeconds });
new Webhook("stripe", "secret", { toleranceSeconds: { past: undefined, future: undefined } });
// @ts-expect-error: a tolerance is a number of seconds
new Webhook("stripe", "secret", { toleranceSeconds: "300" });
// @ts-expect-error: each way is a number of seconds
new Webhook("stripe", "secret", { toleranceSeconds: { past: "5 min" } });
// @ts-expect-error: the other way is the future
new Webhook("stripe", "secret", { toleranceSeconds: { past: 5, futur: 5 } });

new Webhook("stripe", "secret", { publicUrl: "https://example.com/webhooks/stripe" });
new Webhook("stripe", "secret", { publicUrl: ["https://example.com/a", "https://example.com/b"] });
// @ts-expect-error: a URL is text
new Webhook("stripe", "secret", { publicUrl: 443 });

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

// Facts of the request, for schemes that sign them and for deliveries that waited.
webhook.verify(body, headers, { method: "POST", url: "/webhooks?site=1", receivedAt: new Date() });
webhook.check(body, headers, { receivedAt: 0 });
webhook.check(body, headers, { method: undefined, url: undefined, receivedAt: undefined });
webhook.check(body, headers, undefined);
// @ts-expect-error: the fact is receivedAt
webhook.verify(body, headers, { recievedAt: new Date() });
// @ts-expect-error: a time is a Date or milliseconds
webhook.verify(body, headers, { receivedAt: "2026-01-01" });
// @ts-expect-error: a method is text
webhook.check(body, headers, { method: 1 });
// @ts-expect-error: a URL is text
webhook.check(body, headers, { url: ["/webhooks"] });
// @ts-expect-error: facts, and not the URL alone
webhook.check(body, headers, "/webhooks");
// @ts-expect-error: a clock is an option of the Webhook
webhook.verify(body, headers, { now: () => 0 });

webhook.sign(body, { timestamp: new Date(), id: "msg_1" });
webhook.sign(body, { method: "PUT", url: "https://example.com/" });
// @ts-expect-error: the option is url
webhook.sign(body, { uri: "https://example.com/" });
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
const detail: WebhookErrorDetail | undefined = error.detail;
const told: string | number | undefined = error.params["limit"];
const page: string = error.docs;
void [detail, told, page];
switch (error.detail) {
  case "header-missing":
  case "undecodable":
  case "signed-too-old":
  case "secret-not-set":
  case "scheme-field":
    break;
  // @ts-expect-error: the details are closed
  case "header-lost":
    break;
}
// @ts-expect-error: nothing of what a message names can be set
error.params["limit"] = 1;
new WebhookError("BODY_TOO_LARGE", "Too large.", { detail: "too-large", params: { limit: 5 } });
// @ts-expect-error: no such code
new WebhookError("TOO_LARGE");

const names: ProviderName[] = ["agentbot", "standard-webhooks"];
const provider: Provider = providers[names[0] ?? "agentbot"];
// How it signs are the fields of its scheme.
const facts: [string, string | null, number | null, string[]] = [
  provider.title,
  provider.docs,
  provider.timeoutSeconds,
  provider.events.map(({ type, when }) => type + when),
];
const tolerance: ToleranceSpec | undefined = provider.scheme.timestamp?.toleranceSeconds;
const hints: readonly string[] = provider.scheme.hints ?? [];
void [facts, tolerance, hints, provider.notes, provider.retries?.attempts];
// @ts-expect-error: a table to read
provider.timeoutSeconds = 1;
// @ts-expect-error: a scheme to read
provider.scheme.content = "{body}";
// @ts-expect-error: most providers tell no time in the body
void provider.scheme.eventTime.body;
void provider.scheme.eventTime?.body;
// @ts-expect-error: it is scheme.algorithm
void provider.mac;
// @ts-expect-error: it is scheme.signature.header
void provider.headers;
// @ts-expect-error: it is scheme.timestamp.toleranceSeconds
void provider.toleranceSeconds;
// @ts-expect-error: it is scheme.type
void provider.typeFrom;
// @ts-expect-error: it is scheme.eventTime
void provider.eventTime;
// @ts-expect-error: a scheme has no text form
void provider.scheme.text;
// @ts-expect-error: no such provider
void providers.acme;

// Every field of a scheme, as it is written and as people write it by mistake.
const formats: FormatSpec[] = [
  "value",
  { kind: "value" },
  { kind: "value", prefix: "sha256=" },
  { kind: "pairs", separator: ";", signatureKey: "v1" },
  { kind: "pairs", separator: ",", signatureKey: "v1", timestampKey: "t", spaces: true },
  { kind: "tokens", tag: "v1" },
  { kind: "positional" },
];
const plain = { name: "acme", algorithm: "hmac-sha256", signature: { header: "X-Acme" } } as const;
for (const format of formats) defineScheme({ ...plain, signature: { header: ["X-Acme", "x-old"], format } });
const whole: SchemeSpec = {
  ...plain,
  key: { encoding: "base64", stripPrefixes: ["whsec_"] },
  signature: { headers: ["X-One", "X-Two"], encoding: "base64url" },
  content: "{header:X-Id}.{timestamp}.{body}",
  timestamp: { from: { header: "X-Time" }, unit: "rfc3339", toleranceSeconds: { past: 5, future: 5 } },
  require: { "X-Version": "1" },
  type: { body: "meta.event_name" },
  id: { header: "X-Id" },
  hints: ["X-Topic"],
};
defineScheme(whole);
defineScheme({ ...plain, eventTime: { body: "ts", unit: "ms" } });
defineScheme({ ...plain, content: undefined, timestamp: undefined, hints: undefined });

// @ts-expect-error: there is no text form
defineScheme("name: acme\nmac: sha256\nheader: X-Acme");
// @ts-expect-error: no such algorithm
defineScheme({ ...plain, algorithm: "md5" });
// @ts-expect-error: it is written hmac-sha256
defineScheme({ ...plain, algorithm: "sha256" });
// @ts-expect-error: the field is algorithm
defineScheme({ name: "acme", mac: "sha256", signature: { header: "X-Acme" } });
// @ts-expect-error: a signature has at least a header
defineScheme({ ...plain, signature: "X-Acme" });
// @ts-expect-error: no such encoding
defineScheme({ ...plain, signature: { header: "X-Acme", encoding: "base32" } });
// @ts-expect-error: a prefix is a format of the kind value
defineScheme({ ...plain, signature: { header: "X-Acme", format: "sha256=" } });
// @ts-expect-error: pairs are separated by a comma or a semicolon
const barred: FormatSpec = { kind: "pairs", separator: "|", signatureKey: "v1" };
void barred;
// @ts-expect-error: the key of the signature is missing
defineScheme({ ...plain, signature: { header: "X-Acme", format: { kind: "pairs", separator: "," } } });
// @ts-expect-error: a kind of a format
defineScheme({ ...plain, signature: { header: "X-Acme", format: { kind: "riddle" } } });
// @ts-expect-error: an encoding of a key is an object's field
defineScheme({ ...plain, key: "base64" });
// @ts-expect-error: an unsigned time proves nothing, and has no place in a scheme
defineScheme({ ...plain, timestamp: { from: "clock", unit: "s" } });
// @ts-expect-error: a header is told from a field
defineScheme({ ...plain, timestamp: { from: "X-Time", unit: "s" } });
// @ts-expect-error: no such unit
defineScheme({ ...plain, timestamp: { from: "field", unit: "minutes" } });
// @ts-expect-error: a tolerance is a number of seconds
defineScheme({ ...plain, timestamp: { from: "field", unit: "s", toleranceSeconds: "300" } });
// @ts-expect-error: the field is toleranceSeconds
defineScheme({ ...plain, timestamp: { from: "field", unit: "s", tolerance: 300 } });
// @ts-expect-error: in the body or in a header
defineScheme({ ...plain, type: "event" });
// @ts-expect-error: the time of an event stands in the body
defineScheme({ ...plain, eventTime: { header: "X-Time", unit: "s" } });
// @ts-expect-error: hints are a list
defineScheme({ ...plain, hints: "X-Topic" });
// @ts-expect-error: headers by name
defineScheme({ ...plain, require: ["X-Version", "1"] });
