// Fastify, with what hooks and plugins may have done to a body before its parsers.
import { Readable } from "node:stream";
import Fastify from "fastify";
import rawBody from "fastify-raw-body";
import { receive } from "countersign/fastify";

export const programs = {
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
};

export const listeners = {
  async fastify(...given) {
    const app = Fastify().register(receive(...given));
    await app.ready();
    return app.routing;
  },
};

const PLUGINS = {
  "/raw": (scope) => scope.register(rawBody, { encoding: false }),
  "/text": (scope) => scope.register(rawBody, { encoding: "utf8" }),
  "/drained": (scope) =>
    scope.addHook("preParsing", async (_request, _reply, body) => {
      await body.toArray();
      return Readable.from([]);
    }),
};
export const apps = {
  fastify: {
    bodies: {
      "/raw": {},
      "/text": {},
      "/drained": { code: "BODY_CONSUMED", fix: "No onRequest or preParsing hook may read the body of this route." },
    },
    async listen({ endpoints, webhook, plain }) {
      const app = Fastify();
      for (const [prefix, plugin] of Object.entries(PLUGINS)) {
        app.register(async (scope) => {
          await plugin(scope);
          scope.register(receive(webhook, ...plain), { prefix });
        });
      }
      for (const [prefix, given] of Object.entries(endpoints)) app.register(receive(webhook, ...given), { prefix });
      // Outside the plugin everything is parsed as ever.
      app.post("/json", async ({ body }) => ({ parsed: body.event }));
      await app.listen({ port: 0 });
      return app.server;
    },
  },
};
