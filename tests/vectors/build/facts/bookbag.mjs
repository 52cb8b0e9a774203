// Bookbag: the facts of its webhook documentation, and deliveries made after them.

import { eventAges } from "./event-ages.mjs";

const AT = 1733155200000;

const event = (name, data) => ({
  comment: `documented event ${name}`,
  body: JSON.stringify({ event: name, data, ts: AT }),
});

export const bookbag = {
  about: "HMAC-SHA256 of the raw body, written as sha256= and lower-case hex.",
  builtIn: true,
  odd: true,
  deep: ["body", "secret", "signature", "value", "header"],
  scheme: {
    name: "bookbag",
    algorithm: "hmac-sha256",
    signature: { header: "X-Bookbag-Signature", format: { kind: "value", prefix: "sha256=" } },
    type: { body: "event" },
    eventTime: { body: "ts", unit: "ms" },
  },
  secret: "bb_secret_5f1c2d3e4a",
  at: AT,
  attacked: { body: '{"event":"lead.created","data":{"n":1.0},"ts":1733155200000}' },
  genuine: [
    {
      comment: "documented sample, pretty-printed",
      source: "Bookbag webhook documentation, payload format; signature computed",
      body: `{
  "event": "conversation.replied",
  "data": {
    "conversation_id": "conv_123",
    "agent_id": 42,
    "message": "Your order shipped today."
  },
  "ts": 1733155200000
}`,
    },
    event("conversation.replied", { conversation_id: "conv_123", agent_id: 42, message: "Your order shipped today." }),
    event("conversation.ended", { conversation_id: "conv_123", agent_id: 42 }),
    event("lead.created", { conversation_id: "conv_124", email: "zoë@example.com", name: "Zoë" }),
    event("action.run", { conversation_id: "conv_125", agent_id: 42, action: "escalate" }),
  ],
  last: eventAges({
    at: AT,
    unit: "ms",
    limit: 300,
    secret: "bb_secret_5f1c2d3e4a",
    key: "ts",
    bodyWith: (members) => `{"event":"lead.created"${members},"data":{}}`,
  }),
};
