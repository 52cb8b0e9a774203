// What every adapter tells the Webhook of a request beside its headers and its body: the method, and path and query as
// the client sent them, whatever a router has made of them meanwhile.
import assert from "node:assert/strict";
import { once } from "node:events";
import { connect as connectHttp2, createServer as createHttp2Server } from "node:http2";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import express from "express";
import express4 from "express4";
import fastify from "fastify";
import { Hono } from "hono";
import Koa from "koa";
import { receive as receiveExpress } from "countersign/express";
import { receive as receiveFastify } from "countersign/fastify";
import { receive as receiveFetch } from "countersign/fetch";
import { receive as receiveHono } from "countersign/hono";
import { receive as receiveKoa } from "countersign/koa";
import { receive as receiveLambda } from "countersign/lambda";
import { receive as receiveNext, receivePages } from "countersign/next";
import { receive as receiveNode } from "countersign/node";
import { BODY, lower, serve, signed, webhook } from "./kit.mjs";

/** Escapes, doubled names, an empty value, and what a decoder would change: each must arrive as it is here. */
const URLS = [
  "/api/hooks/a%2Fb",
  "/api/hooks/%C3%BC%20?site=a%2Fb&site=c+d&empty=&flag",
  "/api/hooks/x?",
  "/api/hooks/x?a=%E2%82%AC&b=%2B&c=%26&d=1%3D2&__proto__=1",
  "/api/hooks/x/?url=https%3A%2F%2Fexample.com%2F%3Fa%3D1%23b",
];

/** What has verify and scheme, and writes down what it is asked. */
function recording() {
  const asked = [];
  const verify = (body, headers, request) => {
    asked.push(request);
    return webhook.verify(body, headers, request);
  };
  return { asked, its: { scheme: webhook.scheme, verify } };
}

const handler = () => {};

/** Posts a genuine delivery with a request line that no client would tidy up. */
async function post(port, url) {
  const headers = { Host: "example.com", Connection: "close", "Content-Length": Buffer.byteLength(BODY), ...signed() };
  const lines = Object.entries(headers).map((pair) => `${pair.join(": ")}\r\n`);
  const socket = connect(port, "127.0.0.1");
  socket.write(`POST ${url} HTTP/1.1\r\n${lines.join("")}\r\n${BODY}`);
  const [, status] = /^HTTP\/1\.1 (\d+)/.exec(await text(socket)) ?? [];
  return Number(status);
}

/** A router below a path, and one below that: each takes its own part off the URL. */
function routed(make, receive) {
  const inner = make.Router().use("/hooks", receive);
  return make().use("/api", inner);
}

/** The servers that read a request of Node, and what may have changed its URL before. */
const SERVERS = {
  "a server of Node": (its) => serve(receiveNode(its, handler)),
  "a route of pages/api": (its) => serve(receivePages(its, handler)),
  "Express 5, two routers deep": (its) => serve(routed(express, receiveExpress(its, handler))),
  "Express 4, two routers deep": (its) => serve(routed(express4, receiveExpress(its, handler))),
  "Express behind a middleware that rewrites": (its) =>
    serve(
      express()
        .use((request, _, next) => void ((request.url = "/rewritten"), next()))
        .all("/rewritten", receiveExpress(its, handler)),
    ),
  "Koa below a mount": (its) =>
    serve(
      new Koa()
        .use(async (ctx, next) => {
          // As koa-mount has it.
          const { path } = ctx;
          ctx.path = path.replace(/^\/api/, "");
          await next();
          ctx.path = path;
        })
        .use(receiveKoa(its, handler))
        .callback(),
    ),
  "Koa, whose query was set anew": (its) =>
    serve(
      new Koa()
        .use((ctx, next) => void (ctx.query = { other: "1" }) ?? next())
        .use(receiveKoa(its, handler))
        .callback(),
    ),
  async "Fastify below a prefix"(its) {
    const app = fastify();
    app.register(async (scope) => scope.register(receiveFastify(its, handler), { prefix: "/hooks/:name" }), {
      prefix: "/api",
    });
    return listening(app);
  },
  async "Fastify that rewrites"(its) {
    const app = fastify({ rewriteUrl: () => "/rewritten" });
    app.register(receiveFastify(its, handler), { prefix: "/rewritten" });
    return listening(app);
  },
};

async function listening(app) {
  await app.listen({ port: 0, host: "127.0.0.1" });
  return { port: app.server.address().port, stop: () => app.close() };
}

for (const [name, start] of Object.entries(SERVERS)) {
  test(`${name} passes the URL as the client sent it`, async () => {
    const { asked, its } = recording();
    const server = await start(its);
    for (const url of URLS) assert.equal(await post(server.port, url), 200, url);
    await server.stop();
    assert.deepEqual(
      asked,
      URLS.map((url) => ({ method: "POST", url })),
    );
  });
}

test("http2 passes the path that the client sent", async () => {
  const { asked, its } = recording();
  const server = createHttp2Server(receiveNode(its, handler)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const client = connectHttp2(`http://127.0.0.1:${server.address().port}`);
  for (const url of URLS) {
    const stream = client.request({ ":method": "POST", ":path": url, ...signed() });
    stream.end(BODY);
    const [reply] = await once(stream, "response");
    assert.equal(reply[":status"], 200, url);
    stream.resume();
    await once(stream, "close");
  }
  client.close();
  server.close();
  assert.deepEqual(
    asked,
    URLS.map((url) => ({ method: "POST", url })),
  );
});

/** What turns a Request into a Response: each is told the whole URL. */
const FETCHING = {
  "a fetch host": (its) => receiveFetch(its, handler),
  "a route of the App Router": (its) => receiveNext(its, handler),
  "Hono below a base path": (its) => {
    const app = new Hono().basePath("/api").all("/hooks/*", receiveHono(its, handler));
    return (request) => app.fetch(request);
  },
  "Hono, mounted in another": (its) => {
    const inner = new Hono().all("/*", receiveHono(its, handler));
    const app = new Hono().route("/api/hooks", inner);
    return (request) => app.fetch(request);
  },
};

for (const [name, make] of Object.entries(FETCHING)) {
  test(`${name} passes the URL of the request`, async () => {
    const { asked, its } = recording();
    const respond = make(its);
    const urls = URLS.map((url) => `https://example.com${url}`);
    for (const url of urls) {
      const response = await respond(new Request(url, { method: "POST", headers: signed(), body: BODY }));
      assert.equal(response.status, 200, url);
    }
    assert.deepEqual(
      asked,
      urls.map((url) => ({ method: "POST", url })),
    );
  });
}

const body = { body: BODY, isBase64Encoded: false };
const listsOf = (query) => {
  const lists = {};
  for (const [name, value] of new URLSearchParams(query)) (lists[name] ??= []).push(value);
  return lists;
};

async function askedByLambda(event) {
  const { asked, its } = recording();
  const { statusCode } = await receiveLambda(its, handler)(event);
  assert.equal(statusCode, 200);
  return asked;
}

test("lambda passes path and query of an HTTP API and of a function URL as they arrived", async () => {
  for (const url of URLS) {
    const [rawPath, ...query] = url.split("?");
    const requestContext = { http: { method: "POST" } };
    const event = {
      version: "2.0",
      requestContext,
      rawPath,
      rawQueryString: query.join("?"),
      headers: lower(signed()),
    };
    // An empty query is not told from none.
    assert.deepEqual(await askedByLambda({ ...event, ...body }), [{ method: "POST", url: url.replace(/\?$/, "") }]);
  }
});

test("lambda writes the query of a REST API again, which was decoded, with every value of a name", async () => {
  const queries = ["site=a%2Fb&site=c%20d", "empty=", "a=%E2%82%AC&b=%2B&c=%26&d=1%3D2", ""];
  for (const query of queries) {
    const lists = query === "" ? null : listsOf(query);
    const last = lists && Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, values.at(-1)]));
    const event = { httpMethod: "POST", path: "/api/hooks/a%2Fb", requestContext: {}, headers: signed(), ...body };
    const url = query === "" ? "/api/hooks/a%2Fb" : `/api/hooks/a%2Fb?${query}`;
    const queried = { multiValueQueryStringParameters: lists, queryStringParameters: last };
    assert.deepEqual(await askedByLambda({ ...event, ...queried }), [{ method: "POST", url }], query);
  }
});

test("lambda leaves the query of a load balancer as it is, which was not decoded", async () => {
  for (const [query, url] of [
    [{ queryStringParameters: { site: "a%2Fb", word: "c+d" } }, "/api/hooks?site=a%2Fb&word=c+d"],
    [{ multiValueQueryStringParameters: { site: ["a%2Fb", "%C3%BC"] } }, "/api/hooks?site=a%2Fb&site=%C3%BC"],
    [{ queryStringParameters: {} }, "/api/hooks"],
    [{}, "/api/hooks"],
  ]) {
    const requestContext = { elb: { targetGroupArn: "arn" } };
    const event = { httpMethod: "POST", path: "/api/hooks", requestContext, headers: lower(signed()), ...query };
    assert.deepEqual(await askedByLambda({ ...event, ...body }), [{ method: "POST", url }]);
  }
});

test("no adapter asks of a request with another method, and every one asks once of one that is posted", async () => {
  const { asked, its } = recording();
  const respond = receiveFetch(its, handler, { onRejected: handler });
  for (const method of ["GET", "PUT", "DELETE"]) await respond(new Request("https://example.com/", { method }));
  assert.deepEqual(asked, []);
  await respond(new Request("https://example.com/", { method: "POST", headers: signed(), body: BODY }));
  assert.equal(asked.length, 1);
});
