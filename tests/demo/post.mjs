// One HTTP request over a socket of its own, its headers exactly as given: twice if twice, latin1
// if latin1.
import { request } from "node:http";

/**
 * Sends `body` and resolves to { status, headers, text }. `headers` is a list of [name, value]
 * pairs. Without a body it sends no length either, which is what `curl -X POST` does; a list of
 * pieces is sent chunked, one by one. `agent` keeps the connection for more.
 */
export function send({ port, path, method = "POST", headers = [], body, agent = false }) {
  const pieces = Array.isArray(body) ? body : [];
  const length = Buffer.isBuffer(body) ? [["Content-Length", String(body.length)]] : [];
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, method, agent });
    // A list of values becomes as many lines, and each is written as latin1.
    for (const [name, value] of [...headers, ...length]) sent.setHeader(name, [...(sent.getHeader(name) ?? []), value]);
    if (body === undefined) for (const name of ["Content-Length", "Transfer-Encoding"]) sent.removeHeader(name);
    sent.setTimeout(20_000, () => sent.destroy(new Error(`no answer from port ${port} within 20 s`)));
    sent.on("error", reject);
    sent.on("response", async (response) => {
      const parts = [];
      for await (const part of response) parts.push(part);
      resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(parts).toString() });
    });
    for (const piece of pieces) sent.write(piece);
    sent.end(pieces.length > 0 ? undefined : body);
  });
}
