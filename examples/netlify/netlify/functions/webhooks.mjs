// Receives the webhooks of five providers, each at its own endpoint of one function: POST /webhooks/agentbot, …
import { Webhook } from "countersign";
import { receive } from "countersign/fetch";
import { memory } from "countersign/idempotency";

export const config = {
  // Netlify reads these lines without running them, so they stand as they are.
  path: ["/webhooks/agentbot", "/webhooks/bookbag", "/webhooks/chatbase", "/webhooks/digivault", "/webhooks/libromi"],
};

// Remembers in this instance what was handled, and Netlify runs as many as the traffic asks for: in production take
// redis(client) or postgres(client), or each instance would handle the same delivery once.
const idempotency = memory();

const endpoints = new Map(config.path.map((path) => [path, endpoint(path.split("/").at(-1))]));

// The context has Netlify's waitUntil.
export default async (request, context) => {
  const respond = endpoints.get(new URL(request.url).pathname);
  return respond ? respond(request, undefined, context) : new Response("", { status: 404 });
};

// receive() reads the raw body itself: providers sign bytes, and JSON.stringify of what was parsed is other bytes.
// The sender learns the family of the reason; the log has the code and the sentence.
function endpoint(provider) {
  return receive(() => new Webhook(provider, secretsOf(provider)), handle, {
    // Chatbase and Libromi send neither id nor time: leave it off for them if two equal messages are two.
    idempotency,
    onRejected: ({ code, message }) => console.error(`${provider} ${code}: ${message}`),
    onDuplicate: ({ idempotencyKey }) => console.log(`${provider} duplicate ${idempotencyKey}`),
  });
}

// Every secret of the list verifies: while one is changed, the previous one stands behind it. A secret that is not set
// never means "accept anything": this throws SECRET_EMPTY, and every request is answered 500.
function secretsOf(provider) {
  const name = `${provider.toUpperCase()}_SECRET`;
  const { [name]: current, [`${name}_PREVIOUS`]: previous } = process.env;
  return previous ? [current, previous] : [current];
}

// What it throws is answered 500, and the provider tries again.
function handle({ provider, type, payload, idempotencyKey, secretIndex }) {
  // Once nothing comes with secret 1 any more, the previous secret may go.
  console.log(`${provider} ${type} ${idempotencyKey} secret ${secretIndex}`);
  console.log(payload);
}
