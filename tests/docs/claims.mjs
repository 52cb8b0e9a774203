// What the pages of the frameworks say of body parsers, tried on those frameworks: `node claims.mjs`, where they and the
// package are installed. Prints { passed, problems } as JSON.

import { serve } from "@hono/node-server";
import { All, Controller, Module, Req, Res } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { Webhook } from "countersign";
import * as onExpress from "countersign/express";
import * as onFastify from "countersign/fastify";
import * as onHono from "countersign/hono";
import * as onKoa from "countersign/koa";
import * as onNode from "countersign/node";
import express from "express";
import Fastify from "fastify";
import fastifyRawBody from "fastify-raw-body";
import { Hono } from "hono";
import Koa from "koa";
import bodyParser from "koa-bodyparser";
import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";

const PATH = "/webhooks/agentbot";
const webhook = new Webhook("agentbot", "agentbot-demo-secret");
const rejections = [];
const receiver = ({ receive }) => receive(webhook, () => {}, { onRejected: ({ code }) => rejections.push(code) });

const body = Buffer.from('{ "event": "message.created" }');
const SENT = {
  json: { type: "application/json", body },
  text: { type: "text/plain", body },
  gzip: { type: "application/json", body: gzipSync(body), encoding: "gzip" },
  large: { type: "application/json", body: Buffer.from(JSON.stringify("a".repeat(2_000_000))) },
};
const EVERY = { json: "200", text: "200", gzip: "200", large: "200" };

const ofExpress = (prepare) => () => {
  const app = express();
  prepare(app);
  return app.all(PATH, receiver(onExpress)).listen(0);
};
const ofKoa = (prepare) => () => {
  const app = new Koa();
  prepare(app);
  return app.use(receiver(onKoa)).listen(0);
};
const forgetText = (ctx, next) => {
  delete ctx.request.rawBody;
  return next();
};
const ofHono = (read) => () => {
  const app = new Hono();
  app.use(async (c, next) => {
    await read(c);
    await next();
  });
  return serve({ fetch: app.all(PATH, receiver(onHono)).fetch, port: 0 });
};
const ofFastify = (prepare, options) => async () => {
  const app = Fastify(options);
  await prepare(app);
  app.register(receiver(onFastify), { prefix: PATH });
  await app.listen({ port: 0 });
  return app.server;
};
const ofNest = (options, isController) => async () => {
  const respond = receiver(onExpress);
  class Webhooks {
    agentbot(request, response) {
      return respond(request, response);
    }
  }
  if (isController) route(Webhooks);
  class AppModule {}
  Module({ controllers: isController ? [Webhooks] : [] })(AppModule);
  const app = await NestFactory.create(AppModule, { logger: false, ...options });
  if (!isController) app.use(PATH, respond);
  await app.listen(0);
  return app.getHttpServer();
};
const ofNode = (before) => () => {
  const listener = receiver(onNode);
  return createServer(async (request, response) => {
    await before(request);
    await listener(request, response);
  }).listen(0);
};

// What the decorators of TypeScript do.
function route(controller) {
  const method = Object.getOwnPropertyDescriptor(controller.prototype, "agentbot");
  All("agentbot")(controller.prototype, "agentbot", method);
  Req()(controller.prototype, "agentbot", 0);
  Res()(controller.prototype, "agentbot", 1);
  Controller("webhooks")(controller);
}

const keepBytes = express.json({ verify: (req, _, bytes) => void (req.rawBody = bytes) });
const readAll = async (_request, _reply, payload) => void (await text(payload));
const PARSED = { json: "500 BODY_NOT_RAW", text: "200", gzip: "500 BODY_NOT_RAW" };
const UNPACKED = { json: "200", text: "200", gzip: "401 SIGNATURE_MISMATCH", large: "413" };
const CONSUMED = { json: "500 BODY_CONSUMED", text: "500 BODY_CONSUMED" };

const CLAIMS = {
  "node, nothing before": [ofNode(() => {}), EVERY],
  "node, read before": [ofNode(text), CONSUMED],
  "node, setEncoding before": [ofNode((request) => request.setEncoding("utf8")), { json: "500 BODY_NOT_RAW" }],
  "express, nothing above": [ofExpress(() => {}), EVERY],
  "express.json() above": [ofExpress((app) => app.use(express.json())), { ...PARSED, large: "413" }],
  "express.raw() above": [ofExpress((app) => app.use(express.raw({ type: () => true }))), UNPACKED],
  "express.raw() above, with a limit": [
    ofExpress((app) => app.use(express.raw({ type: () => true, limit: "5mb" }))),
    { json: "200", large: "200" },
  ],
  "express.raw() of one type above": [ofExpress((app) => app.use(express.raw({ type: "application/json" }))), UNPACKED],
  "express.json() that keeps the bytes above": [ofExpress((app) => app.use(keepBytes)), UNPACKED],
  "koa, nothing above": [ofKoa(() => {}), EVERY],
  "koa, bodyParser() above": [ofKoa((app) => app.use(bodyParser())), { ...UNPACKED, large: "413" }],
  "koa, a parser that keeps no text above": [ofKoa((app) => app.use(bodyParser()).use(forgetText)), PARSED],
  "koa, a parser that skips": [
    ofKoa((app) => app.use((ctx, next) => ((ctx.disableBodyParser = true), next())).use(bodyParser())),
    EVERY,
  ],
  "hono, json() above": [ofHono((c) => c.req.json().catch(() => {})), CONSUMED],
  "hono, a copy read above": [ofHono((c) => c.req.raw.clone().text()), EVERY],
  "hono, arrayBuffer() above": [ofHono((c) => c.req.arrayBuffer()), EVERY],
  "fastify, a low bodyLimit": [ofFastify(() => {}, { bodyLimit: 100 }), EVERY],
  "fastify, a hook that reads": [ofFastify((app) => app.addHook("preParsing", readAll)), CONSUMED],
  "fastify, fastify-raw-body everywhere": [ofFastify((app) => app.register(fastifyRawBody)), EVERY],
  "nest, app.use": [ofNest({}, false), EVERY],
  "nest, a controller": [ofNest({}, true), { ...PARSED, large: "413" }],
  "nest, a controller with rawBody": [ofNest({ rawBody: true }, true), UNPACKED],
  "nest, a controller without parsers": [ofNest({ bodyParser: false }, true), EVERY],
};

const problems = [];
let passed = 0;
for (const [name, [make, expected]] of Object.entries(CLAIMS)) {
  const server = await make();
  if (!server.listening) await once(server, "listening");
  for (const [sent, answer] of Object.entries(expected)) {
    const got = await post(server.address().port, SENT[sent]);
    if (got === answer) passed += 1;
    else problems.push(`${name}, ${sent}: expected ${answer}, got ${got}`);
  }
  server.closeAllConnections();
  server.close();
}
console.log(JSON.stringify({ passed, problems }));
process.exit(0);

async function post(port, { type, body, encoding }) {
  rejections.length = 0;
  const headers = { ...webhook.sign(body), "content-type": type, ...(encoding && { "content-encoding": encoding }) };
  // A hang is what no receiver may do; 30 s are many times what the slowest machine needs.
  const signal = AbortSignal.timeout(30_000);
  const init = { method: "POST", headers, body, signal };
  const response = await fetch(`http://127.0.0.1:${port}${PATH}`, init).catch((error) => ({ status: error.name }));
  return [response.status, ...rejections].join(" ");
}
