// Express, and NestJS above it.
import express from "express";
import { receive } from "countersign/express";

export const programs = {
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
};

export const listeners = { express: (...given) => express().all("/", receive(...given)) };

// A parser of each kind in front, in both versions.
const fix =
  "Move app.all(path, receive(…)) above app.use(express.json()), or let that keep the bytes: " +
  "express.json({ verify: (req, res, bytes) => { req.rawBody = bytes; } }).";
const bodies = {
  "/json": { code: "BODY_NOT_RAW", fix },
  "/text": { code: "BODY_NOT_RAW", fix },
  "/form": { code: "BODY_NOT_RAW", fix },
  "/raw": {},
  "/kept": {},
  "/drained": { code: "BODY_CONSUMED", fix },
};
export const apps = {
  express: { bodies, listen: (given) => listen(express, given) },
  express4: { bodies, listen: async (given) => listen((await import("express4")).default, given) },
};

function listen(express, { endpoints, webhook, plain }) {
  const type = () => true;
  const parsers = {
    "/json": express.json(),
    "/text": express.text({ type }),
    "/form": express.urlencoded({ extended: false, type }),
    "/drained": (request, _response, next) => request.resume().on("end", next),
    "/raw": express.raw({ type }),
    "/kept": express.json({ verify: (request, _response, bytes) => void (request.rawBody = bytes) }),
  };
  const app = express();
  for (const [path, parser] of Object.entries(parsers)) app.all(path, parser, receive(webhook, ...plain));
  for (const [path, given] of Object.entries(endpoints)) app.all(path, receive(webhook, ...given));
  return app.listen(0);
}
