// What the tests of the adapters have in common: one endpoint's secret and a genuine body, callbacks that are written
// down, and servers.
import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";
import express from "express";
import fastify from "fastify";
import Koa from "koa";
import { Webhook } from "countersign";
import { receive as receiveExpress } from "countersign/express";
import { receive as receiveFastify } from "countersign/fastify";
import { receive as receiveKoa } from "countersign/koa";
import { receivePages } from "countersign/next";
import { receive as receiveNode } from "countersign/node";

export const webhook = new Webhook("agentbot", "agentbot-test-secret");
export const BODY = '{"event":"message.created","data":{"body":"Grüße"}}';
export const signed = (body = BODY) => webhook.sign(body);

/** What callbacks were told, and the options that tell it. */
export function listening(options = {}) {
  const told = { rejected: [], errors: [] };
  const onRejected = (error) => told.rejected.push(error);
  return { told, options: { onRejected, onError: (error) => told.errors.push(error), ...options } };
}

export const codes = ({ rejected }) => rejected.map(({ code }) => code);

export const lower = (headers) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

export const FRAMEWORKS = {
  node: (handler, options) => serve(receiveNode(webhook, handler, options)),
  pages: (handler, options) => serve(receivePages(webhook, handler, options)),
  express: (handler, options) => serve(express().all("/", receiveExpress(webhook, handler, options))),
  koa: (handler, options) => serve(new Koa().use(receiveKoa(webhook, handler, options)).callback()),
  async fastify(handler, options) {
    const app = fastify().register(receiveFastify(webhook, handler, options));
    await app.listen({ port: 0, host: "127.0.0.1" });
    return serving(app.server, () => app.close());
  },
};

export async function serve(listener) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  return serving(server, async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
}

function serving(server, stop) {
  const { port } = server.address();
  return { port, stop, post: (body = BODY, headers = signed(body)) => post(port, body, headers) };
}

async function post(port, body, headers) {
  const request = httpRequest({ port, host: "127.0.0.1", method: "POST", headers, agent: false });
  request.end(body);
  const [response] = await once(request, "response");
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

export function deferred() {
  const it = {};
  it.promise = new Promise((resolve, reject) => Object.assign(it, { resolve, reject }));
  return it;
}
