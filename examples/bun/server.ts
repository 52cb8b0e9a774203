// Receives the webhooks of five providers, each at its own endpoint: POST /webhooks/agentbot, …
import { type Delivery, Webhook } from "countersign";
import { receive, type FetchContext, type Routes } from "countersign/fetch";
import { memory } from "countersign/idempotency";

type Provider = "agentbot" | "bookbag" | "chatbase" | "digivault" | "libromi";

// Right for one process; where several share the traffic, each would handle a duplicate once.
const idempotency = memory();

const server = Bun.serve({
  port: process.env.PORT ?? 3000,
  // An event has a function of its own, whose payload has that event's type; every other goes to "*".
  routes: {
    "/webhooks/agentbot": endpoint("agentbot", {
      "message.created": (delivery) => log(delivery, { visitorSays: delivery.payload.data.body }),
      "*": (delivery) => log(delivery, delivery.payload),
    }),
    "/webhooks/bookbag": endpoint("bookbag", {
      "conversation.replied": (delivery) => log(delivery, { agentSays: delivery.payload.data.message }),
      "*": (delivery) => log(delivery, delivery.payload),
    }),
    "/webhooks/chatbase": endpoint("chatbase", {
      "leads.submit": (delivery) => log(delivery, { lead: delivery.payload.payload.customerEmail }),
      "*": (delivery) => log(delivery, delivery.payload),
    }),
    "/webhooks/digivault": endpoint("digivault", {
      "conversation.message.created": (delivery) => log(delivery, { newMessage: delivery.payload.data.object.message }),
      "*": (delivery) => log(delivery, delivery.payload),
    }),
    "/webhooks/libromi": endpoint("libromi", {
      "message.received": (delivery) => log(delivery, { contactSays: delivery.payload.data.message?.content }),
      "*": (delivery) => log(delivery, delivery.payload),
    }),
  },
});
console.log(`listening on http://localhost:${server.port}`);

// receive() reads the raw body itself, and answers: providers sign bytes, and JSON.stringify of what was
// parsed is other bytes. The sender learns the family of the reason; the log has the code and the sentence.
function endpoint<P extends Provider>(provider: P, on: Routes<P, FetchContext>) {
  const webhook = new Webhook(provider, secretsOf(provider));
  return receive(
    webhook,
    { on },
    {
      // Chatbase and Libromi send neither id nor time: leave it off for them if two equal messages are two.
      idempotency,
      onRejected: ({ code, message }) => console.error(`${provider} ${code}: ${message}`),
      onDuplicate: ({ idempotencyKey }) => console.log(`${provider} duplicate ${idempotencyKey}`),
    },
  );
}

// Every secret of the list verifies: while one is changed, the previous one stands behind it. A
// variable that is not set never means "accept anything": this throws SECRET_EMPTY, and the server
// does not start.
function secretsOf(provider: Provider): string[] {
  const name = `${provider.toUpperCase()}_SECRET`;
  const { [name]: current = "", [`${name}_PREVIOUS`]: previous } = process.env;
  return previous ? [current, previous] : [current];
}

function log({ provider, type, idempotencyKey, secretIndex }: Delivery<Provider>, what: unknown) {
  // Once nothing comes with secret 1 any more, the previous secret may go.
  console.log(`${provider} ${type} ${idempotencyKey} secret ${secretIndex}`);
  console.log(what);
}
