// Receives the webhooks of five providers, each at its own endpoint of one function: POST /api/webhooks/agentbot, …
import { app } from "@azure/functions";
import { Webhook } from "countersign";
import { receive } from "countersign/fetch";
import { memory } from "countersign/idempotency";

const PROVIDERS = ["agentbot", "bookbag", "chatbase", "digivault", "libromi"];

// Remembers in this instance what was handled, and Azure runs as many as the traffic asks for: in production take
// redis(client) or postgres(client), or each instance would handle the same delivery once.
const idempotency = memory();

const endpoints = new Map(PROVIDERS.map((provider) => [provider, endpoint(provider)]));

app.http("webhooks", {
  route: "webhooks/{provider}",
  // Whatever is not among these is answered by Azure.
  methods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
  authLevel: "anonymous",
  handler: async (request) => {
    const respond = endpoints.get(request.params.provider);
    if (respond === undefined) return { status: 404 };
    const { status, headers, body } = await respond(request);
    return { status, headers, body };
  },
});

// receive() reads the raw body itself: providers sign bytes, and JSON.stringify of what was parsed is other bytes.
// The sender learns the family of the reason; the log has the code and the sentence.
function endpoint(provider) {
  // A function, called with the first delivery: one that threw while Azure loads this file would take every function of
  // the app with it.
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
