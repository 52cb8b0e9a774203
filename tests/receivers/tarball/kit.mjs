// What the tests of the adapters have in common: one endpoint's secret and a genuine body, callbacks that are written
// down, and servers.
import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";
import { Webhook } from "countersign";
import { listeners } from "../adapters/index.mjs";

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

/** A server of each framework of Node, with one receiver. */
export const FRAMEWORKS = Object.fromEntries(
  Object.entries(listeners).map(([name, listener]) => [
    name,
    async (handler, options) => serve(await listener(webhook, handler, options)),
  ]),
);

export async function serve(listener) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  const sockets = [];
  server.on("connection", (socket) => sockets.push(socket));
  await once(server, "listening");
  const { port } = server.address();
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { port, stop, sockets, post: (body = BODY, headers = signed(body)) => post(port, body, headers) };
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

/** Runs a test for every framework, side by side: each waits for connections to be closed. */
export const inEach = (all, run) => Promise.all(Object.entries(all).map((each) => run(...each)));

export const KiB = 1024;
export const MiB = 1024 * KiB;

/** A reply within this time came at once, and not when the time for its sender was over. */
export const AT_ONCE_MS = 700;

/** What is answered before a body has arrived: its sender, the status, and what onRejected hears. */
export const EARLY = [
  ["POST", {}, 401, "HEADER_MISSING"],
  ["POST", { "x-agentbot-signature": "nonsense" }, 401, "SIGNATURE_MALFORMED"],
  ["PUT", signed(), 405, "METHOD_NOT_ALLOWED"],
  ["POST", signed(), 413, "BODY_TOO_LARGE"],
];
