// Receives the webhooks of five providers, each at its own endpoint: POST /webhooks/agentbot, …
import { Webhook, WebhookError } from "countersign";

const secrets = {
  agentbot: process.env.AGENTBOT_SECRET,
  bookbag: process.env.BOOKBAG_SECRET,
  chatbase: process.env.CHATBASE_SECRET,
  digivault: process.env.DIGIVAULT_SECRET,
  libromi: process.env.LIBROMI_SECRET,
};
const webhooks = {};

export async function POST(request, { params }) {
  const { provider } = await params;
  if (!Object.hasOwn(secrets, provider)) return new Response("", { status: 404 });
  try {
    // Built with the first delivery and kept, because its keys are prepared once. Without a secret
    // it is not built at all, so an unset variable never means "accept anything": that is
    // SECRET_EMPTY, answered 500.
    webhooks[provider] ??= new Webhook(provider, secrets[provider]);
    // The raw-body line: verifyRequest reads the body's bytes itself. Providers sign bytes, and
    // what request.json() gives, stringified again, is other bytes; a body somebody else read first
    // is refused.
    receive(await webhooks[provider].verifyRequest(request));
    return new Response("ok");
  } catch (error) {
    if (!(error instanceof WebhookError)) throw error;
    // The sender learns the family of the reason; the log has the code and the sentence.
    console.error(`${provider} ${error.code}: ${error.message}`);
    return new Response(error.family, { status: error.status });
  }
}

// Next refuses the other methods by itself, but without the Allow header that HTTP asks for.
const refuse = () => new Response("transport", { status: 405, headers: { Allow: "POST" } });
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT };

function receive(delivery) {
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
