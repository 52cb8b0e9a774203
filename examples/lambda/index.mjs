// Receives the webhooks of five providers, each at its own endpoint of one function: POST /webhooks/agentbot, …
import { Webhook } from "countersign";
import { memory } from "countersign/idempotency";
import { receive } from "countersign/lambda";

const PROVIDERS = ["agentbot", "bookbag", "chatbase", "digivault", "libromi"];
const endpoints = new Map();

// Remembers in this instance what was handled, and Lambda runs as many as the traffic asks for: in
// production take redis(client) or postgres(client), or each instance would handle the same delivery once.
const idempotency = memory();

for (const provider of PROVIDERS) {
  const webhook = new Webhook(provider, secretsOf(provider));

  // It takes the event as it came, base64 or not. No body parser may stand before it: providers sign
  // bytes, and JSON.stringify of what was parsed is other bytes.
  endpoints.set(
    `/webhooks/${provider}`,
    receive(webhook, handle, {
      // Chatbase and Libromi send neither id nor time: leave it off for them if two equal messages are two.
      idempotency,
      // The sender learns the family of the reason; the log has the code and the sentence.
      onRejected: ({ code, message }) => console.error(`${provider} ${code}: ${message}`),
      onDuplicate: ({ idempotencyKey }) => console.log(`${provider} duplicate ${idempotencyKey}`),
    }),
  );
}

export async function handler(event, invocation) {
  const path = event.rawPath ?? event.path; // payload version 2 and function URLs; version 1 and load balancers
  const endpoint = endpoints.get(path);
  return endpoint ? endpoint(event, invocation) : { statusCode: 404 };
}

// Every secret of the list verifies: while one is changed, the previous one stands behind it. A
// variable that is not set never means "accept anything": this throws SECRET_EMPTY, and the function
// does not start.
function secretsOf(provider) {
  const name = `${provider.toUpperCase()}_SECRET`;
  const { [name]: current, [`${name}_PREVIOUS`]: previous } = process.env;
  return previous ? [current, previous] : [current];
}

// What it throws is answered 500, and the provider tries again.
function handle({ provider, type, payload, idempotencyKey, secretIndex }) {
  // Once nothing comes with secret 1 any more, the previous secret may go.
  console.log(`${provider} ${type} ${idempotencyKey} secret ${secretIndex}`);
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
  // Any other type is genuine too. It is answered 200 all the same: a refusal would only have it
  // sent again.
}
