// Chatbase: the facts of its webhook guide, and deliveries made after them.

export const chatbase = {
  about: "HMAC-SHA1 of the raw body, written as 40 lower-case hex digits without a prefix.",
  builtIn: true,
  odd: true,
  deep: ["body", "signature", "value", "header", "sizes"],
  scheme: {
    name: "chatbase",
    algorithm: "hmac-sha1",
    signature: { header: "x-chatbase-signature" },
    type: { body: "eventType" },
  },
  secret: "cb_secret_9b8a7c6d5e",
  at: 1700000000000,
  attacked: { body: '{"eventType":"leads.submit","chatbotId":"x","payload":{"n":1.0}}' },
  genuine: [
    {
      comment: "documented event leads.submit",
      source: "Chatbase webhook guide, body example; signature computed",
      body: JSON.stringify({
        eventType: "leads.submit",
        chatbotId: "xxxxxxxx",
        payload: {
          conversationId: "xxxxxxxx",
          customerEmail: "example@chatbase.co",
          customerName: "Example",
          customerPhone: "123",
        },
      }),
    },
    {
      comment: "documented event leads.submit, pretty-printed and without a phone number",
      source: "Chatbase webhook guide, second body example; signature computed",
      body: `{
  "eventType": "leads.submit",
  "chatbotId": "xxxxxxx",
  "payload": {
    "conversationId": "xxxxxxx",
    "customerEmail": "example@chatbase.co",
    "customerName": "Example"
  }
}`,
    },
    {
      comment: "leads.submit with null in place of a phone number",
      body: '{"eventType":"leads.submit","chatbotId":"x","payload":{"customerPhone":null}}',
    },
  ],
};
