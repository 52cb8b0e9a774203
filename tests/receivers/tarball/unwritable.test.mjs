// Responses that a host cannot write: the delivery counts as handled, and nobody is left waiting.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import { test } from "node:test";
import { memory } from "countersign/idempotency";
import { listeners } from "../adapters/index.mjs";
import { BODY, listening, serve, signed, webhook } from "./kit.mjs";

test("a reply that its host cannot write is told, answered 500, and the delivery counts as handled", async () => {
  // Fastify writes later than its plugins can know, and has an answer of its own to that.
  const { fastify, ...others } = listeners;
  for (const [name, listener] of Object.entries(others)) {
    let handled = 0;
    const { told, options } = listening({ idempotency: memory() });
    const respond = await listener(webhook, () => (handled += 1), options);
    let faults = 1;
    const server = await serve((request, response) => {
      const method = name === "koa" ? "setHeader" : "writeHead";
      const original = response[method].bind(response);
      response[method] = (...given) => {
        if (faults === 0) return original(...given);
        faults -= 1;
        throw new Error("of the host");
      };
      return respond(request, response);
    });
    const first = await server.post();
    const second = await server.post();
    assert.deepEqual([first.status, String(told.errors)], [500, "Error: of the host"], name);
    assert.deepEqual([second.status, second.body, handled], [200, "ok", 1], name);
    await server.stop();
  }
});

test("a response that takes nothing at all leaves no sender waiting, and does not end the process", async () => {
  for (const name of ["node", "express", "next-pages"]) {
    const { told, options } = listening();
    const respond = listeners[name](webhook, () => {}, options);
    const server = createServer((request, response) => {
      response.writeHead = () => {
        throw new Error("of the host");
      };
      return respond(request, response);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const request = httpRequest({ port: server.address().port, method: "POST", headers: signed(), agent: false });
    const [{ code }] = await once(request.end(BODY), "error");
    assert.deepEqual([code, String(told.errors)], ["ECONNRESET", "Error: of the host"], name);
    server.close();
  }
});
