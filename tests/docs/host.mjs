// Serves what a block exports, as the host that the block is for would: `node host.mjs BLOCK PORT`.

import { createAdaptorServer } from "@hono/node-server";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";

/** The host of a module, which does not listen yet. */
export function hostOf(block) {
  const worker = block.default?.fetch && ((request) => block.default.fetch(request, process.env, { waitUntil() {} }));
  const answer = block.POST ?? block.respond ?? worker;
  if (answer) return createAdaptorServer({ fetch: (request) => answer(request) });
  return createServer(block.handler ? asEvent(block.handler) : block.default);
}

// As API Gateway invokes a function of Lambda, with payload version 1.
function asEvent(handler) {
  return async (request, response) => {
    const body = (await buffer(request)).toString("base64");
    const { method: httpMethod, headers } = request;
    const result = await handler({ httpMethod, headers, body, isBase64Encoded: true });
    response.writeHead(result.statusCode, result.headers).end(result.body);
  };
}

const [path, port] = process.argv.slice(2);
if (path !== undefined) hostOf(await import(path)).listen(Number(port));
