// Receives the webhooks of five providers, each at its own endpoint: POST /webhooks/agentbot, …
import { createServer } from "node:http";
import { Webhook } from "countersign";
import { memory } from "countersign/idempotency";
import { receive } from "countersign/node";

const PROVIDERS = ["agentbot", "bookbag", "chatbase", "digivault", "libromi"];
const endpoints = new Map();

// Remembers in this process what was handled. Where several processes share the traffic, or one
// restarts with every release, take redis(client) or postgres(client): each process would handle
// the same delivery once.
const idempotency = memory();

for (const provider of PROVIDERS) {
  const webhook = new Webhook(provider, secretsOf(provider));

  // It reads the raw body itself, so nothing may read the request before: providers sign bytes, and
  // JSON.stringify(JSON.parse(body)) is other bytes.
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

// Every secret of the list verifies: while one is changed, the previous one stands behind it. A
// variable that is not set never means "accept anything": this throws SECRET_EMPTY, and the server
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

const server = createServer((request, response) => {
  // Not new URL(): it throws for some paths, and what a listener throws ends the process.
  const [path] = request.url.split("?");
  const endpoint = endpoints.get(path);
  if (endpoint) return endpoint(request, response);
  response.writeHead(404).end();
});

server.listen(process.env.PORT ?? 3000, () => {
  console.log(`listening on http://localhost:${server.address().port}`);
});
