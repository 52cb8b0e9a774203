// Receives the webhooks of five providers, each at its own endpoint: POST /webhooks/agentbot, …
import { type Delivery, Webhook } from "countersign";
import { receive, type FetchContext, type Routes } from "countersign/fetch";
import { durableObject } from "countersign/idempotency";
// What is made of a secret is made once, when the Worker starts: without its secret none does, and none
// is deployed. Wrangler 4 has this import for every compatibility date.
import { env } from "cloudflare:workers";

type Provider = "agentbot" | "bookbag" | "chatbase" | "digivault" | "libromi";

// A Worker runs in many places at once, so what was handled is remembered where all of them look.
export { DeliveryObject } from "countersign/idempotency";
const idempotency = durableObject(env.DELIVERIES);

// An event has a function of its own, whose payload has that event's type; every other goes to "*".
const endpoints: Record<string, ReturnType<typeof endpoint>> = {
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
  // Answered as soon as it is proven. The Worker is kept awake until it was handled.
  "/background/bookbag": receive(new Webhook("bookbag", secretsOf("bookbag")), forward, {
    background: true,
    onError: (error) => console.error(`bookbag lost: ${(error as Error).message}`), // nobody will send it again
  }),
};

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
// variable that is not set never means "accept anything": this throws SECRET_EMPTY, and the Worker
// does not start.
function secretsOf(provider: Provider): string[] {
  const name = `${provider.toUpperCase()}_SECRET`;
  const { [name]: current = "", [`${name}_PREVIOUS`]: previous } = env as unknown as Record<string, string>;
  return previous ? [current, previous] : [current];
}

function log({ provider, type, idempotencyKey, secretIndex }: Delivery<Provider>, what: unknown) {
  // Once nothing comes with secret 1 any more, the previous secret may go.
  console.log(`${provider} ${type} ${idempotencyKey} secret ${secretIndex}`);
  console.log(what);
}

async function forward(delivery: Delivery<"bookbag">) {
  const { ok, status } = await fetch(env.FORWARD_TO, { method: "POST", body: JSON.stringify(delivery.payload) });
  if (!ok) throw new Error(`answered ${status}`);
  log(delivery, "posted on");
}

export default {
  // The third argument is what keeps the Worker awake: ctx.waitUntil.
  fetch(request, env, ctx) {
    return endpoints[new URL(request.url).pathname]?.(request, env, ctx) ?? new Response("", { status: 404 });
  },
} satisfies ExportedHandler<Env>;
