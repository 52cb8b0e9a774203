// Receives the webhooks of five providers, each at its own endpoint: POST /webhooks/agentbot, …
import { Webhook } from "countersign";
import { receive } from "countersign/fastify";
import { memory } from "countersign/idempotency";
import Fastify from "fastify";

const PROVIDERS = ["agentbot", "bookbag", "chatbase", "digivault", "libromi"];
const app = Fastify();

// Remembers in this process what was handled. Where several processes share the traffic, or one
// restarts with every release, take redis(client) or postgres(client): each process would handle
// the same delivery once.
const idempotency = memory();

for (const provider of PROVIDERS) {
  const webhook = new Webhook(provider, secretsOf(provider));

  // A plugin, whose parsers are its own: it reads the raw body, and the routes around it keep
  // getting JSON. Providers sign bytes, and JSON.stringify(request.body) is other bytes.
  app.register(
    receive(webhook, handle, {
      // Chatbase and Libromi send neither id nor time: leave it off for them if two equal messages are two.
      idempotency,
      // The sender learns the family of the reason; the log has the code and the sentence.
      onRejected: ({ code, message }) => console.error(`${provider} ${code}: ${message}`),
      onDuplicate: ({ idempotencyKey }) => console.log(`${provider} duplicate ${idempotencyKey}`),
    }),
    { prefix: `/webhooks/${provider}` },
  );
}

// Every secret of the list verifies: while one is changed, the previous one stands behind it. A
// variable that is not set never means "accept anything": this throws SECRET_EMPTY, and the server
// does not start.
function secretsOf(provider) {
  const name = `${provider.toUpperCase()}_SECRET`;
  const { [name]: current, [`${name}_PREVIOUS`]: previous } = process.env;
  return previous ? [current, previous] : [current];
}

// What it throws is answered 500, and the provider tries again.
function handle({ provider, type, payload, idempotencyKey, secretIndex }) {
  // Once nothing comes with secret 1 any more, the previous secret may go.
  console.log(`${provider} ${type} ${idempotencyKey} secret ${secretIndex}`);
  switch (type) {
    case "message.created": // Agentbot
      return console.log({ visitorSays: payload.data.body });
    case "conversation.replied": // Bookbag
      return console.log({ agentSays: payload.data.message });
    case "leads.submit": // Chatbase
      return console.log({ lead: payload.payload.customerEmail });
    case "conversation.message.created": // DigiVault
      return console.log({ newMessage: payload.data.object.message });
    case "message.received": // Libromi
      return console.log({ contactSays: payload.data.message?.content });
  }
  // Any other type is genuine too. It is answered 200 all the same: a refusal would only have it
  // sent again.
}

await app.listen({ port: process.env.PORT ?? 3000 });
console.log(`listening on http://localhost:${app.server.address().port}`);
