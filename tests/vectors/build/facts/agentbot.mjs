// Agentbot: the facts of its webhook documentation, and deliveries made after them.

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

export const agentbot = {
  about: "HMAC-SHA256 of timestamp, dot and raw body; header t=<seconds>,v1=<hex>; 300 s both ways.",
  builtIn: true,
  odd: "all",
  deep: ["body", "secret", "signature", "header", "many", "pairs", "timestamp", "freshness", "limits", "sizes"],
  scheme: `name: agentbot
mac: sha256
header: X-Agentbot-Signature
format: pairs , = v1 t
content: {timestamp}.{body}
timestamp: field s
tolerance: 300 300
type: body event
hint: X-Agentbot-Event X-Agentbot-Delivery-Id`,
  secret: "ag_secret_1f2e3d4c5b",
  at: 1715968923000,
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
      now: 1715968923000 + 86400000,
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
};
