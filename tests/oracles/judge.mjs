// Judge: one case, put to both sides. What a case is: cases.mjs. What may differ: known.mjs.
import { stopAt } from "./clock.mjs";
import { editBody, editHeaders, editText } from "./edits.mjs";
import { countersign } from "./libraries.mjs";

const { Webhook, WebhookError, defineScheme, providers } = countersign;

/** What a delivery, or a secret, may cause. Anything else is a defect, whatever the oracle says. */
const FAMILIES = ["malformed", "rejected"];
const OF_SECRETS = ["SECRET_EMPTY", "SECRET_INVALID"];

/** Makes the delivery of a case, and returns it with both verdicts. */
export async function judge(oracle, drawn) {
  const { scheme, now } = drawn;
  stopAt(now);
  const secretOf = (secret) => (oracle.secretOf ? oracle.secretOf(scheme, secret) : secret);
  const [current, ...previous] = [drawn.secret, ...drawn.previous].map(secretOf);
  const sent = sentOf(oracle, drawn);
  const signer = [current, ...previous][drawn.signer % (1 + previous.length)];
  const headers = await signed(oracle, drawn, sent, signer, secretOf);
  const secret = drawn.mistyped ? editText(current, drawn.mistyped) : current;
  const arrived = forms(drawn.tampered ? editBody(sent.raw, drawn.tampered) : sent.raw);
  const key = keyOf(sent.recipe);
  const delivery = {
    scheme,
    key,
    secret,
    previous,
    headers: drawn.edits.reduce(editHeaders, headers),
    now,
    ...arrived,
  };
  return { ...delivery, ours: ourVerdict(sent.recipe, delivery), ...(await theirVerdict(oracle, delivery)) };
}

/** What the sender has in hand. */
function sentOf(oracle, { scheme, body, now, age, id, spelling }) {
  const milliseconds = now - age;
  const seconds = Math.floor(milliseconds / 1000);
  const filled = oracle.fill ? oracle.fill(body, milliseconds) : body;
  return { scheme, recipe: recipeOf(oracle, scheme), id, spelling, milliseconds, seconds, ...forms(filled) };
}

const recipes = new Map();

// A scheme is defined once; a Webhook is built for each case.
function recipeOf({ specOf }, scheme) {
  if (typeof scheme === "string") return scheme; // the name of a provider
  const spec = specOf ? specOf(scheme) : scheme;
  const text = JSON.stringify(spec);
  if (!recipes.has(text)) recipes.set(text, defineScheme(spec));
  return recipes.get(text);
}

/** How a recipe reads the text of a secret. */
function keyOf(recipe) {
  const { key = {} } = typeof recipe === "string" ? providers[recipe].scheme : recipe;
  return key;
}

/** The body as bytes or text, as it was drawn, and as text for libraries that take nothing else. */
function forms(body) {
  const raw = typeof body === "string" ? body : Buffer.from(body);
  return { raw, text: `${raw}` };
}

async function signed(oracle, { sender, also }, sent, secret, secretOf) {
  const one = await sign(oracle, sender, sent, secret);
  if (!also || !oracle.join) return one;
  const other = await sign(oracle, sender, sent, also.secret === undefined ? secret : secretOf(also.secret));
  const [before, behind] = also.first ? [other, one] : [one, other];
  const join = (name, value) =>
    value === other[name] || !other[name] ? value : oracle.join(before[name], behind[name]);
  return Object.fromEntries(Object.entries(one).map(([name, value]) => [name, join(name, value)]));
}

// A sender who cannot sign with this secret, or this body, leaves it to the other; if neither can, nothing is signed.
async function sign(oracle, sender, sent, secret) {
  const senders = sender === "ours" ? [ourHeaders, oracle.sign] : [oracle.sign, ourHeaders];
  for (const each of senders) {
    try {
      return await each({ ...sent, secret });
    } catch {
      // The next one may.
    }
  }
  return {};
}

function ourHeaders({ recipe, secret, raw, milliseconds, id }) {
  const webhook = new Webhook(recipe, secret);
  try {
    const headers = webhook.sign(raw, { timestamp: milliseconds, id });
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  } finally {
    webhook.dispose();
  }
}

function ourVerdict(recipe, { secret, previous, headers, raw, now }) {
  const webhook = open(recipe, [secret, ...previous], now);
  if (typeof webhook === "string") return webhook;
  const answer = webhook.check(raw, headers);
  webhook.dispose();
  if (answer.ok) return "verified";
  if (FAMILIES.includes(answer.family)) return answer.code;
  throw new Error(`a delivery caused ${answer.code}: ${answer.message}`);
}

// The code, when the secrets are refused.
function open(recipe, secrets, now) {
  try {
    return new Webhook(recipe, secrets, { now: () => now });
  } catch (error) {
    if (error instanceof WebhookError && OF_SECRETS.includes(error.code)) return error.code;
    throw error;
  }
}

async function theirVerdict(oracle, delivery) {
  try {
    return { theirs: (await oracle.verify(delivery)) ? "accept" : "refuse" };
  } catch (error) {
    return { theirs: "refuse", error: `${error?.message ?? error}`.split("\n")[0] };
  }
}
