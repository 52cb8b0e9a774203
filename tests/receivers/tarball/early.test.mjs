// Replies that come before the body has arrived: the sender reads them, nothing is reset, and the connection is closed.
import assert from "node:assert/strict";
import { once } from "node:events";
import { Agent, request as httpRequest } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { test } from "node:test";
import { getRequestListener } from "@hono/node-server";
import { receive as receiveFetch } from "countersign/fetch";
import {
  AT_ONCE_MS,
  BODY,
  EARLY,
  FRAMEWORKS,
  KiB,
  MiB,
  codes,
  inEach,
  listening,
  serve,
  signed,
  webhook,
} from "./kit.mjs";

/** Sends a head and no body; resolves to what came back when the connection is closed, and after how long. */
async function sendHead(port, method, headers, length) {
  const socket = connect(port, "127.0.0.1").setEncoding("latin1");
  const lines = Object.entries({ Host: "x", "Content-Length": length, ...headers }).map((pair) => pair.join(": "));
  const began = performance.now();
  socket.write(`${method} / HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
  let reply = "";
  let repliedMs;
  socket.on("data", (part) => {
    repliedMs ??= performance.now() - began;
    reply += part;
  });
  await once(socket, "close");
  return { reply, repliedMs };
}

/** Writes piece after piece of a body, and rejects when the connection fails before the reply was read. */
function sendLarge(port, method, headers, { size = 16 * MiB, isChunked = false } = {}) {
  return new Promise((resolve, reject) => {
    const length = isChunked ? {} : { "Content-Length": size };
    const upload = httpRequest({ port, host: "127.0.0.1", method, agent: false, headers: { ...headers, ...length } });
    let left = size;
    const write = () => {
      if (left <= 0) return upload.end();
      left -= 64 * KiB;
      upload.write(Buffer.alloc(64 * KiB, "x"), (error) => error || setImmediate(write));
    };
    upload.on("error", reject);
    upload.on("response", async (response) => {
      const reply = {
        status: response.statusCode,
        connection: response.headers.connection,
        body: await text(response),
      };
      upload.off("error", reject).on("error", () => {});
      upload.destroy();
      resolve(reply);
    });
    write();
  });
}

test("a sender reads the reply before it has sent the body, and the connection is closed", () =>
  inEach(FRAMEWORKS, async (name, start) => {
    const { told, options } = listening({ maxBodyBytes: 1000 });
    const server = await start(() => assert.fail("handled"), options);
    const tried = EARLY.map(async ([method, headers, status, code]) => {
      const { reply, repliedMs } = await sendHead(server.port, method, headers, MiB);
      const what = `${name}, ${code}`;
      assert.match(reply, new RegExp(`^HTTP/1\\.1 ${status} [^]*"status":${status},[^]*\\}$`), what);
      assert.match(reply, /^connection: close\r$/im, what);
      assert.ok(repliedMs < AT_ONCE_MS, `${what}: after ${repliedMs} ms`);
    });
    await Promise.all(tried);
    const expected = EARLY.map(([, , , code]) => code);
    assert.deepEqual(codes(told).sort(), expected.sort(), `${name}: each is told once`);
    assert.deepEqual(told.errors, [], name);
    await server.stop();
  }));

test("a sender who keeps writing a large body reads the reply, and no reset", async () => {
  for (const [name, start] of Object.entries(FRAMEWORKS)) {
    const { told, options } = listening({ maxBodyBytes: 1000 });
    const server = await start(() => assert.fail("handled"), options);
    for (const [method, headers, status, code] of EARLY) {
      for (const isChunked of [false, true]) {
        const what = `${name}, ${code}, ${isChunked ? "chunked" : "with its length"}`;
        const reply = await sendLarge(server.port, method, headers, { isChunked }).catch(({ code }) => code);
        assert.equal(reply.status, status, `${what}: ${reply}`);
        assert.equal(JSON.parse(reply.body).status, status, what);
      }
    }
    assert.deepEqual(told.errors, [], name);
    await server.stop();
  }
});

test("a sender who reads nothing until it has written for a while reads the reply then, and no reset", () =>
  inEach(FRAMEWORKS, async (name, start) => {
    const server = await start(() => assert.fail("handled"), listening({ maxBodyBytes: 1000 }).options);
    const tried = EARLY.map(async ([method, headers, status, code]) => {
      const socket = connect(server.port, "127.0.0.1").setEncoding("latin1").pause();
      const lines = Object.entries({ Host: "x", "Content-Length": 16 * MiB, ...headers });
      socket.write(`${method} / HTTP/1.1\r\n${lines.map((pair) => pair.join(": ")).join("\r\n")}\r\n\r\n`);
      const failed = once(socket, "error").then(([error]) => error.code);
      for (let i = 0; i < 20; i += 1) {
        if (!socket.destroyed) socket.write(Buffer.alloc(256 * KiB, "x"));
        await wait(20);
      }
      const reply = await Promise.race([failed, once(socket.resume(), "data").then(String)]);
      assert.match(reply, new RegExp(`^HTTP/1\\.1 ${status} `), `${name}, ${code}`);
      socket.on("error", () => {}).destroy();
    });
    await Promise.all(tried);
    await server.stop();
  }));

test("of a body that nobody will read little is read", async () => {
  for (const [name, start] of Object.entries(FRAMEWORKS)) {
    const server = await start(() => assert.fail("handled"), listening().options);
    await sendLarge(server.port, "POST", {});
    await wait(50);
    const [{ bytesRead }] = server.sockets;
    // 64 KiB, and what the kernel and the parser had at hand.
    assert.ok(bytesRead <= 512 * KiB, `${name}: ${bytesRead} bytes`);
    await server.stop();
  }
});

test("a body that does not end in time is answered 408, whether it stops or dribbles", () =>
  inEach(FRAMEWORKS, async (name, start) => {
    for (const isDribbling of [false, true]) {
      const { told, options } = listening({ readTimeoutSeconds: 0.2 });
      const server = await start(() => assert.fail("handled"), options);
      const socket = connect(server.port, "127.0.0.1").setEncoding("latin1");
      const [[header, value]] = Object.entries(signed());
      const began = performance.now();
      socket.write(`POST / HTTP/1.1\r\nHost: x\r\n${header}: ${value}\r\nContent-Length: 1000\r\n\r\nsome`);
      const dribble = isDribbling ? setInterval(() => socket.writable && socket.write("x"), 20) : undefined;
      let repliedMs;
      socket.once("data", () => (repliedMs = performance.now() - began)).on("error", () => {});
      let reply = "";
      socket.on("data", (part) => (reply += part));
      await once(socket, "close");
      clearInterval(dribble);
      assert.match(reply, /^HTTP\/1\.1 408 [^]*"family":"transport"\}$/, name);
      assert.ok(repliedMs > 190 && repliedMs < 200 + AT_ONCE_MS, `${name}: after ${repliedMs} ms`);
      assert.deepEqual([codes(told), told.errors], [["READ_TIMEOUT"], []], name);
      assert.match(told.rejected[0].message, /readTimeoutSeconds, 0\.2/, name);
      await server.stop();
    }
  }));

test("a genuine delivery passes on a connection that is kept, between refusals whose bodies have arrived", async () => {
  for (const [name, start] of Object.entries(FRAMEWORKS)) {
    const { told, options } = listening();
    let handled = 0;
    const server = await start(() => (handled += 1), options);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const send = async (method, headers, body) => {
      const request = httpRequest({ port: server.port, host: "127.0.0.1", method, headers, agent }).end(body);
      const [response] = await once(request, "response");
      await text(response);
      return response.statusCode;
    };
    const statuses = [];
    for (const [method, headers, body] of [
      ["POST", signed(), BODY],
      ["POST", {}, BODY],
      ["POST", signed(), BODY],
      ["POST", signed(), `${BODY} `],
      ["GET", {}, undefined],
      ["POST", signed(), BODY],
    ])
      statuses.push(await send(method, headers, body));
    assert.deepEqual(statuses, [200, 401, 200, 401, 405, 200], name);
    assert.deepEqual([server.sockets.length, handled, told.errors], [1, 3, []], name);
    assert.equal(await send("POST", {}, "x".repeat(MiB)), 401, name);
    assert.equal(await send("POST", signed(), BODY), 200, `${name}, after a reply that closed the connection`);
    agent.destroy();
    await server.stop();
  }
});

test("a host of fetch above Node closes the connection of an early reply: what follows takes another", async () => {
  const { told, options } = listening();
  const server = await serve(getRequestListener(receiveFetch(webhook, () => {}, options)));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = async (headers, body) => {
    const asked = { port: server.port, host: "127.0.0.1", method: "POST", headers, agent };
    const [response] = await once(httpRequest(asked).end(body), "response");
    await text(response);
    return [response.statusCode, response.headers.connection];
  };
  for (const size of [512 * KiB, 2 * MiB]) {
    assert.deepEqual(await send({}, "x".repeat(size)), [401, "close"], `${size} bytes`);
    assert.deepEqual(await send(signed(), BODY), [200, "keep-alive"], `behind ${size} bytes`);
  }
  assert.deepEqual(told.errors, []);
  agent.destroy();
  await server.stop();
});
