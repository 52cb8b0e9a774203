// Serves what a block exports, as the host that the block is for would: `node host.mjs BLOCK PORT`.

import { serve } from "@hono/node-server";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";

const [path, port] = process.argv.slice(2);
const block = await import(path);
const worker = block.default?.fetch && ((request) => block.default.fetch(request, process.env, { waitUntil() {} }));
const answer = block.POST ?? block.respond ?? worker;

if (answer) serve({ fetch: (request) => answer(request), port: Number(port) });
else createServer(block.handler ? asEvent : block.default).listen(Number(port));

// As API Gateway invokes a function of Lambda, with payload version 1.
async function asEvent(request, response) {
  const body = (await buffer(request)).toString("base64");
  const { method: httpMethod, headers } = request;
  const result = await block.handler({ httpMethod, headers, body, isBase64Encoded: true });
  response.writeHead(result.statusCode, result.headers).end(result.body);
}
