// The servers under load: Express 5, one endpoint and one ledger for each kind that the arguments name.
//   node server.mjs KIND...        with an IPC channel: it sends { port }, and answers every kind that it is sent
import { createHmac, timingSafeEqual } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { SECRETS } from "../demo/providers.mjs";
import { packageDir, requireLibrary } from "../tools/paths.mjs";
import { Ledger } from "./ledger.mjs";

const load = (name) => import(pathToFileURL(join(packageDir, "dist", `${name}.js`)));
const { Webhook } = await load("index");
const { receive } = await load("express");
const { memory, redis } = await load("idempotency");
const express = requireLibrary("express");

const secret = SECRETS.agentbot;
const webhook = new Webhook("agentbot", secret);

/** What each kind puts on its path. The lower half is broken, each in its own way: the judge has to see it. */
const KINDS = {
  none: (ledger) => [express.json(), acknowledge((request) => ledger.run(request.body))],
  snippet: (ledger) => [express.json(), onlyGenuine, acknowledge((request) => ledger.run(request.body)), failed],
  countersign: (ledger) => received(ledger),
  memory: (ledger) => received(ledger, { idempotency: memory() }),
  redis: (ledger) => received(ledger, { idempotency: redis(openRedis()) }),

  trusting: (ledger) => received(ledger, { idempotency: memory(), its: trustingWebhook() }),
  confused: (ledger) => received(ledger, { idempotency: memory(), its: confusedWebhook() }),
  hasty: (ledger) => received(ledger, { idempotency: memory(), its: hastyWebhook(ledger) }),
  stubborn: (ledger) => received(ledger, { idempotency: stubbornStore() }),
  racing: (ledger) => received(ledger, { idempotency: racingStore() }),
  forgetful: (ledger) => received(ledger, { idempotency: memory(), run: forgetfully(ledger) }),
};

function received(ledger, { idempotency, its = webhook, run = (event) => ledger.run(event) } = {}) {
  return receive(its, ({ payload }) => run(payload), {
    idempotency,
    onRejected: ({ code }, { request }) => ledger.refuse(request.headers["x-agentbot-delivery-id"], code),
    onDuplicate: ({ payload }) => ledger.repeat(payload),
  });
}

function acknowledge(handle) {
  return async (request, response) => {
    await handle(request);
    response.status(200).end("ok");
  };
}

// As the provider's documents have it: the body was parsed, and is written anew to be hashed.
function onlyGenuine(request, response, next) {
  const [time, signature] = request.headers["x-agentbot-signature"].split(",");
  const expected = createHmac("sha256", secret)
    .update(`${time.slice(2)}.${JSON.stringify(request.body)}`)
    .digest("hex");
  if (timingSafeEqual(Buffer.from(signature.slice(3)), Buffer.from(expected))) next();
  else response.status(401).end();
}

// The snippet throws on what it does not expect; Express would print each of them.
function failed(_error, _request, response, _next) {
  response.status(500).end();
}

function openRedis() {
  const { Redis } = requireLibrary("ioredis");
  return new Redis(process.env.LOAD_REDIS);
}

/** Accepts whatever arrives. */
function trustingWebhook() {
  return { scheme: webhook.scheme, verify: (body) => webhook.verify(body, webhook.sign(body)) };
}

/** Refuses whatever is wrong, but names another reason. */
function confusedWebhook() {
  const verify = (body, given) => {
    const headers = [...given]; // which can be read once only
    const { code } = webhook.check(body, headers);
    return webhook.verify(body, code === "HEADER_REPEATED" ? {} : headers);
  };
  return { scheme: webhook.scheme, verify };
}

/** Refuses what is wrong, after it has run. */
function hastyWebhook(ledger) {
  const verify = (body, given) => {
    const headers = [...given]; // which can be read once only
    if (!webhook.check(body, headers).ok) ledger.run(JSON.parse(Buffer.from(body)));
    return webhook.verify(body, headers);
  };
  return { scheme: webhook.scheme, verify };
}

/** Refuses for ever what it has handled. */
function stubbornStore() {
  const store = memory();
  return { claim: (key) => ({ ...store.claim(key), complete: () => {} }) };
}

/** Looks first and writes afterwards, as stores do that are not atomic: two at once are both told to go on. */
function racingStore() {
  const done = new Set();
  return {
    claim(key) {
      if (done.has(key)) return { state: "done" };
      return { state: "claimed", complete: () => void done.add(key), release: () => {} };
    },
  };
}

/** Answers as if it had handled everything, and leaves out one in sixteen. */
function forgetfully(ledger) {
  return (event) => {
    const { message_id, meets } = event.data;
    if (meets || !message_id.startsWith("0")) return ledger.run(event);
  };
}

const app = express();
const ledgers = new Map();
for (const kind of process.argv.slice(2)) {
  ledgers.set(kind, new Ledger());
  app.all(`/${kind}`, KINDS[kind](ledgers.get(kind)));
}
const server = app.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
process.on("message", (kind) => process.send(ledgers.get(kind).close()));
process.on("disconnect", () => process.exit());
