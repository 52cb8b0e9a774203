// Hono on Node, with middlewares that call each of what reads a body.
import { serve } from "@hono/node-server";
import { receive } from "countersign/hono";
import { Hono } from "hono";
import { ENDPOINTS, note, options, webhook } from "./endpoints.mjs";

const READERS = {
  "/json": (c) => c.req.json(),
  "/text": (c) => c.req.text(),
  "/form": (c) => c.req.parseBody(),
  "/drained": (c) => c.req.raw.arrayBuffer(),
  "/raw": (c) => c.req.arrayBuffer(),
  "/copied": (c) => c.req.raw.clone().text(),
};

const app = new Hono();
for (const [path, read] of Object.entries(READERS)) {
  app.use(path, async (c, next) => {
    await read(c);
    await next();
  });
  app.all(path, receive(webhook, note, options));
}
for (const [path, given] of Object.entries(ENDPOINTS)) app.all(path, receive(webhook, ...given));
serve({ fetch: app.fetch, port: 0 }, ({ port }) => console.log(`listening on http://localhost:${port}`));
