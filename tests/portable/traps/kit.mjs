// What the traps have in common: receivers whose clock stands still, and deliveries as the providers document them.
import { NOW, SECRET } from "../api/kit.mjs";

/** A `Webhook` of one provider. */
export function receiver({ Webhook }, provider, secret = SECRET, options = {}) {
  return new Webhook(provider, secret, { now: () => NOW, ...options });
}

/** The name and the value of the signature header that a genuine delivery of this body has. */
export function signed(webhook, body, options) {
  const [[name, value]] = Object.entries(webhook.sign(body, options));
  return { name, value };
}

/**
 * A receiver that remembers what it handled: `send` posts it a body, genuine unless other headers are given, and gives
 * the status of the reply.
 */
export function remembering(countersign, provider, handler = () => {}, options = {}) {
  const webhook = receiver(countersign, provider);
  const told = { handled: [], duplicates: [], errors: [] };
  const respond = countersign.receive(
    webhook,
    (delivery, context) => {
      told.handled.push(delivery.idempotencyKey);
      return handler(delivery, context);
    },
    {
      idempotency: countersign.memory({ now: () => NOW }),
      onRejected: () => {},
      onDuplicate: ({ idempotencyKey }) => told.duplicates.push(idempotencyKey),
      onError: (error) => told.errors.push(error.name),
      ...options,
    },
  );
  const post = (body, headers = webhook.sign(body)) =>
    respond(new Request("https://example.com/", { method: "POST", headers, body }));
  return { webhook, told, post, send: async (...args) => (await post(...args)).status };
}

const pretty = (value) => JSON.stringify(value, null, 2);

/** One delivery of each provider, laid out as its documents print it. */
export const DOCUMENTED = {
  bookbag: pretty({
    event: "conversation.replied",
    data: { conversation_id: "conv_123", agent_id: 42, message: "Your order shipped today." },
    ts: 1733155200000,
  }),
  chatbase: pretty({
    eventType: "leads.submit",
    chatbotId: "xxxxxxxx",
    payload: { conversationId: "xxxxxxxx", customerEmail: "example@chatbase.co", customerName: "Example" },
  }),
  agentbot: pretty({
    event: "message.created",
    timestamp: "2026-05-17T12:34:56Z",
    site_id: "site_abc",
    data: { conversation_id: "conv_xyz", message_id: "msg_123", sender_type: "visitor", visitor_email: null },
  }),
  digivault: pretty({
    id: "webhook_1234567890",
    type: "conversation.message.created",
    created_at: 1640995200,
    data: { object: { id: "xgQQXg3hrtjh7AvZ", message: "Hello, world!", created_at: 1640995200 } },
  }),
  libromi: pretty({
    type: "message.received",
    data: { contact: { name: "Ana" }, message: { content: "Hello" } },
  }),
};
