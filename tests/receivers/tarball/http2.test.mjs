// Replies over HTTP/2: a stream is closed early, the session is kept, and no header of a connection reaches it.
import assert from "node:assert/strict";
import { once } from "node:events";
import { connect as connectHttp2, constants, createServer as createHttp2Server } from "node:http2";
import { test } from "node:test";
import Fastify from "fastify";
import { receive as receiveFastify } from "countersign/fastify";
import { listeners } from "../adapters/index.mjs";
import { AT_ONCE_MS, BODY, EARLY, MiB, codes, inEach, listening, signed, webhook } from "./kit.mjs";

/** Servers of HTTP/2, each with one receiver. */
const HTTP2 = {
  node: (...given) => createHttp2Server(listeners.node(webhook, ...given)).listen(0, "127.0.0.1"),
  koa: (...given) => createHttp2Server(listeners.koa(webhook, ...given)).listen(0, "127.0.0.1"),
  async fastify(...given) {
    const app = Fastify({ http2: true }).register(receiveFastify(webhook, ...given));
    await app.listen({ host: "127.0.0.1", port: 0 });
    return app.server;
  },
};

/** One session with a server of HTTP/2; `send` resolves to the reply and the code with which the stream was closed. */
async function http2Session(server) {
  if (!server.listening) await once(server, "listening");
  // Node's client counts what it has not sent of streams that are closed, and stops at 10 MB of it.
  const client = connectHttp2(`http://127.0.0.1:${server.address().port}`, { maxSessionMemory: 1000 });
  const errors = [];
  client.on("error", (error) => errors.push(error));
  const send = async (method, headers, write) => {
    const began = performance.now();
    const stream = client.request({ ":method": method, ":path": "/", ...headers }, { endStream: false });
    stream.on("error", (error) => errors.push(error)).setEncoding("utf8");
    let body = "";
    stream.on("data", (part) => (body += part));
    const closed = new Promise((resolve) => stream.once("close", resolve));
    write(stream);
    const [reply] = await once(stream, "response");
    const repliedMs = performance.now() - began;
    await closed;
    return { status: reply[":status"], body, repliedMs, code: stream.rstCode };
  };
  const end = async () => {
    client.close();
    server.close();
    client.destroy();
    await once(server, "close");
  };
  return { send, errors, end };
}

test("http2: a sender reads the reply before it has sent the body, the stream is closed, and the session is kept", () =>
  inEach(HTTP2, async (name, start) => {
    const { told, options } = listening({ maxBodyBytes: 1000, readTimeoutSeconds: 0.2 });
    const { send, errors, end } = await http2Session(await start(() => {}, options));
    const nothing = () => {};
    const much = (stream) => stream.write(Buffer.alloc(4 * MiB, "x"));
    const cases = EARLY.flatMap((each) =>
      each[2] === 413
        ? [[much, each]]
        : [
            [nothing, each],
            [much, each],
          ],
    );
    const genuine = () => send("POST", signed(), (stream) => stream.end(BODY));
    await Promise.all(
      cases.map(async ([write, [method, headers, status, code]]) => {
        const reply = await send(method, headers, write);
        assert.deepEqual([reply.status, JSON.parse(reply.body).status], [status, status], `${name}, ${code}`);
        assert.ok(reply.repliedMs < AT_ONCE_MS, `${name}, ${code}: after ${reply.repliedMs} ms`);
        assert.equal(reply.code, constants.NGHTTP2_NO_ERROR, `${name}, ${code}`);
        assert.equal((await genuine()).status, 200, name);
      }),
    );
    assert.deepEqual(codes(told).sort(), cases.map(([, [, , , code]]) => code).sort(), name);
    const late = await send("POST", signed(), (stream) => stream.write("some"));
    assert.deepEqual([late.status, codes(told).at(-1)], [408, "READ_TIMEOUT"], name);
    assert.equal((await genuine()).status, 200, name);
    assert.deepEqual([errors, told.errors], [[], []], name);
    await end();
  }));

test("http2: no reply of a handler ends the process or leaves a request open", async () => {
  for (const [name, start] of Object.entries(HTTP2)) {
    const headers = ["connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade", "te", "trailer"];
    for (const header of [...headers, "http2-settings", "content-length", "x-padded"]) {
      const { told, options } = listening();
      const handler = (_, { reply }) => reply({ headers: { [header]: " close " } });
      const { send, errors, end } = await http2Session(await start(handler, options));
      const { status } = await send("POST", signed(), (stream) => stream.end(BODY));
      const isFine = header === "x-padded";
      assert.equal(status, isFine ? 200 : 500, `${name}: ${header}`);
      const expected = isFine ? [] : ["reply-header-connection"];
      assert.deepEqual([told.errors.map(({ detail }) => detail), errors], [expected, []], `${name}: ${header}`);
      await end();
    }
  }
});
