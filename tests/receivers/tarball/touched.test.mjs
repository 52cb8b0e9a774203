// Hosts with and without waitUntil, and requests that somebody touched before the adapter.
import assert from "node:assert/strict";
import { once } from "node:events";
import { IncomingMessage } from "node:http";
import { connect, Socket } from "node:net";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import express from "express";
import { Hono } from "hono";
import { receive as receiveExpress } from "countersign/express";
import { receive as receiveHono } from "countersign/hono";
import { receive as receiveNext, receivePages } from "countersign/next";
import { receive as receiveNode } from "countersign/node";
import { listeners } from "../adapters/index.mjs";
import { BODY, codes, deferred, listening, lower, serve, signed, webhook } from "./kit.mjs";

test("next wants waitUntil for what goes on in the background, in either kind of route", () => {
  for (const receive of [receiveNext, receivePages]) {
    assert.throws(() => receive(webhook, () => {}, { background: true }), {
      code: "OPTION_INVALID",
      message: /waitUntil: after/,
    });
    for (const options of [undefined, {}, { background: false }, { background: true, waitUntil: () => {} }])
      assert.equal(typeof receive(webhook, () => {}, options), "function");
  }
});

test("next says which line a route of pages/api lacks, when its body was parsed", async () => {
  const { told, options } = listening();
  const server = await serve(async (request, response) => {
    request.body = JSON.parse(await text(request));
    await receivePages(webhook, () => {}, options)(request, response);
  });
  assert.equal((await server.post()).status, 500);
  assert.deepEqual(codes(told), ["BODY_NOT_RAW"]);
  assert.match(told.rejected[0].message, /bodyParser: false/);
  await server.stop();
});

test("hono keeps its host awake where that has a waitUntil, and works where it has none", async () => {
  const work = [];
  const executionCtx = { waitUntil: (promise) => work.push(promise), passThroughOnException() {} };
  let handled = 0;
  const app = new Hono().all(
    "/",
    receiveHono(webhook, async () => void (handled += 1), { background: true }),
  );
  const send = (...rest) =>
    app.fetch(new Request("http://host/", { method: "POST", headers: signed(), body: BODY }), ...rest);
  assert.equal((await send({}, executionCtx)).status, 200);
  assert.equal(work.length, 1);
  await work[0];
  assert.equal((await send({})).status, 200);
  await new Promise((later) => setImmediate(later));
  assert.equal(handled, 2);
});

test("hono takes the bytes that a middleware read, and says so of a body that it parsed", async () => {
  const cases = [
    [(c) => c.req.arrayBuffer(), 200, []],
    [(c) => c.req.json(), 500, ["BODY_CONSUMED"]],
    [(c) => c.req.text(), 500, ["BODY_CONSUMED"]],
    [async (c) => [await c.req.arrayBuffer(), await c.req.json()], 200, []],
  ];
  for (const [read, status, rejected] of cases) {
    const { told, options } = listening();
    const app = new Hono()
      .use(async (c, next) => {
        await read(c);
        await next();
      })
      .all(
        "/",
        receiveHono(webhook, () => {}, options),
      );
    const request = new Request("http://host/", { method: "POST", headers: signed(), body: BODY });
    assert.equal((await app.fetch(request)).status, status, `${read}`);
    assert.deepEqual(codes(told), rejected, `${read}`);
  }
  const { told, options } = listening({ maxBodyBytes: 3 });
  const app = new Hono().use(async (c, next) => void (await c.req.arrayBuffer(), await next()));
  app.all(
    "/",
    receiveHono(webhook, () => {}, options),
  );
  assert.equal((await app.request("/", { method: "POST", headers: signed("four"), body: "four" })).status, 413);
  assert.deepEqual(codes(told), ["BODY_TOO_LARGE"]);
});

test("node says what ran before it", async () => {
  const cases = [
    ["request.setEncoding", (request) => void request.setEncoding("utf8"), "BODY_NOT_RAW", /setEncoding/],
    ["a reader", (request) => text(request), "BODY_CONSUMED", /before anything reads/],
    ["a reader of half of it", (request) => once(request, "data"), "BODY_CONSUMED", /before anything reads/],
  ];
  for (const [what, touch, code, fix] of cases) {
    const { told, options } = listening();
    const receive = receiveNode(webhook, () => {}, options);
    const server = await serve(async (request, response) => {
      await touch(request);
      await receive(request, response);
    });
    assert.equal((await server.post()).status, 500, what);
    assert.deepEqual(codes(told), [code], what);
    assert.match(told.rejected[0].message, fix, what);
    await server.stop();
  }
});

test("node calls a sender who hung up by that name, before the body is read and while it is", async () => {
  const { told, options } = listening();
  const receive = receiveNode(webhook, () => assert.fail("handled"), options);
  for (const waits of [true, false]) {
    const ended = deferred();
    const server = await serve(async (request, response) => {
      if (waits) await new Promise((closed) => request.once("close", closed));
      else request.once("data", () => socket.destroy());
      await receive(request, response);
      ended.resolve();
    });
    const socket = connect(server.port, "127.0.0.1");
    const [[name, value]] = Object.entries(signed());
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\n${name}: ${value}\r\nContent-Length: 10\r\n\r\nhalf`);
    if (waits) socket.end(() => socket.destroy());
    await ended.promise;
    await server.stop();
  }
  assert.deepEqual(codes(told), []);
  assert.equal(told.errors.length, 2);
  for (const { message } of told.errors) assert.match(message, /hung up|aborted/);
});

test("express takes bytes that a parser left, also of another realm, and refuses anything else", async () => {
  const foreign = runInNewContext("(bytes) => Uint8Array.from(bytes)");
  const cases = [
    ["rawBody", (request, bytes) => (request.rawBody = bytes), 200, []],
    ["body", (request, bytes) => (request.body = bytes), 200, []],
    ["bytes of another realm", (request, bytes) => (request.body = foreign(bytes)), 200, []],
    ["rawBody beside an object", (request, bytes) => ((request.rawBody = bytes), (request.body = {})), 200, []],
    ["an object", (request, bytes) => (request.body = JSON.parse(bytes)), 500, ["BODY_NOT_RAW"]],
    ["a text under body, of any charset", (request, bytes) => (request.body = String(bytes)), 500, ["BODY_NOT_RAW"]],
    ["nothing", () => {}, 500, ["BODY_CONSUMED"]],
  ];
  for (const [what, leave, status, rejected] of cases) {
    const { told, options } = listening();
    const app = express().use(async (request, _, next) => {
      leave(request, Buffer.from(await text(request)));
      next();
    });
    const server = await serve(
      app.all(
        "/",
        receiveExpress(webhook, () => {}, options),
      ),
    );
    assert.equal((await server.post()).status, status, what);
    assert.deepEqual(codes(told), rejected, what);
    await server.stop();
  }
});

test("every framework reads the body itself where what stands for it is still empty", async () => {
  const cases = [{ rawBody: "" }, { rawBody: Buffer.alloc(0) }, { body: Buffer.alloc(0) }];
  for (const [name, listener] of Object.entries(listeners)) {
    for (const preset of cases) {
      const bodies = [];
      const respond = await listener(webhook, ({ body }) => bodies.push(Buffer.from(body).toString()), {});
      const server = await serve((request, response) => respond(Object.assign(request, preset), response));
      const statuses = [(await server.post()).status, (await server.post("")).status];
      assert.deepEqual(
        [statuses, bodies],
        [
          [200, 200],
          [BODY, ""],
        ],
        `${name}: ${Object.keys(preset)}`,
      );
      await server.stop();
    }
  }
});

test("every framework takes a raw body that its host left as a text, or under the symbol unparsedBody", async () => {
  const unparsed = Symbol.for("unparsedBody");
  const parsed = { body: JSON.parse(BODY) };
  const parsedWith = (left) => ({ body: { ...parsed.body, [unparsed]: left } });
  const cases = [
    ["a text", (bytes) => ({ rawBody: String(bytes) }), 200],
    ["a text beside an object", (bytes) => ({ rawBody: String(bytes), ...parsed }), 200],
    ["bytes", (bytes) => ({ rawBody: bytes, ...parsed }), 200],
    ["a text under the symbol", (bytes) => ({ [unparsed]: String(bytes), ...parsed }), 200],
    ["bytes under the symbol", (bytes) => ({ [unparsed]: new Uint8Array(bytes), ...parsed }), 200],
    ["a text under the symbol, at what was parsed", (bytes) => parsedWith(String(bytes)), 200],
    ["another text there", (bytes) => parsedWith(`${bytes} `), 401],
    ["an object there", () => parsedWith(parsed.body), 500],
    ["an empty text beside one under the symbol", (bytes) => ({ rawBody: "", [unparsed]: String(bytes) }), 200],
    [
      "an ArrayBuffer of another realm",
      (bytes) => ({ rawBody: runInNewContext(`Uint8Array.of(${[...bytes]}).buffer`) }),
      200,
    ],
    ["an ArrayBuffer", (bytes) => ({ rawBody: new Uint8Array(bytes).buffer, ...parsed }), 200],
    ["a text of other bytes", (bytes) => ({ rawBody: `${bytes} `, ...parsed }), 401],
    ["a text that is serialized again", () => ({ [unparsed]: JSON.stringify(parsed.body, null, 1) }), 401],
    ["an object under each name", () => ({ rawBody: parsed.body, [unparsed]: parsed.body, ...parsed }), 500],
    ["an object", () => parsed, 500],
    ["numbers", () => ({ rawBody: 7, [unparsed]: [7] }), 500],
    ["nothing", () => ({}), 500],
  ];
  for (const [name, listener] of Object.entries(listeners)) {
    for (const [what, leave, status] of cases) {
      const { told, options } = listening();
      const bodies = [];
      const respond = await listener(webhook, ({ body }) => bodies.push(Buffer.from(body).toString()), options);
      const server = await serve(async (request, response) => {
        const bytes = Buffer.from(await text(request));
        await respond(Object.assign(request, leave(bytes)), response);
      });
      assert.equal((await server.post()).status, status, `${name}: ${what}`);
      assert.deepEqual(bodies, status === 200 ? [BODY] : [], `${name}: ${what}`);
      if (status === 500) {
        const isNothing = what === "nothing";
        assert.deepEqual(codes(told), [isNothing ? "BODY_CONSUMED" : "BODY_NOT_RAW"], `${name}: ${what}`);
        assert.match(told.rejected[0].message, FIXES[name], name);
      }
      await server.stop();
    }
  }
});

test("every framework reads a request that was paused while something else was waited for", async () => {
  for (const [name, listener] of Object.entries(listeners)) {
    const { told, options } = listening({ readTimeoutSeconds: 2 });
    const respond = await listener(webhook, () => {}, options);
    const server = await serve(async (request, response) => {
      request.pause();
      await new Promise(setImmediate);
      await respond(request, response);
    });
    assert.deepEqual([(await server.post()).status, codes(told)], [200, []], name);
    await server.stop();
  }
});

test("every framework counts the bytes of a raw text, not its letters", async () => {
  for (const [name, listener] of Object.entries(listeners)) {
    const { told, options } = listening({ maxBodyBytes: 3 });
    const respond = await listener(webhook, () => {}, options);
    const server = await serve(async (request, response) => {
      await respond(Object.assign(request, { rawBody: await text(request) }), response);
    });
    const statusOf = async (body) => (await server.post(body, signed(body))).status;
    assert.deepEqual([await statusOf("aü"), await statusOf("üü"), codes(told)], [200, 413, ["BODY_TOO_LARGE"]], name);
    await server.stop();
  }
});

/** The line to change, as each framework names it. */
const FIXES = {
  express: /above app\.use\(express\.json\(\)\)/,
  fastify: /preParsing hook/,
  koa: /above app\.use\(bodyParser\(\)\)/,
  "next-pages": /bodyParser: false/,
  node: /before anything reads the request/,
};

test("express takes a request that was made of an event: it has no raw headers", async () => {
  for (const [headers, status] of [
    [signed(), 200],
    [{}, 401],
  ]) {
    const request = Object.assign(new IncomingMessage(new Socket()), {
      method: "POST",
      complete: true,
      body: Buffer.from(BODY),
    });
    request.headers = lower(headers);
    let got;
    const response = { writeHead: (status) => ((got = status), response), end() {} };
    await receiveExpress(webhook, () => {}, listening().options)(request, response);
    assert.equal(got, status);
  }
});
