// Receives the webhooks of five providers, each at its own endpoint: POST /webhooks/agentbot, …
import { type Delivery, Webhook, WebhookError } from "countersign";

const PROVIDERS = ["agentbot", "bookbag", "chatbase", "digivault", "libromi"] as const;
type Provider = (typeof PROVIDERS)[number];
const webhooks = new Map<Provider, Webhook<Provider>>();

async function respond(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname;
  const provider = PROVIDERS.find((name) => path === `/webhooks/${name}`);
  if (!provider) return new Response("", { status: 404 });
  if (request.method !== "POST") return new Response("transport", { status: 405, headers: { Allow: "POST" } });
  try {
    // The raw-body line: verifyRequest reads the body's bytes itself. Providers sign bytes, and
    // what request.json() gives, stringified again, is other bytes; a body somebody else read first
    // is refused.
    receive(await webhookOf(provider).verifyRequest(request));
    return new Response("ok");
  } catch (error) {
    if (!(error instanceof WebhookError)) throw error;
    // The sender learns the family of the reason; the log has the code and the sentence.
    console.error(`${provider} ${error.code}: ${error.message}`);
    return new Response(error.family, { status: error.status });
  }
}

// Built with the first delivery and kept, because its keys are prepared once. Without a secret it
// is not built at all, so an unset variable never means "accept anything": that is SECRET_EMPTY,
// answered 500.
function webhookOf(provider: Provider): Webhook<Provider> {
  const secret = Deno.env.get(`${provider.toUpperCase()}_SECRET`) ?? "";
  const webhook = webhooks.get(provider) ?? new Webhook(provider, secret);
  webhooks.set(provider, webhook);
  return webhook;
}

function receive(delivery: Delivery<Provider>) {
  const { provider, type, payload, idempotencyKey } = delivery;
  // A retry, and a replay, has the same key. Remember it where all your servers look, before you
  // act on it.
  console.log(`${provider} ${type} ${idempotencyKey}`);
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
  // Any other type is genuine too. It is answered 2xx all the same: a refusal would only have it
  // sent again.
}

Deno.serve(
  {
    port: Number(Deno.env.get("PORT") ?? 3000),
    onListen: ({ port }) => console.log(`listening on http://localhost:${port}`),
  },
  respond,
);
