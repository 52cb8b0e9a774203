// Receives the webhooks of five providers, each at its own endpoint: POST /webhooks/agentbot, …
import { Webhook } from "countersign";
import { memory } from "countersign/idempotency";
import { receive } from "countersign/next";

// Right for one process; where several share the traffic, each would handle a duplicate once.
const idempotency = memory();

// An event has a function of its own; every other goes to "*".
const handlers = {
  agentbot: {
    "message.created": (delivery) => log(delivery, { visitorSays: delivery.payload.data.body }),
    "*": (delivery) => log(delivery, delivery.payload),
  },
  bookbag: {
    "conversation.replied": (delivery) => log(delivery, { agentSays: delivery.payload.data.message }),
    "*": (delivery) => log(delivery, delivery.payload),
  },
  chatbase: {
    "leads.submit": (delivery) => log(delivery, { lead: delivery.payload.payload.customerEmail }),
    "*": (delivery) => log(delivery, delivery.payload),
  },
  digivault: {
    "conversation.message.created": (delivery) => log(delivery, { newMessage: delivery.payload.data.object.message }),
    "*": (delivery) => log(delivery, delivery.payload),
  },
  libromi: {
    "message.received": (delivery) => log(delivery, { contactSays: delivery.payload.data.message?.content }),
    "*": (delivery) => log(delivery, delivery.payload),
  },
};
const endpoints = Object.fromEntries(Object.keys(handlers).map((provider) => [provider, endpoint(provider)]));

export async function POST(request, { params }) {
  const { provider } = await params;
  if (!Object.hasOwn(endpoints, provider)) return new Response("", { status: 404 });
  return endpoints[provider](request);
}

// Next.js refuses other methods by itself, but without the Allow header that HTTP asks for.
export { POST as DELETE, POST as GET, POST as PATCH, POST as PUT };

// receive() reads the raw body itself, and answers: providers sign bytes, and JSON.stringify of what was
// parsed is other bytes. The sender learns the family of the reason; the log has the code and the sentence.
function endpoint(provider) {
  return receive(
    // A function, called with the first delivery: `next build` loads this file too, where no secret has to be.
    () => new Webhook(provider, secretsOf(provider)),
    { on: handlers[provider] },
    {
      // Chatbase and Libromi send neither id nor time: leave it off for them if two equal messages are two.
      idempotency,
      onRejected: ({ code, message }) => console.error(`${provider} ${code}: ${message}`),
      onDuplicate: ({ idempotencyKey }) => console.log(`${provider} duplicate ${idempotencyKey}`),
    },
  );
}

// Every secret of the list verifies: while one is changed, the previous one stands behind it. A
// variable that is not set never means "accept anything": this throws SECRET_EMPTY, and every request
// is answered 500.
function secretsOf(provider) {
  const name = `${provider.toUpperCase()}_SECRET`;
  const { [name]: current, [`${name}_PREVIOUS`]: previous } = process.env;
  return previous ? [current, previous] : [current];
}

function log({ provider, type, idempotencyKey, secretIndex }, what) {
  // Once nothing comes with secret 1 any more, the previous secret may go.
  console.log(`${provider} ${type} ${idempotencyKey} secret ${secretIndex}`);
  console.log(what);
}
