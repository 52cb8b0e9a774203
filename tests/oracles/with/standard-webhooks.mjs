// standardwebhooks, the reference library, and svix on top of it, which reads headers of its own name as well.
import { fc, library } from "../libraries.mjs";

const STANDARD = ["webhook-id", "webhook-timestamp", "webhook-signature"];
const SVIX = ["svix-id", "svix-timestamp", "svix-signature"];

const key = fc.uint8Array({ minLength: 1, maxLength: 64 }).map((bytes) => Buffer.from(bytes).toString("base64"));
const odd = fc.constantFrom(
  "v1,whsec_YWJj",
  "whsec_YWI",
  "whsec_",
  "whsec_YWJ",
  "YWJj=",
  "YWK=",
  "YWJj\n",
  " YWJj",
  "a-_b",
  "!!!!",
);

const oracle = (library, Webhook, scheme, [id, timestamp, signature]) => ({
  library,
  scheme,
  secrets: fc.oneof(
    { weight: 12, arbitrary: key.map((text) => `whsec_${text}`) },
    { weight: 6, arbitrary: key },
    { weight: 1, arbitrary: odd },
  ),
  join: (one, other) => `${one} ${other}`,

  sign({ secret, raw, seconds, id: value }) {
    const signed = new Webhook(secret).sign(value, new Date(seconds * 1000), raw);
    return { [id]: value, [timestamp]: `${seconds}`, [signature]: signed };
  },

  verify({ secret, raw, headers }) {
    new Webhook(secret).verify(raw, headers, { jsonParse: false });
    return true;
  },
});

const schemeOf = ([id, timestamp, signature]) => ({
  name: "svix",
  algorithm: "hmac-sha256",
  key: { encoding: "base64", stripPrefixes: ["v1,whsec_", "whsec_"] },
  signature: { header: signature, format: { kind: "tokens", tag: "v1" }, encoding: "base64" },
  content: `{header:${id}}.{timestamp}.{body}`,
  timestamp: { from: { header: timestamp }, unit: "s", toleranceSeconds: 300 },
  id: { header: id },
});

const reference = await library("standardwebhooks/dist/index.js");
const { Webhook: SvixWebhook } = await library("svix/dist/index.mjs");

export const standardWebhooks = oracle("standardwebhooks", reference.Webhook, "standard-webhooks", STANDARD);
export const svix = oracle("svix", SvixWebhook, schemeOf(SVIX), SVIX);
