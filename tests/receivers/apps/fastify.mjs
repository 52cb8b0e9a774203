// Fastify, with what hooks and plugins may have done to a body before its parsers.
import { Readable } from "node:stream";
import { receive } from "countersign/fastify";
import Fastify from "fastify";
import rawBody from "fastify-raw-body";
import { ENDPOINTS, note, options, webhook } from "./endpoints.mjs";

const PLUGINS = {
  "/raw": (scope) => scope.register(rawBody, { encoding: false }),
  "/text": (scope) => scope.register(rawBody, { encoding: "utf8" }),
  "/drained": (scope) =>
    scope.addHook("preParsing", async (_request, _reply, body) => {
      await body.toArray();
      return Readable.from([]);
    }),
};

const app = Fastify();
for (const [prefix, plugin] of Object.entries(PLUGINS)) {
  app.register(async (scope) => {
    await plugin(scope);
    scope.register(receive(webhook, note, options), { prefix });
  });
}
for (const [prefix, given] of Object.entries(ENDPOINTS)) app.register(receive(webhook, ...given), { prefix });
// Outside the plugin everything is parsed as ever.
app.post("/json", async ({ body }) => ({ parsed: body.event }));

await app.listen({ port: 0 });
console.log(`listening on http://localhost:${app.server.address().port}`);
