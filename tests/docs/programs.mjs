// Programs: one for each framework, whose parser reads the body first. `above` stands above that parser; `hand` verifies
// by hand, from `parsed`, which is what parsers leave, or from `raw`, which is what the lines of a fix leave.

const request = { headers: "request.headers", parsed: "JSON.stringify(await request.json())", raw: "rawBody" };
const fetchHost = (exported) => ({
  ...request,
  program: (above, hand) => above || `${exported.replace("HAND", `async (request) => new Response(await ${hand})`)}`,
});

export const PROGRAMS = {
  express: {
    headers: "request.headers",
    parsed: "JSON.stringify(request.body)",
    raw: "request.body",
    program: (above, hand = "'parsed'") => `
      import express from "express";
      const app = express();
      ${above}
      app.use(express.json());
      app.post("/webhook", async (request, response) => response.send(await ${hand}));
      export const server = app.listen(0);`,
  },
  fastify: {
    headers: "request.headers",
    parsed: "JSON.stringify(request.body)",
    raw: "request.body",
    program: (above, hand) => `
      import Fastify from "fastify";
      const app = Fastify();
      ${above}
      ${hand ? `app.post("/webhook", async (request) => ${hand});` : ""}
      await app.listen({ port: 0 });
      export const { server } = app;`,
  },
  koa: {
    headers: "ctx.headers",
    parsed: "JSON.stringify(ctx.request.body)",
    raw: "rawBody",
    program: (above, hand = "'parsed'") => `
      import Koa from "koa";
      import Router from "@koa/router";
      import bodyParser from "koa-bodyparser";
      const app = new Koa();
      const router = new Router();
      ${above}
      ${hand.includes("rawBody") ? "" : "app.use(bodyParser());"}
      app.use(async (ctx) => { ctx.body = await ${hand}; });
      export const server = app.listen(0);`,
  },
  hono: {
    headers: "c.req.header()",
    parsed: "JSON.stringify(await c.req.json())",
    raw: "rawBody",
    program: (above, hand = "'parsed'") => `
      import { createAdaptorServer } from "@hono/node-server";
      import { Hono } from "hono";
      const app = new Hono();
      ${above}
      app.post("/webhook", async (c) => c.text(await ${hand}));
      export const server = createAdaptorServer(app).listen(0);`,
  },
  nest: {
    headers: "request.headers",
    parsed: "JSON.stringify(request.body)",
    raw: "request.rawBody",
    program: (above, hand = "'parsed'") => `
      import { Controller, Module, Post, Req } from "@nestjs/common";
      import { NestFactory } from "@nestjs/core";
      class Webhooks { async webhook(request) { return ${hand}; } }
      Post()(Webhooks.prototype, "webhook", Object.getOwnPropertyDescriptor(Webhooks.prototype, "webhook"));
      Req()(Webhooks.prototype, "webhook", 0);
      Controller("webhook")(Webhooks);
      class AppModule {}
      Module({ controllers: [Webhooks] })(AppModule);
      ${above.includes("NestFactory") ? "" : "const app = await NestFactory.create(AppModule, { logger: false });"}
      ${above}
      await app.listen(0);
      export const server = app.getHttpServer();`,
  },
  "next-app": fetchHost("export const POST = HAND;"),
  fetch: fetchHost("export const respond = HAND;"),
  workers: fetchHost("export default { fetch: HAND };"),
  deno: fetchHost("Deno.serve(HAND);"),
  bun: fetchHost('Bun.serve({ routes: { "/webhook": HAND } });'),
  "next-pages": {
    headers: "request.headers",
    parsed: "JSON.stringify(request.body)",
    raw: "rawBody",
    program: (above, hand) => above || `export default async (request, response) => response.send(await ${hand});`,
  },
  lambda: {
    headers: "event.headers",
    parsed: 'JSON.stringify(JSON.parse(Buffer.from(event.body, "base64")))',
    raw: "rawBody",
    program: (above, hand) =>
      above || `export const handler = async (event) => ({ statusCode: 200, body: await ${hand} });`,
  },
  node: {
    headers: "request.headers",
    parsed: "JSON.stringify(JSON.parse(Buffer.concat(await request.toArray())))",
    raw: "rawBody",
    program: (above, hand) => `
      import { createServer } from "node:http";
      ${
        above.replace("createServer", "export const server = createServer").replace("3000", "0") ||
        `export const server = createServer(async (request, response) => response.end(await ${hand})).listen(0);`
      }`,
  },
};
