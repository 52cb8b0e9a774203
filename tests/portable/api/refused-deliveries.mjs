// Refused deliveries: for each detail of the core some deliveries that get it, with what the message then names.
import { ACME, BODY, NOW, PLAIN, ANY_SECRET } from "./kit.mjs";

const HEX = "<64 lower-case hex digits>";
const AGENTBOT = { header: "X-Agentbot-Signature", shape: `t=<Unix seconds>,v1=${HEX}` };
const SLACK_TIME = "X-Slack-Request-Timestamp";
const TOKENS = { header: "webhook-signature", shape: "v1,<44 characters of base64>" };
const BOOKBAG = { header: "X-Bookbag-Signature", shape: `sha256=${HEX}` };
const EITHER = "X-DigiVault-Signature or x-bitvault-signature";
const LONG = "x".repeat(5000);

const several = { ...PLAIN, signature: { headers: ["X-One", "X-Two"] } };
const versioned = { ...PLAIN, require: { "X-Version": "2" } };
const identified = { ...PLAIN, content: "{header:X-Id}.{body}" };
const inBody = { ...PLAIN, timestamp: { from: { body: "meta.at" }, unit: "rfc3339", toleranceSeconds: 60 } };
const dated = { ...ACME, timestamp: { from: "field", unit: "rfc3339", toleranceSeconds: 60 } };
const joined = { ...ACME, content: "{timestamp}{body}" };
const positional = { ...ACME, signature: { header: "X-Acme-Signature", format: { kind: "positional" } } };
const sha1 = { ...PLAIN, algorithm: "hmac-sha1", signature: { header: "X-Signature", encoding: "base64url" } };
const anyCase = { ...PLAIN, algorithm: "hmac-sha384", signature: { header: "X-Signature", encoding: "hex-any-case" } };
const spaced = {
  ...ACME,
  signature: { header: "X-Acme-Signature", format: { ...ACME.signature.format, separator: ";", spaces: true } },
};

const AT = `{"meta":{"at":"${new Date(NOW).toISOString()}"}}`;
const of = (seconds) => `{"event":"lead.created","ts":${NOW + seconds * 1000}}`;

/** The headers of a genuine delivery in which one is edited, left out, or added. */
const edited = (name, change) => (headers) => ({ ...headers, [name]: change(headers[name]) });
const without = (name) => (headers) => ({ ...headers, [name]: undefined });
const signature = (change) => (headers) => {
  const [[name, value]] = Object.entries(headers);
  return { ...headers, [name]: change(value) };
};
const twice = (value) => [value, value];

/** detail, scheme, what becomes of the headers of a genuine delivery, what the message names, and more of it. */
export const REFUSALS = [
  ["header-missing", "agentbot", () => ({}), { header: "X-Agentbot-Signature" }],
  ["header-missing", "digivault", () => ({}), { header: EITHER }],
  ["header-missing", several, () => ({}), { header: "X-One or X-Two" }],
  ["header-missing", "slack", without(SLACK_TIME), { header: SLACK_TIME }],
  ["header-missing", "standard-webhooks", without("webhook-id"), { header: "webhook-id" }],
  ["header-missing", "standard-webhooks", () => ({}), { header: "webhook-signature" }],
  ["header-missing", versioned, without("X-Version"), { header: "X-Version" }],
  ["header-repeated", "bookbag", signature(twice), { header: "X-Bookbag-Signature" }],
  ["header-repeated", "standard-webhooks", edited("webhook-signature", twice), { header: "webhook-signature" }],
  ["header-repeated", "slack", edited(SLACK_TIME, twice), { header: SLACK_TIME }],
  ["header-repeated", "standard-webhooks", edited("webhook-id", twice), { header: "webhook-id" }],
  ["header-repeated", positional, signature(twice), { header: "X-Acme-Signature" }],
  [
    "aliases-differ",
    "digivault",
    edited("x-bitvault-signature", () => "0".repeat(64)),
    { header: "x-bitvault-signature" },
  ],
  ["timestamp-repeated", "agentbot", signature((value) => `t=1,${value}`), AGENTBOT],
  ["timestamp-repeated", "agentbot", signature(twice), AGENTBOT],
  ["format-mismatch", "agentbot", signature(() => "nonsense"), AGENTBOT],
  ["format-mismatch", "agentbot", signature(() => ""), AGENTBOT],
  ["format-mismatch", "agentbot", signature(() => "t=1,\u0000"), AGENTBOT],
  ["format-mismatch", "bookbag", signature((value) => value.slice(7)), BOOKBAG],
  ["format-mismatch", "standard-webhooks", edited("webhook-signature", () => "v1"), TOKENS],
  ["header-too-long", "agentbot", signature((value) => `${value},v1=${LONG}`), AGENTBOT],
  ["undecodable", "agentbot", signature((value) => value.slice(0, -1)), AGENTBOT],
  ["undecodable", "bookbag", signature((value) => value.toUpperCase().replace("SHA256", "sha256")), BOOKBAG],
  [
    "undecodable",
    "shopify",
    signature(() => "=="),
    { header: "X-Shopify-Hmac-Sha256", shape: "<44 characters of base64>" },
  ],
  [
    "undecodable",
    "chatbase",
    signature(() => "0"),
    { header: "x-chatbase-signature", shape: "<40 lower-case hex digits>" },
  ],
  ["undecodable", sha1, signature(() => "?"), { header: "X-Signature", shape: "<27 characters of base64url>" }],
  ["undecodable", anyCase, signature(() => "?"), { header: "X-Signature", shape: "<96 hex digits>" }],
  [
    "undecodable",
    spaced,
    signature((value) => `${value}0`),
    { header: "X-Acme-Signature", shape: `t=<Unix seconds>; v1=${HEX}` },
  ],
  [
    "undecodable",
    positional,
    signature((value) => `${value}0`),
    { header: "X-Acme-Signature", shape: `<Unix seconds>,${HEX}` },
  ],
  ["no-signature", "agentbot", signature((value) => value.split(",")[0]), AGENTBOT],
  ["signed-header", "standard-webhooks", edited("webhook-id", () => "msg 1"), { header: "webhook-id" }],
  ["signed-header", "standard-webhooks", edited("webhook-id", () => "m\u00fcsg"), { header: "webhook-id" }],
  ["signed-header", versioned, edited("X-Version", () => " 2"), { header: "X-Version" }],
  ["ambiguous", identified, edited("X-Id", () => "msg.1"), { header: "X-Id" }],
  ["timestamp-missing", "agentbot", signature((value) => value.split(",")[1]), AGENTBOT],
  [
    "timestamp-form",
    "agentbot",
    signature((value) => value.replace("t=", "t=0")),
    { header: "X-Agentbot-Signature", unit: "Unix seconds" },
  ],
  ["timestamp-form", "slack", edited(SLACK_TIME, () => "yesterday"), { header: SLACK_TIME, unit: "Unix seconds" }],
  [
    "timestamp-form",
    dated,
    signature((value) => value.replace("-", "/")),
    { header: "X-Acme-Signature", unit: "RFC 3339 date and time" },
  ],
  [
    "timestamp-digits",
    joined,
    signature((value) => value.replace("t=", "t=1")),
    { header: "X-Acme-Signature", unit: "Unix seconds" },
  ],
  ["no-known-version", "agentbot", signature((value) => value.replace("v1=", "v2=")), AGENTBOT],
  ["no-known-version", "bookbag", signature((value) => value.replace("sha256=", "sha1=")), BOOKBAG],
  [
    "no-known-version",
    "standard-webhooks",
    edited("webhook-signature", (value) => value.replace("v1,", "v2,")),
    TOKENS,
  ],
  ["required-value", versioned, edited("X-Version", () => "1"), { header: "X-Version", value: "2" }],
  [
    "signatures-too-many",
    "agentbot",
    signature((value) => `${value}${`,${value.split(",")[1]}`.repeat(16)}`),
    { header: "X-Agentbot-Signature" },
  ],
  ["mismatch", "agentbot", signature((value) => value.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"))), {}],
  [
    "mismatch-line-break",
    "agentbot",
    signature((value) => value.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"))),
    {},
    { secret: `${ANY_SECRET}\n` },
  ],
  ["signed-too-old", "agentbot", same, { age: "602 s", limit: "300 s" }, { timestamp: NOW - 602_000 }],
  ["signed-too-old", dated, same, { age: "60.001 s", limit: "60 s" }, { timestamp: NOW - 60_001 }],
  ["signed-too-old", inBody, same, { age: "90.5 s", limit: "60 s" }, { body: AT, clock: NOW + 90_500 }],
  ["signed-too-new", "agentbot", same, { age: "301 s", limit: "300 s" }, { timestamp: NOW + 301_000 }],
  [
    "signed-too-new",
    "agentbot",
    same,
    { age: "8 s", limit: "7 s" },
    { timestamp: NOW + 8000, toleranceSeconds: { past: 1, future: 7 } },
  ],
  ["body-time", inBody, same, { path: "meta.at", unit: "RFC 3339 date and time" }, { body: BODY }],
  ["body-time", "bookbag", same, { path: "ts", unit: "Unix milliseconds" }, { maxEventAgeSeconds: 60 }],
  ["body-time", "digivault", same, { path: "created_at", unit: "Unix seconds" }, { maxEventAgeSeconds: 60 }],
  [
    "event-too-old",
    "bookbag",
    same,
    { path: "ts", age: "61 s", limit: "60 s" },
    { body: of(-61), maxEventAgeSeconds: 60 },
  ],
  [
    "event-too-new",
    "bookbag",
    same,
    { path: "ts", age: "300.5 s", limit: "300 s" },
    { body: of(300.5), maxEventAgeSeconds: 0 },
  ],
];

function same(headers) {
  return headers;
}

/** Every row as a delivery, and the receiver that refuses it. */
export function* refused({ Webhook, defineScheme }) {
  for (const [detail, spec, change, params, more = {}] of REFUSALS) {
    const { body = BODY, clock = NOW, timestamp, secret = ANY_SECRET, ...options } = more;
    const scheme = typeof spec === "string" ? spec : defineScheme(spec);
    const webhook = new Webhook(scheme, secret, { now: () => clock, ...options });
    // In the order of the scheme, so that the signature header is the first one.
    const headers = change(webhook.sign(body, { timestamp: timestamp ?? NOW }));
    yield { detail, params, scheme, secret, webhook, headers, body, options: { ...options, now: clock } };
    webhook.dispose();
  }
}
