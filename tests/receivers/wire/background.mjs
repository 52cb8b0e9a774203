// What is handled in the background, tried on an example that posts each delivery of Bookbag on to
// $FORWARD_TO: it must have been answered before that has answered, and what goes wrong be told.
import { createServer } from "node:http";
import { send } from "../../demo/post.mjs";
import { PROVIDERS, signatureOf } from "../../demo/providers.mjs";
import { OK, differences } from "./replies.mjs";

/**
 * Yields "" for each check that held, and a sentence for each that did not.
 *
 * @param startWith - starts the example with more of an environment
 * @param path - of the endpoint
 */
export async function* tryBackground(startWith, path) {
  const downstream = await Downstream.listen();
  const server = await startWith({ FORWARD_TO: downstream.url });
  try {
    for (const [status, word] of OUTCOMES) {
      const problems = await tryOne(server, path, downstream, status, word).catch((error) => [error.message]);
      yield problems.length > 0 ? `${path}, when what it waits for answers ${status}: ${problems.join("; ")}` : "";
    }
  } finally {
    await server.stop();
    downstream.close();
  }
}

const { header, type, body: text } = PROVIDERS.bookbag;

// What is posted on is answered with, and the word in the log that this leads to.
const OUTCOMES = [
  [200, type],
  [503, "lost"],
];

async function tryOne(server, path, downstream, status, word) {
  const body = Buffer.from(text);
  const headers = [[header, signatureOf("bookbag", { body })]];
  // Nobody has answered downstream yet: a route that waited for it would never answer.
  const problems = differences(await send({ port: server.port, path, headers, body }), OK);
  const forwarded = await downstream.answer(status);
  if (forwarded !== JSON.stringify(JSON.parse(text)))
    problems.push(`expected the payload downstream, got ${forwarded}`);
  const verdict = await server.verdict();
  return verdict.word === word ? problems : [...problems, `expected ${word} in the log, got ${verdict.word}`];
}

/** A server that answers when it is told to. */
class Downstream {
  #waiting = [];
  #came;
  #server = createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    this.#waiting.push({ response, body: Buffer.concat(parts).toString() });
    this.#came?.();
  });

  static async listen() {
    const it = new Downstream();
    await new Promise((resolve) => it.#server.listen(0, "127.0.0.1", resolve));
    return it;
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}/`;
  }

  /** Answers what came, or comes, next, and resolves to its body. */
  async answer(status) {
    if (this.#waiting.length === 0) await this.#next();
    const { response, body } = this.#waiting.shift();
    response.writeHead(status).end();
    return body;
  }

  #next() {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("nothing came downstream within 20 s")), 20_000);
      this.#came = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  close() {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
