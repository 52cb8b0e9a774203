// Agentbot: the facts of its webhook documentation, and deliveries made after them.

const AT = 1715968923000;

const envelope = (event, data) => ({ event, timestamp: "2026-05-17T12:34:56Z", site_id: "site_abc", data });

const sample = (name, data) => ({
  comment: `documented event ${name}`,
  body: JSON.stringify(envelope(name, data)),
  hints: [
    ["X-Agentbot-Event", name],
    ["X-Agentbot-Delivery-Id", "d9e8f7a6"],
  ],
});

const message = {
  conversation_id: "conv_xyz",
  message_id: "msg_123",
  sender_type: "visitor",
  body: "Hi, what's your pricing?",
  visitor_email: null,
  visitor_name: null,
};

/** A delivery of the documented moment, to a receiver whose clock is so many seconds later. */
const chosen = (comment, toleranceSeconds, seconds, reason) => ({
  comment,
  flags: ["tolerance-option"],
  reason,
  body: '{"event":"message.created"}',
  hints: [],
  now: AT + seconds * 1000,
  toleranceSeconds,
});

const pastOnly = { past: 300, future: "off" };
const futureOnly = { past: "off", future: 300 };
const YEAR = 365 * 24 * 3600;

export const agentbot = {
  about: "HMAC-SHA256 of timestamp, dot and raw body; header t=<seconds>,v1=<hex>; 300 s both ways.",
  builtIn: true,
  odd: "all",
  deep: ["body", "secret", "signature", "header", "many", "pairs", "timestamp", "freshness", "limits", "sizes"],
  scheme: {
    name: "agentbot",
    algorithm: "hmac-sha256",
    signature: {
      header: "X-Agentbot-Signature",
      format: { kind: "pairs", separator: ",", signatureKey: "v1", timestampKey: "t" },
    },
    content: "{timestamp}.{body}",
    timestamp: { from: "field", unit: "s", toleranceSeconds: 300 },
    type: { body: "event" },
    hints: ["X-Agentbot-Event", "X-Agentbot-Delivery-Id"],
  },
  secret: "ag_secret_1f2e3d4c5b",
  at: AT,
  hints: [
    ["X-Agentbot-Event", "message.created"],
    ["X-Agentbot-Delivery-Id", "d9e8"],
  ],
  attacked: { body: '{"event":"message.created","data":{"n":1.0}}' },
  genuine: [
    {
      comment: "documented sample, pretty-printed",
      source: "Agentbot webhook documentation, message.created; signature computed",
      body: JSON.stringify(envelope("message.created", message), null, 2),
    },
    sample("conversation.created", { conversation_id: "conv_xyz" }),
    sample("conversation.closed", { conversation_id: "conv_xyz", closed_by: "agent" }),
    sample("message.created", message),
    sample("conversation.needs_human", { conversation_id: "conv_xyz", reason: "réclamation" }),
    sample("ticket.created", { ticket_id: "tkt_1", priority: "high", assignee: null }),
    sample("ticket.updated", { ticket_id: "tkt_1", priority: "low", assignee: "Ana" }),
    {
      comment: "event-specific fields at the top level, as the prose allows",
      body: '{"event":"ticket.updated","timestamp":"2026-05-17T12:34:56Z","ticket_id":"tkt_1"}',
    },
  ],
  more: [
    {
      comment: "event named by an unsigned header differs: the type is the signed one",
      flags: ["hint"],
      body: '{"event":"message.created"}',
      hints: [
        ["X-Agentbot-Event", "ticket.created"],
        ["X-Agentbot-Delivery-Id", "forged"],
      ],
    },
    {
      comment: "replay of a day ago with a fresh delivery id",
      flags: ["freshness"],
      reason: "TIMESTAMP_TOO_OLD",
      body: '{"event":"message.created"}',
      now: AT + 86400000,
      hints: [
        ["X-Agentbot-Event", "message.created"],
        ["X-Agentbot-Delivery-Id", "fresh"],
      ],
    },
    {
      comment: "digits moved from the body into the timestamp: the same content, read differently",
      flags: ["field-shift"],
      reason: "TIMESTAMP_MALFORMED",
      time: "1715968923.1",
      body: "{}",
    },
  ],
  last: [
    chosen("the future unlimited: a year ahead", pastOnly, -YEAR),
    chosen("the future unlimited: age equal to the limit of the past", pastOnly, 300),
    chosen("the future unlimited: age one second over the limit of the past", pastOnly, 301, "TIMESTAMP_TOO_OLD"),
    chosen("the past unlimited: a year old", futureOnly, YEAR),
    chosen("the past unlimited: as far ahead as the limit of the future", futureOnly, -300),
    chosen("the past unlimited: one second over the limit of the future", futureOnly, -301, "TIMESTAMP_TOO_NEW"),
    chosen("two limits: as far ahead as the wider one", { past: 5, future: 600 }, -600),
    chosen("two limits: older than the narrower one", { past: 5, future: 600 }, 6, "TIMESTAMP_TOO_OLD"),
    chosen("two limits: as old as the wider one", { past: 600, future: 0 }, 600),
    chosen("two limits: one second ahead of none allowed", { past: 600, future: 0 }, -1, "TIMESTAMP_TOO_NEW"),
    {
      ...chosen("the past unlimited: a year old and forged", futureOnly, YEAR, "SIGNATURE_MISMATCH"),
      flags: ["check-order"],
      secrets: ["another"],
      held: ["ag_secret_1f2e3d4c5b"],
    },
  ],
};
