// DigiVault: the facts of its webhook guide, and deliveries made after them.

import { eventAges } from "./event-ages.mjs";

const AT = 1640995200000;

const contact = {
  id: "WAz8eIbvDR60rouK",
  username: "FrankMcCallister",
  name: "Frank McCallister",
  avatar_url: "https://assets.digivault.com/avatars/frank.jpg",
};

const message = {
  id: "xgQQXg3hrtjh7AvZ",
  conversation_id: "WAz8eIbvDR60rouK",
  contact,
  message: "Hello, world!",
  created_at: 1640995200,
};

const event = (type, object, at) => ({
  comment: `documented event ${type}`,
  body: JSON.stringify({ id: `webhook_${1234567890 + at}`, type, created_at: 1640995200, data: { object } }),
});

const conversation = { id: "WAz8eIbvDR60rouK", created_at: 1640995200 };
const group = { id: "gRp0001", name: "Büro", members: [contact.id] };

const events = [
  ["conversation.created", conversation],
  ["conversation.updated", conversation],
  ["conversation.archived", conversation],
  ["conversation.deleted", { id: conversation.id }],
  ["conversation.message.created", message],
  ["conversation.message.updated", { ...message, message: "Hello, Welt! 👋" }],
  ["conversation.message.deleted", { id: message.id }],
  ["conversation.message.read", { id: message.id, read_at: 1640995260 }],
  ["contact.created", contact],
  ["contact.updated", contact],
  ["contact.deleted", { id: contact.id }],
  ["group.created", group],
  ["group.updated", group],
  ["group.member_added", { ...group, member: contact.id }],
  ["group.member_removed", { ...group, members: [] }],
  ["group.deleted", { id: group.id }],
];

const pretty = (comment, value) => ({
  comment,
  source: "DigiVault webhook guide; signature computed",
  body: JSON.stringify(value, null, 2),
});

/** Sends the signature under the names that `arrange` gives it. */
const named = (comment, reason, arrange) => ({
  comment,
  flags: ["alias"],
  reason,
  body: '{"id":"webhook_1","type":"contact.created"}',
  edit: ([[, value]]) => arrange(value),
});

const documented = "X-DigiVault-Signature";
const older = "x-bitvault-signature";
const forged = (value) => `${value.slice(0, -1)}${value.endsWith("0") ? "1" : "0"}`;

export const digivault = {
  about: "HMAC-SHA256 of the raw body as 64 lower-case hex digits, under either of two header names.",
  builtIn: true,
  odd: "all",
  deep: ["body", "secret", "signature", "value", "header"],
  scheme: {
    name: "digivault",
    algorithm: "hmac-sha256",
    signature: { header: [documented, older] },
    type: { body: "type" },
    id: { body: "id" },
    eventTime: { body: "created_at", unit: "s" },
  },
  secret: "dv_secret_0a1b2c3d4e",
  at: AT,
  attacked: { body: '{"id":"webhook_1","type":"contact.created","data":{"n":1.0}}' },
  genuine: [
    pretty("documented payload, pretty-printed", {
      id: "webhook_1234567890",
      type: "conversation.message.created",
      created_at: 1640995200,
      data: { object: message },
    }),
    pretty("documented test event, pretty-printed", {
      id: "webhook_test_123",
      type: "conversation.message.created",
      created_at: 1640995200,
      data: {
        object: {
          id: "test_message_id",
          conversation_id: "test_conversation_id",
          message: "This is a test message",
          created_at: 1640995200,
        },
      },
    }),
    ...events.map(([type, object], at) => event(type, object, at)),
    { comment: "no id: the idempotency key is the hash of the body", body: '{"type":"x"}' },
  ],
  more: [
    named("signature under the other name", undefined, (value) => [[older, value]]),
    named("both names, the same value", undefined, (value) => [
      [documented, value],
      [older, value],
    ]),
    named("both names, the same value, the other one first", undefined, (value) => [
      [older, value],
      [documented, value],
    ]),
    named("both names, the second one forged", "HEADER_REPEATED", (value) => [
      [documented, value],
      [older, forged(value)],
    ]),
    named("both names, the first one forged", "HEADER_REPEATED", (value) => [
      [documented, forged(value)],
      [older, value],
    ]),
    named("both names, the other one of no characters", "HEADER_REPEATED", (value) => [
      [documented, value],
      [older, ""],
    ]),
    named("both names, the other one in upper case", "HEADER_REPEATED", (value) => [
      [documented, value],
      [older, value.toUpperCase()],
    ]),
    named("one of the names twice", "HEADER_REPEATED", (value) => [
      [older, value],
      [older, value],
    ]),
    named("both names, each of them twice", "HEADER_REPEATED", (value) => [
      [documented, value],
      [older, value],
      [documented, value],
      [older, value],
    ]),
    named("both names, both forged alike", "SIGNATURE_MISMATCH", (value) => [
      [documented, forged(value)],
      [older, forged(value)],
    ]),
    named("the other name alone, forged", "SIGNATURE_MISMATCH", (value) => [[older, forged(value)]]),
    named("a name that is neither of the two", "HEADER_MISSING", (value) => [["X-BitVault-Sig", value]]),
  ],
  // The last documented retry is 7 h 21 min younger than its event: eight hours accept them all.
  last: eventAges({
    at: AT,
    unit: "s",
    limit: 28800,
    secret: "dv_secret_0a1b2c3d4e",
    key: "created_at",
    bodyWith: (members) => `{"id":"webhook_1","type":"contact.created"${members},"data":{"object":{}}}`,
  }),
};
