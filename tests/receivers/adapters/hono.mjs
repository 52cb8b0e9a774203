// Hono on Node, with middlewares that call each of what reads a body.
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { receive } from "countersign/hono";

export const programs = {
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
};

const READERS = {
  "/json": (c) => c.req.json(),
  "/text": (c) => c.req.text(),
  "/form": (c) => c.req.parseBody(),
  "/drained": (c) => c.req.raw.arrayBuffer(),
  "/raw": (c) => c.req.arrayBuffer(),
  "/copied": (c) => c.req.raw.clone().text(),
};
const fix = "Call receive() before request.json(), text() or formData(), or give those request.clone().";
export const apps = {
  hono: {
    bodies: {
      "/json": { code: "BODY_CONSUMED", fix },
      "/text": { code: "BODY_CONSUMED", fix },
      // Hono makes the form of an ArrayBuffer, which it keeps.
      "/form": { headers: [["Content-Type", "application/x-www-form-urlencoded"]] },
      "/drained": { code: "BODY_CONSUMED", fix },
      "/raw": {},
      "/copied": {},
    },
    listen({ endpoints, webhook, plain }) {
      const app = new Hono();
      for (const [path, read] of Object.entries(READERS)) {
        app.use(path, async (c, next) => {
          await read(c);
          await next();
        });
        app.all(path, receive(webhook, ...plain));
      }
      for (const [path, given] of Object.entries(endpoints)) app.all(path, receive(webhook, ...given));
      return createAdaptorServer(app).listen(0);
    },
  },
};
