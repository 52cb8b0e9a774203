// Stripe: deliveries signed by its own library, and ones made after its documentation.

const source = "stripe-node 23.1.0 webhooks.generateTestHeaderString, timestamp 1700000000";
const secrets = ["whsec_test_secret"];
const plain = '{\n  "id": "evt_test_webhook",\n  "object": "event"\n}';
const v1 = "4f1cd7feda9826e746b7d482c4badebb657398df1099e1046364f6196a230150";
const escaped = "8679b96a73467dea52479a6cfc8a966c1a30e0edd300df5e198c504ce683f6b3";

const published = (comment, value, { body = plain, now = 1700000000000, reason } = {}) => ({
  comment,
  source,
  secrets,
  headers: [["Stripe-Signature", value]],
  body,
  now,
  reason,
});

export const stripe = {
  about: "HMAC-SHA256 of timestamp, dot and raw body; header t=<seconds>,v1=<hex>; 300 s both ways.",
  builtIn: true,
  odd: true,
  deep: ["secret", "pairs"],
  scheme: {
    name: "stripe",
    algorithm: "hmac-sha256",
    signature: {
      header: "Stripe-Signature",
      format: { kind: "pairs", separator: ",", signatureKey: "v1", timestampKey: "t" },
    },
    content: "{timestamp}.{body}",
    timestamp: { from: "field", unit: "s", toleranceSeconds: 300 },
    type: { body: "type" },
    id: { body: "id" },
  },
  secret: "whsec_bXlzZWNyZXRrZXkwMTIzNDU2Nzg5",
  at: 1700000000000,
  attacked: { body: '{"id":"evt_1","type":"charge.succeeded","n":1.0}' },
  genuine: [
    {
      comment: "event with its id",
      body: '{"id":"evt_1NG8Du2eZvKYlo2CUI79vXWy","object":"event","type":"charge.succeeded"}',
    },
  ],
  more: [
    {
      comment: "secret without its whsec_ prefix: the prefix is part of the key",
      flags: ["secret-verbatim"],
      reason: "SIGNATURE_MISMATCH",
      body: "{}",
      secrets: ["whsec_bXlzZWNyZXRrZXkwMTIzNDU2Nzg5"],
      held: ["bXlzZWNyZXRrZXkwMTIzNDU2Nzg5"],
    },
    {
      comment: "signed with the base64-decoded secret: it is text and not base64",
      flags: ["secret-verbatim"],
      reason: "SIGNATURE_MISMATCH",
      body: "{}",
      secrets: [{ hex: Buffer.from("mysecretkey0123456789").toString("hex") }],
      held: ["whsec_bXlzZWNyZXRrZXkwMTIzNDU2Nzg5"],
    },
    {
      comment: "test-mode v0 beside the right v1",
      flags: ["version-unknown"],
      body: "{}",
      edit: ([[name, value]]) => [[name, `${value},v0=${"6".repeat(64)}`]],
    },
    {
      comment: "type and id moved into a nested object",
      flags: ["json-facts"],
      body: '{"data":{"object":{"id":"ch_1","type":"charge"}}}',
    },
  ],
  published: [
    published("signed by the provider's library", `t=1700000000,v1=${v1}`),
    published("age exactly 300 s", `t=1700000000,v1=${v1}`, { now: 1700000300000 }),
    published("age 301 s", `t=1700000000,v1=${v1}`, { now: 1700000301000, reason: "TIMESTAMP_TOO_OLD" }),
    published("only v0: a downgrade", `t=1700000000,v0=${v1}`, { reason: "VERSION_UNKNOWN" }),
    published("no v1", "t=1700000000", { reason: "SIGNATURE_MALFORMED" }),
    published("junk after t, which the provider's library accepts", `t=1700000000abc,v1=${v1}`, {
      reason: "TIMESTAMP_MALFORMED",
    }),
    published("body with 1.0, an escaped letter and an escaped slash", `t=1700000000,v1=${escaped}`, {
      body: '{"id":"evt_é","amount":1.0,"note":"\\u00e9 \\/"}',
    }),
    published("the same delivery re-stringified", `t=1700000000,v1=${escaped}`, {
      body: '{"id":"evt_é","amount":1,"note":"é /"}',
      reason: "SIGNATURE_MISMATCH",
    }),
  ],
};
