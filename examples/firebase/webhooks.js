// Receives the webhooks of five providers, each at its own endpoint of one function: POST /webhooks/agentbot, …
import { Webhook } from "countersign";
import { receive } from "countersign/express";
import { memory } from "countersign/idempotency";
import { onRequest } from "firebase-functions/https";
import { defineSecret, defineString } from "firebase-functions/params";

const PROVIDERS = ["agentbot", "bookbag", "chatbase", "digivault", "libromi"];

// While a secret is changed, the previous one stands behind it.
const secrets = new Map(PROVIDERS.map((provider) => [provider, defineSecret(`${provider.toUpperCase()}_SECRET`)]));
const previous = new Map(
  PROVIDERS.map((provider) => [provider, defineString(`${provider.toUpperCase()}_SECRET_PREVIOUS`, { default: "" })]),
);

// Remembers in this instance what was handled, and Firebase runs as many as the traffic asks for: in production take
// redis(client) or postgres(client), or each instance would handle the same delivery once.
const idempotency = memory();

const endpoints = new Map(PROVIDERS.map((provider) => [`/webhooks/${provider}`, endpoint(provider)]));

// Firebase leaves the bytes in request.rawBody, and receive() takes them from there. `invoker`, because a provider does
// not log in to Google.
export const webhooks = onRequest({ secrets: [...secrets.values()], invoker: "public" }, (request, response) => {
  const respond = endpoints.get(request.path);
  return respond ? respond(request, response) : void response.status(404).end();
});

// The sender learns the family of the reason; the log has the code and the sentence.
function endpoint(provider) {
  // A function, called with the first delivery: `firebase deploy` loads this file too, where no secret is.
  return receive(() => new Webhook(provider, secretsOf(provider)), handle, {
    // Chatbase and Libromi send neither id nor time: leave it off for them if two equal messages are two.
    idempotency,
    onRejected: ({ code, message }) => console.error(`${provider} ${code}: ${message}`),
    onDuplicate: ({ idempotencyKey }) => console.log(`${provider} duplicate ${idempotencyKey}`),
  });
}

// Every secret of the list verifies. One that is not set never means "accept anything": this throws SECRET_EMPTY, and
// every request is answered 500.
function secretsOf(provider) {
  return [secrets.get(provider).value(), previous.get(provider).value()].filter((secret, i) => i === 0 || secret);
}

// What it throws is answered 500, and the provider tries again.
function handle({ provider, type, payload, idempotencyKey, secretIndex }) {
  // Once nothing comes with secret 1 any more, the previous secret may go.
  console.log(`${provider} ${type} ${idempotencyKey} secret ${secretIndex}`);
  console.log(payload);
}
