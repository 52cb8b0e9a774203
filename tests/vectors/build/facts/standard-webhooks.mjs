// Standard Webhooks and Svix: one grammar under two sets of header names, and the tests of both.

const ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
const RIGHT = "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
const OTHER = "Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";
const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const MANY = `v1,${OTHER} v2,${OTHER} v1,${RIGHT} v1,${OTHER}`;
const AT = 1614265330000;

/** The tests that both libraries publish, under header names that begin with `prefix`. */
function publishedTests(prefix, source) {
  const test = (comment, signature, { now = AT, secret = SECRET, reason } = {}) => ({
    comment,
    source,
    secrets: [secret],
    headers: [
      [`${prefix}-signature`, signature],
      [`${prefix}-timestamp`, "1614265330"],
      [`${prefix}-id`, ID],
    ],
    body: '{"test": 2432232314}',
    now,
    reason,
  });
  return [
    test("published delivery", `v1,${RIGHT}`),
    test("published delivery, secret without its prefix", `v1,${RIGHT}`, {
      secret: "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    }),
    test("published: several signatures", MANY),
    test("published: only version 2", `v2,${RIGHT}`, { reason: "VERSION_UNKNOWN" }),
    test("published: partial signature", "v1,g0hM9", { reason: "SIGNATURE_MALFORMED" }),
    test("published delivery, age 300 s", `v1,${RIGHT}`, { now: AT + 300000 }),
    test("published: 301 s in the future", `v1,${RIGHT}`, { now: AT - 301000, reason: "TIMESTAMP_TOO_NEW" }),
  ];
}

const scheme = (name, prefix) => ({
  name,
  algorithm: "hmac-sha256",
  key: { encoding: "base64", stripPrefixes: ["v1,whsec_", "whsec_"] },
  signature: { header: `${prefix}-signature`, format: { kind: "tokens", tag: "v1" }, encoding: "base64" },
  content: `{header:${prefix}-id}.{timestamp}.{body}`,
  timestamp: { from: { header: `${prefix}-timestamp` }, unit: "s", toleranceSeconds: 300 },
  type: { body: "type" },
  id: { header: `${prefix}-id` },
});

const shared = (name, prefix, source) => ({
  about: "HMAC-SHA256 of id, timestamp and raw body, dots between; a list of v1,<base64>; 300 s.",
  scheme: scheme(name, prefix),
  secret: SECRET,
  at: AT,
  values: { [`${prefix}-id`]: ID },
  attacked: { body: '{"type":"contact.created","n":1.0}' },
  published: publishedTests(prefix, source),
});

const prefixed = (comment, secret) => ({
  comment,
  flags: ["secret-verbatim"],
  body: '{"type":"user.created"}',
  secrets: [secret],
});

export const standardWebhooks = {
  ...shared(
    "standard-webhooks",
    "webhook",
    "standard-webhooks/standard-webhooks libraries/javascript/src/webhook.test.ts",
  ),
  builtIn: true,
  odd: true,
  deep: ["signature", "header", "many", "content", "limits"],
  genuine: [
    {
      comment: "event with type, timestamp and data",
      body: '{"type":"user.created","timestamp":"2022-11-03T20:26:10.344522Z","data":{"id":"x"}}',
    },
    {
      comment: "another id",
      values: { "webhook-id": "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W" },
      body: '{"type":"user.deleted"}',
    },
  ],
  more: [
    prefixed("secret with the prefix v1,whsec_", "v1,whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
    prefixed("secret without a prefix", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
    prefixed("padded secret", `whsec_${Buffer.alloc(26, "k").toString("base64")}`),
    prefixed(
      "the same secret without its padding",
      `whsec_${Buffer.alloc(26, "k").toString("base64").replace("=", "")}`,
    ),
    prefixed("key of 64 bytes", `whsec_${Buffer.alloc(64, "k").toString("base64")}`),
    prefixed("key of 24 bytes", `whsec_${Buffer.alloc(24, "k").toString("base64")}`),
    {
      comment: "key of the secret's text instead of its base64",
      flags: ["secret-verbatim"],
      reason: "SIGNATURE_MISMATCH",
      body: "{}",
      secrets: [{ hex: Buffer.from(SECRET).toString("hex") }],
      held: [SECRET],
    },
    {
      comment: "id with a dot: the same content could be cut into another id, time and body",
      flags: ["field-shift"],
      reason: "SIGNATURE_MALFORMED",
      body: '{"type":"x"}',
      values: { "webhook-id": `${ID}.1614265330` },
      time: "5",
    },
    {
      comment: "id that ends in a dot",
      flags: ["field-shift"],
      reason: "SIGNATURE_MALFORMED",
      body: '{"type":"x"}',
      values: { "webhook-id": `${ID}.` },
    },
    {
      comment: "an asymmetric signature beside the right one",
      flags: ["version-unknown"],
      body: '{"type":"x"}',
      edit: ([[name, value], ...rest]) => [[name, `v1a,${"A".repeat(86)}== ${value}`], ...rest],
    },
    {
      comment: "the same names with svix- in front are other headers",
      flags: ["header-missing"],
      reason: "HEADER_MISSING",
      body: '{"type":"x"}',
      edit: (headers) => headers.map(([name, value]) => [name.replace("webhook", "svix"), value]),
    },
  ],
};

export const svix = {
  ...shared("svix", "svix", "svix/svix-webhooks javascript/src/webhook.test.ts"),
  only: ["body", "signature", "content"],
};
