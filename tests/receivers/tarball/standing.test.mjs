// What must neither end the process, nor keep a sender waiting, nor fill the memory.
import assert from "node:assert/strict";
import { once } from "node:events";
import { connect as connectHttp2, createServer as createHttp2Server } from "node:http2";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fastify from "fastify";
import { memory } from "countersign/idempotency";
import { receive as receiveExpress } from "countersign/express";
import { receive as receiveFastify } from "countersign/fastify";
import { receivePages } from "countersign/next";
import { receive as receiveNode } from "countersign/node";
import { BODY, FRAMEWORKS, codes, deferred, listening, serve, signed, webhook } from "./kit.mjs";

test("no reply that a handler chooses breaks a framework", async () => {
  const words = () => ({ headers: { "x-word": "one\r\nset-cookie: two" } });
  const empty = () => ({ status: 204 });
  for (const [name, start] of Object.entries(FRAMEWORKS)) {
    for (const [answer, status, body] of [
      [words, 500, '{"status":500,"title":"The delivery could not be handled."}'],
      [empty, 204, ""],
    ]) {
      const { told, options } = listening();
      const server = await start((_, { reply }) => reply(answer()), options);
      const reply = await server.post();
      assert.deepEqual([reply.status, reply.headers["set-cookie"], reply.body], [status, undefined, body], name);
      assert.equal(told.errors.length, status === 500 ? 1 : 0, name);
      await server.stop();
    }
  }
});

test("a handler that is slower than somebody else's answer does not answer twice", async () => {
  for (const receive of [receiveNode, receiveExpress, receivePages]) {
    const answered = deferred();
    const ended = deferred();
    const receiveIt = receive(webhook, () => answered.promise);
    const server = await serve(async (request, response) => {
      const work = receiveIt(request, response);
      response.writeHead(503, { "content-type": "text/plain" }).end("too slow");
      answered.resolve();
      await work;
      ended.resolve();
    });
    const { status, body } = await server.post();
    assert.deepEqual([status, body], [503, "too slow"]);
    await ended.promise;
    await server.stop();
  }
});

test("requests in one pipeline are answered in order, whatever becomes of each", async () => {
  const server = await serve(receiveNode(webhook, () => {}, listening({ maxBodyBytes: 1000 }).options));
  const write = (method, body, headers = {}) =>
    `${method} / HTTP/1.1\r\nHost: x\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
    Object.entries(headers)
      .map((pair) => `${pair.join(": ")}\r\n`)
      .join("") +
    `\r\n${body}`;
  const socket = connect(server.port, "127.0.0.1");
  const last = write("POST", BODY, { ...signed(), Connection: "close" });
  const [genuine, forged] = [write("POST", BODY, signed()), write("POST", `${BODY} `, signed())];
  socket.write(genuine + write("PUT", "abc") + write("POST", "x".repeat(9000), signed()) + forged + genuine + last);
  const statuses = [...(await text(socket)).matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => status);
  assert.deepEqual(statuses, ["200", "405", "413", "401", "200", "200"]);
  await server.stop();
});

test("who sends on and on gets a reply, and is cut off", async () => {
  const limit = 64 << 20;
  const piece = Buffer.from(`10000\r\n${"x".repeat(0x10000)}\r\n`);
  for (const [method, status] of [
    ["POST", 413],
    ["PUT", 405],
  ]) {
    const server = await serve(receiveNode(webhook, () => {}, listening({ maxBodyBytes: 1000 }).options));
    const socket = connect(server.port, "127.0.0.1").setEncoding("latin1");
    let reply = "";
    socket.on("data", (part) => (reply += part)).on("error", () => {});
    const [[name, value]] = Object.entries(signed());
    socket.write(`${method} / HTTP/1.1\r\nHost: x\r\n${name}: ${value}\r\nTransfer-Encoding: chunked\r\n\r\n`);
    let sent = 0;
    const send = () => {
      if (!socket.writable || sent >= limit) return socket.destroy();
      sent += 0x10000;
      socket.write(piece, () => setImmediate(send));
    };
    send();
    await new Promise((closed) => socket.once("close", closed));
    assert.match(reply, new RegExp(`^HTTP/1\\.1 ${status} `), method);
    assert.ok(sent < limit, `${method}: cut off after ${sent} bytes`);
    await server.stop();
  }
});

test("http2 is received through its compatible API", async () => {
  const { told, options } = listening({ maxBodyBytes: 1000 });
  const server = createHttp2Server(receiveNode(webhook, () => {}, options)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const client = connectHttp2(`http://127.0.0.1:${server.address().port}`);
  for (const [method, body, headers, status] of [
    ["POST", BODY, signed(), 200],
    ["POST", `${BODY} `, signed(), 401],
    ["POST", "x".repeat(100_000), signed(), 413],
    ["PUT", BODY, signed(), 405],
  ]) {
    const stream = client.request({ ":method": method, ":path": "/", ...headers });
    stream.on("error", () => {}).end(body);
    const [reply] = await once(stream, "response");
    assert.equal(reply[":status"], status);
    stream.resume();
    await once(stream, "close");
  }
  assert.deepEqual(codes(told), ["SIGNATURE_MISMATCH", "BODY_TOO_LARGE", "METHOD_NOT_ALLOWED"]);
  client.close();
  server.close();
});

test("a body that comes byte by byte takes no more than a few times its size", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc");
  const used = () => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const length = 100_000;
  const rawHeaders = Object.entries(webhook.sign("a".repeat(length))).flat();
  const before = used();
  let left = length;
  let after;
  const stream = new Readable({
    highWaterMark: 1,
    read() {
      left -= 1;
      if (left === 0) after = used();
      this.push(left < 0 ? null : Buffer.alloc(1, "a"));
    },
  });
  let status;
  const response = { writeHead: (given) => ((status = given), response), end() {} };
  await receiveNode(webhook, () => {})(Object.assign(stream, { method: "POST", headers: {}, rawHeaders }), response);
  assert.equal(status, 200);
  assert.ok(after - before < 40 * length, `${after - before} bytes for ${length}`);
});

test("a store serves every adapter: what one has handled is a duplicate to the others", async () => {
  const idempotency = memory();
  let handled = 0;
  for (const start of Object.values(FRAMEWORKS)) {
    const server = await start(() => void (handled += 1), listening({ idempotency }).options);
    assert.equal((await server.post()).status, 200);
    await server.stop();
  }
  assert.equal(handled, 1);
});

test("fastify answers a request that was injected, as its tests and its gateways make them", async ({ mock }) => {
  mock.timers.enable({ apis: ["setTimeout"] }); // an answer that waited for one would not come
  const app = fastify().register(
    receiveFastify(webhook, () => {}),
    { prefix: "/hook" },
  );
  const inject = (payload, method = "POST") => app.inject({ method, url: "/hook", headers: signed(), payload });
  assert.equal((await inject(BODY)).statusCode, 200);
  assert.equal((await inject(`${BODY} `)).statusCode, 401);
  assert.equal((await inject(BODY, "PUT")).statusCode, 405);
  await app.close();
});

test("a sender who announces a body and sends none is answered all the same", async () => {
  for (const [name, start] of Object.entries(FRAMEWORKS)) {
    const server = await start(() => assert.fail("handled"), listening().options);
    for (const [method, length, status] of [
      ["POST", 6 * 1024 * 1024, 413],
      ["PUT", 10, 405],
    ]) {
      const socket = connect(server.port, "127.0.0.1");
      const [[header, value]] = Object.entries(signed());
      socket.write(`${method} / HTTP/1.1\r\nHost: x\r\n${header}: ${value}\r\nContent-Length: ${length}\r\n\r\n`);
      const [reply] = await once(socket, "data");
      assert.match(String(reply), new RegExp(`^HTTP/1.1 ${status} `), name);
      socket.destroy();
    }
    await server.stop();
  }
});
