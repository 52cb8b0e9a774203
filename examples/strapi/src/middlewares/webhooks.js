// Receives the webhooks of five providers, each at its own endpoint: POST /webhooks/agentbot, …
const { Webhook } = require("countersign");
const { memory } = require("countersign/idempotency");
const { receive } = require("countersign/koa");

const PROVIDERS = ["agentbot", "bookbag", "chatbase", "digivault", "libromi"];

// Remembers in this process what was handled. Where several processes share the traffic, or one restarts with every
// release, take redis(client) or postgres(client): each process would handle the same delivery once.
const idempotency = memory();

// Strapi calls it once, when it starts. In config/middlewares.js it stands above strapi::body.
module.exports = () => {
  const endpoints = new Map(PROVIDERS.map((provider) => [`/webhooks/${provider}`, endpoint(provider)]));
  return (ctx, next) => endpoints.get(ctx.path)?.(ctx, next) ?? next();
};

// receive() reads the raw body itself: providers sign bytes, and JSON.stringify of what was parsed is other bytes.
// The sender learns the family of the reason; the log has the code and the sentence.
function endpoint(provider) {
  return receive(new Webhook(provider, secretsOf(provider)), handle, {
    // Chatbase and Libromi send neither id nor time: leave it off for them if two equal messages are two.
    idempotency,
    onRejected: ({ code, message }) => console.error(`${provider} ${code}: ${message}`),
    onDuplicate: ({ idempotencyKey }) => console.log(`${provider} duplicate ${idempotencyKey}`),
  });
}

// Every secret of the list verifies: while one is changed, the previous one stands behind it. A secret that is not set
// never means "accept anything": this throws SECRET_EMPTY, and Strapi does not start.
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
