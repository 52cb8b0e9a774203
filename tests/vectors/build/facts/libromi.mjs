// Libromi Connect: the facts of its webhook guide, and deliveries made after them.

const event = (type, data) => ({
  comment: `documented event ${type}`,
  body: JSON.stringify({ type, data }),
});

const contact = { name: "Asha Rao" };

export const libromi = {
  about: "HMAC-SHA256 of the raw body, written as 64 lower-case hex digits without a prefix.",
  builtIn: true,
  odd: true,
  deep: ["body", "secret", "signature", "value", "header"],
  scheme: {
    name: "libromi",
    algorithm: "hmac-sha256",
    signature: { header: "x-libromi-signature" },
    type: { body: "type" },
  },
  secret: "lb_secret_7d6c5b4a39",
  at: 1700000000000,
  attacked: { body: '{"type":"message.received","data":{"n":1.0}}' },
  genuine: [
    event("message.received", { contact, message: { content: "नमस्ते, is anyone there?" } }),
    event("message.sent", { contact, message: { content: "Yes." } }),
    event("contact.created", { contact }),
    event("contact.updated", { contact: { name: "Asha R. Rao" } }),
    event("chatbot.triggered", { contact, chatbot: { id: 7 } }),
    {
      comment: "message.received, pretty-printed with tabs",
      body: JSON.stringify({ type: "message.received", data: { contact, message: { content: "hi" } } }, null, "\t"),
    },
  ],
};
