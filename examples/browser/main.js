// Verifies a pasted delivery in the browser at every keystroke: verifying is synchronous here too.
import { Webhook, WebhookError, providers } from "countersign";

const EXAMPLES = {
  agentbot: {
    event: "message.created",
    timestamp: "2026-05-17T12:34:56Z",
    site_id: "site_abc",
    data: { message_id: "msg_123", body: "Hi, what's your pricing?" },
  },
  bookbag: {
    event: "conversation.replied",
    data: { conversation_id: "conv_123", agent_id: 42, message: "Your order shipped today." },
    ts: 1733155200000,
  },
  chatbase: {
    eventType: "leads.submit",
    chatbotId: "bot_1",
    payload: { customerEmail: "example@chatbase.co", customerName: "Example" },
  },
  digivault: {
    id: "webhook_1234567890",
    type: "conversation.message.created",
    created_at: 1640995200,
    data: { object: { message: "Hello, world!" } },
  },
  libromi: { type: "message.received", data: { contact: { name: "Asha" }, message: { content: "Hello" } } },
};
const form = document.getElementById("delivery");
const { provider, secret, headers, body, file, age, example } = form.elements;

for (const name of Object.keys(EXAMPLES)) provider.add(new Option(providers[name].title, name));

let fileBytes;

function verdict() {
  let webhook;
  try {
    webhook = new Webhook(
      provider.value,
      secret.value,
      age.checked && signsItsTime() ? { toleranceSeconds: Infinity } : {},
    );
    // The raw-body line. Providers sign bytes: the body goes in as it is. A file is read as bytes,
    // the text box as the UTF-8 of what it shows; neither is parsed, nor trimmed, before it is
    // proven.
    receive(webhook.verify(fileBytes ?? body.value, pairs(headers.value)));
  } catch (error) {
    if (!(error instanceof WebhookError)) throw error;
    console.error(`${provider.value} ${error.code}: ${error.message}`);
    show(false, error.code, error.message);
  } finally {
    webhook?.dispose(); // a server keeps its Webhook; here every keystroke makes another
  }
}

// A name pasted twice stays twice: whether that is allowed is not for this page to decide.
function pairs(text) {
  const lines = text.split("\n").filter((line) => line.includes(":"));
  return lines.map((line) => [line.slice(0, line.indexOf(":")).trim(), line.slice(line.indexOf(":") + 1).trim()]);
}

function receive(delivery) {
  const { provider, type, payload, idempotencyKey, id, timestamp } = delivery;
  console.log(`${provider} ${type} ${idempotencyKey}`);
  show(true, "Verified", summary(type, payload), {
    Type: type,
    Id: id,
    "Signed at": timestamp?.toISOString(),
    "Idempotency key": idempotencyKey,
  });
}

function summary(type, payload) {
  switch (type) {
    case "message.created": // Agentbot
      return `The visitor says: ${payload.data.body}`;
    case "conversation.replied": // Bookbag
      return `The agent says: ${payload.data.message}`;
    case "leads.submit": // Chatbase
      return `A lead: ${payload.payload.customerEmail}`;
    case "conversation.message.created": // DigiVault
      return `A new message: ${payload.data.object.message}`;
    case "message.received": // Libromi
      return `The contact says: ${payload.data.message?.content}`;
    default:
      return "Genuine, and of a type this page has no words for.";
  }
}

// textContent throughout: a genuine delivery may still carry markup.
function show(ok, title, sentence, facts = {}) {
  const made = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  const list = document.createElement("dl");
  list.append(...known.flatMap(([name, value]) => [made("dt", name), made("dd", value)]));
  const output = document.getElementById("verdict");
  output.dataset.ok = ok;
  output.replaceChildren(made("strong", title), made("p", sentence), ...(known.length > 0 ? [list] : []));
}

const signsItsTime = () => providers[provider.value].scheme.timestamp !== undefined;

function fillIn() {
  secret.value ||= "an-example-secret";
  body.value = JSON.stringify(EXAMPLES[provider.value]);
  file.value = "";
  fileBytes = undefined;
  body.disabled = false;
  const webhook = new Webhook(provider.value, secret.value);
  const signed = webhook.sign(body.value);
  webhook.dispose();
  headers.value = Object.entries(signed)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
  verdict();
}

example.addEventListener("click", fillIn);
form.addEventListener("input", verdict);
file.addEventListener("change", async () => {
  fileBytes = await file.files[0]?.arrayBuffer();
  body.disabled = fileBytes !== undefined;
  verdict();
});
fillIn();
