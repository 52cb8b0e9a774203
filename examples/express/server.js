// Receives the webhooks of five providers, each at its own endpoint: POST /webhooks/agentbot, …
import { Webhook } from "countersign";
import express from "express";

const secrets = {
  agentbot: process.env.AGENTBOT_SECRET,
  bookbag: process.env.BOOKBAG_SECRET,
  chatbase: process.env.CHATBASE_SECRET,
  digivault: process.env.DIGIVAULT_SECRET,
  libromi: process.env.LIBROMI_SECRET,
};
const webhooks = {};
const app = express();

// The raw-body line. Providers sign bytes, and JSON.stringify(req.body) is other bytes, so no JSON
// parser may run before this one. `type: () => true` keeps every Content-Type raw: a filter would
// leave the rest unread.
const rawBody = express.raw({ type: () => true, limit: "1mb" });

for (const [provider, secret] of Object.entries(secrets)) {
  const path = `/webhooks/${provider}`;

  app.post(path, rawBody, (req, res) => {
    // Built with the first delivery and kept, because its keys are prepared once. Without a secret
    // it is not built at all, so an unset variable never means "accept anything": that is
    // SECRET_EMPTY, answered 500.
    webhooks[provider] ??= new Webhook(provider, secret);
    const body = req.body ?? ""; // Express leaves it undefined when nothing was sent
    receive(webhooks[provider].verify(body, req.headers));
    res.send("ok");
  });

  app.all(path, (req, res) => res.status(405).set("Allow", "POST").send("transport"));
}

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

// The sender learns the family of the reason; the log has the code and the sentence.
app.use((error, req, res, next) => {
  console.error(`${req.path.split("/").pop()} ${error.code ?? error.name}: ${error.message}`);
  res.status(error.status ?? 500).send(error.family ?? "");
});

const server = app.listen(process.env.PORT ?? 3000, () => {
  console.log(`listening on http://localhost:${server.address().port}`);
});
