// Receives the webhooks of five providers, each at its own endpoint of one function: POST /webhooks/agentbot, …
import { type Delivery, Webhook } from "countersign";
import { receive } from "countersign/fetch";
import { memory } from "countersign/idempotency";

const PROVIDERS = ["agentbot", "bookbag", "chatbase", "digivault", "libromi"] as const;
type Provider = (typeof PROVIDERS)[number];

// Remembers in this worker what was handled, and Supabase runs as many as the traffic asks for: in production take
// postgres(client) with the database of the project, or each worker would handle the same delivery once.
const idempotency = memory();

const endpoints = new Map(PROVIDERS.map((provider) => [`/webhooks/${provider}`, endpoint(provider)]));

// receive() reads the raw body itself: providers sign bytes, and JSON.stringify of what was parsed is other bytes.
// The sender learns the family of the reason; the log has the code and the sentence.
function endpoint(provider: Provider) {
  return receive(new Webhook(provider, secretsOf(provider)), handle, {
    // Chatbase and Libromi send neither id nor time: leave it off for them if two equal messages are two.
    idempotency,
    onRejected: ({ code, message }) => console.error(`${provider} ${code}: ${message}`),
    onDuplicate: ({ idempotencyKey }) => console.log(`${provider} duplicate ${idempotencyKey}`),
  });
}

// Every secret of the list verifies: while one is changed, the previous one stands behind it. A secret that is not set
// never means "accept anything": this throws SECRET_EMPTY, and the function does not start.
function secretsOf(provider: Provider): string[] {
  const name = `${provider.toUpperCase()}_SECRET`;
  const current = Deno.env.get(name) ?? "";
  const previous = Deno.env.get(`${name}_PREVIOUS`);
  return previous ? [current, previous] : [current];
}

// What it throws is answered 500, and the provider tries again.
function handle({ provider, type, idempotencyKey, secretIndex, payload }: Delivery<Provider>) {
  // Once nothing comes with secret 1 any more, the previous secret may go.
  console.log(`${provider} ${type} ${idempotencyKey} secret ${secretIndex}`);
  console.log(payload);
}

// The path begins with the name of the function; /functions/v1 is cut off before it.
Deno.serve((request) => endpoints.get(new URL(request.url).pathname)?.(request) ?? new Response("", { status: 404 }));
