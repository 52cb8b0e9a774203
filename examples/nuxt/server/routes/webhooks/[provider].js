// Receives the webhooks of five providers, each at its own endpoint: POST /webhooks/agentbot, …
import { Webhook } from "countersign";
import { receive } from "countersign/fetch";
import { memory } from "countersign/idempotency";
import { defineEventHandler, getRouterParam, toWebRequest } from "h3";

const PROVIDERS = ["agentbot", "bookbag", "chatbase", "digivault", "libromi"];

// Right for one process; where several share the traffic, each would handle a duplicate once.
const idempotency = memory();

const endpoints = new Map(PROVIDERS.map((provider) => [provider, endpoint(provider)]));

// The name of the file has no method, so every method comes here and receive() answers 405 with `Allow: POST`.
export default defineEventHandler((event) => {
  const respond = endpoints.get(getRouterParam(event, "provider"));
  return respond ? respond(toWebRequest(event)) : new Response("", { status: 404 });
});

// receive() reads the raw body itself: providers sign bytes, and JSON.stringify of what was parsed is other bytes.
// The sender learns the family of the reason; the log has the code and the sentence.
function endpoint(provider) {
  // A function, called with the first delivery: a route is loaded when the first request comes to it.
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
