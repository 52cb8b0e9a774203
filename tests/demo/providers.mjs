// What the five providers publish about signing, written down a second time and signed with
// node:crypto. Nothing here imports countersign: a demo that signs with the code it tries would
// agree with its mistakes.
import { createHmac } from "node:crypto";

const plain = (mac) => mac;

/**
 * The bodies are the documented examples as real senders print them: with the blanks and the \u
 * escapes of Python, with the \/ of PHP, or indented. A receiver that re-stringifies changes every
 * one of them.
 */
export const PROVIDERS = {
  agentbot: {
    header: "X-Agentbot-Signature",
    mac: "sha256",
    content: (body, seconds) => Buffer.concat([Buffer.from(`${seconds}.`), body]),
    write: (mac, seconds) => `t=${seconds},v1=${mac}`,
    hints: [
      ["X-Agentbot-Event", "message.created"],
      ["X-Agentbot-Delivery-Id", "d9e8c7b6"],
    ],
    type: "message.created",
    body:
      String.raw`{"event": "message.created", "timestamp": "2026-05-17T12:34:56Z", "site_id": "site_abc", "data": ` +
      String.raw`{"conversation_id": "conv_xyz", "message_id": "msg_123", "sender_type": "visitor", ` +
      String.raw`"body": "Is 5 \u20ac the price?", "visitor_email": null, "visitor_name": null}}`,
  },
  bookbag: {
    header: "X-Bookbag-Signature",
    mac: "sha256",
    content: (body) => body,
    write: (mac) => `sha256=${mac}`,
    type: "conversation.replied",
    body:
      String.raw`{"event": "conversation.replied", "data": {"conversation_id": "conv_123", "agent_id": 42, ` +
      String.raw`"message": "Your caf\u00e9 order shipped."}, "ts": 1733155200000}`,
  },
  chatbase: {
    header: "x-chatbase-signature",
    mac: "sha1",
    content: (body) => body,
    write: plain,
    type: "leads.submit",
    body:
      String.raw`{"eventType":"leads.submit","chatbotId":"bot_1","payload":{"conversationId":"conv_7",` +
      String.raw`"customerEmail":"example@chatbase.co","customerName":"Zo\u00eb","customerPhone":"123"}}`,
  },
  digivault: {
    header: "X-DigiVault-Signature",
    mac: "sha256",
    content: (body) => body,
    write: plain,
    type: "conversation.message.created",
    body:
      String.raw`{"id":"webhook_1234567890","type":"conversation.message.created","created_at":1640995200,` +
      String.raw`"data":{"object":{"id":"xgQQXg3hrtjh7AvZ","conversation_id":"WAz8eIbvDR60rouK",` +
      String.raw`"contact":{"id":"WAz8eIbvDR60rouK","username":"FrankMcCallister","name":"Frank McCallister",` +
      String.raw`"avatar_url":"https:\/\/assets.digivault.com\/avatars\/frank.jpg"},` +
      String.raw`"message":"Hello, world!","created_at":1640995200}}}`,
  },
  libromi: {
    header: "x-libromi-signature",
    mac: "sha256",
    content: (body) => body,
    write: plain,
    type: "message.received",
    body:
      `{\n  "type": "message.received",\n  "data": {\n    "contact": { "name": "Asha" },\n` +
      `    "message": { "content": "Hello" }\n  }\n}\n`,
  },
};

/** The secrets of the demo. Public and constant, so that a command it prints keeps working. */
export const SECRETS = Object.fromEntries(Object.keys(PROVIDERS).map((name) => [name, `${name}-demo-secret`]));

/** Of the provider whose secret is being changed, the one that it had before. */
export const PREVIOUS_SECRETS = { bookbag: "bookbag-demo-secret-of-last-year" };

/** The same as the environment variables that every example reads. */
export const ENVIRONMENT = { ...variables(SECRETS, "SECRET"), ...variables(PREVIOUS_SECRETS, "SECRET_PREVIOUS") };

function variables(secrets, suffix) {
  return Object.fromEntries(
    Object.entries(secrets).map(([name, secret]) => [`${name.toUpperCase()}_${suffix}`, secret]),
  );
}

/** Returns the signature, still bare: the hex of the MAC over what this provider signs. */
export function macOf(name, { body, seconds, secret = SECRETS[name] }) {
  const { mac, content } = PROVIDERS[name];
  return createHmac(mac, secret).update(content(body, seconds)).digest("hex");
}

/** Returns the value of the signature header, as this provider writes it. */
export function signatureOf(name, facts) {
  return PROVIDERS[name].write(macOf(name, facts), facts.seconds);
}
