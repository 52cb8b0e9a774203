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
