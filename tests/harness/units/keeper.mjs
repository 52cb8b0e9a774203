// Keeper: a server that answers every request and keeps its bytes.

import { createServer } from "node:http";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export class Keeper {
  /** Where curl finds its configuration: whatever the URL says, it connects here. */
  folder = mkdtempSync(join(tmpdir(), "countersign-keeper-"));
  #taken = [];
  #server = createServer((request, response) => this.#keep(request, response));

  static async start() {
    const keeper = new Keeper();
    await new Promise((done) => keeper.#server.listen(0, "127.0.0.1", done));
    const lines = [`connect-to = "::127.0.0.1:${keeper.port}"`, `noproxy = "*"`, "silent", ""];
    writeFileSync(join(keeper.folder, ".curlrc"), lines.join("\n"));
    return keeper;
  }

  get port() {
    return this.#server.address().port;
  }

  /** The one request that came since the last call. */
  taken() {
    const [request, ...more] = this.#taken.splice(0);
    if (request === undefined || more.length > 0) throw new Error(`${request ? more.length + 1 : 0} requests came`);
    return request;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
    rmSync(this.folder, { recursive: true });
  }

  async #keep(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, url: path, rawHeaders } = request;
    const headers = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [[name, utf8(rawHeaders[at + 1])]] : []));
    this.#taken.push({ method, path, headers, body: Buffer.concat(chunks) });
    response.end("kept");
  }
}

// Node takes a byte of a header for a character.
const utf8 = (value) => Buffer.from(value, "latin1").toString("utf8");
