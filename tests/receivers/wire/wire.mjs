// What the wire can do to a receiver, tried on any server that is up: an example, in whatever
// runtime. Everything is a delivery of Bookbag, which signs its body and nothing else.
//
//   for await (const problem of tryWire(server, (provider) => `/webhooks/${provider}`, host)) …
//
//   server   { port, verdict }, as start() of ../demo/server.mjs resolves to: verdict() is the next line
//            of the log, { word, rest }
//   host     what this host does by itself, where it differs from the others:
//     own405     it refuses other methods without asking the receiver, so the log says nothing of them
//     without    { "name of a check": "why this host makes it impossible" }
//
// Yields "" for each check that held, and a sentence for each that did not. The log lines it reads
// are those of every example:
//   handled     `${provider} ${type} ${idempotencyKey} secret ${secretIndex}`
//   refused     `${provider} ${code}: ${message}`
//   duplicate   `${provider} duplicate ${idempotencyKey}`
import { createHash } from "node:crypto";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { send } from "../../demo/post.mjs";
import { PROVIDERS, signatureOf } from "../../demo/providers.mjs";
import { BUSY, OK, differences, refusal, retryProblems } from "./replies.mjs";

const MiB = 1024 * 1024;

export async function* tryWire(server, pathOf, host = {}) {
  const wire = new Wire(server, pathOf("bookbag"), host);
  for (const [name, check] of Object.entries(CHECKS)) {
    if (host.without?.[name]) continue;
    const problems = await check(wire).catch((error) => [error.message]);
    yield problems.length > 0 ? `${pathOf("bookbag")}, ${name}: ${problems.join("; ")}` : "";
    if (problems.length > 0) return; // the log may lag behind now, and every later check would be out of step
  }
}

// Every check is a function from the wire to a list of what was wrong.
const CHECKS = {
  "a byte order mark before the body": async (wire) => {
    const marked = Buffer.concat([Buffer.from("\ufeff"), newBody()]);
    return [
      ...(await wire.refuses("PAYLOAD_NOT_JSON", { body: marked })),
      ...(await wire.refuses("SIGNATURE_MISMATCH", { body: marked, signed: marked.subarray(3) })),
    ];
  },

  // Whoever decodes these bytes signs U+FFFD in their place.
  "a byte that is not UTF-8": async (wire) => {
    const body = newBody("\u00ff", "latin1");
    return [
      ...(await wire.refuses("PAYLOAD_NOT_JSON", { body })),
      ...(await wire.refuses("SIGNATURE_MISMATCH", { body, signed: Buffer.from(body.toString()) })),
    ];
  },

  "an upload in odd chunks": async (wire) => {
    const body = newBody();
    return wire.accepts({ body, sent: piecesOf(body, [1, 2, 3, 5, 7, 11, 13, 17]) });
  },

  // Larger than what body parsers take by default.
  "a body of 2 MiB": (wire) => wire.accepts({ body: newBody("x".repeat(2 * MiB)) }),

  "a body of 6 MiB": (wire) => wire.refuses("BODY_TOO_LARGE", { body: Buffer.alloc(6 * MiB, "x") }),

  "a body of 6 MiB that does not announce its length": async (wire) => {
    const body = Buffer.alloc(6 * MiB, "x");
    return wire.refuses("BODY_TOO_LARGE", { body, sent: piecesOf(body, [MiB]) });
  },

  "an upload that never ends": (wire) => wire.cutsOff("close"),

  "an upload that never ends, on a connection to be kept": (wire) => wire.cutsOff("keep-alive"),

  // What was signed is what is proven. Nobody unpacks it, so as JSON it cannot be read.
  "a compressed body": async (wire) => {
    const plain = newBody();
    const body = gzipSync(plain);
    const headers = [...JSON_TYPE, ["Content-Encoding", "gzip"]];
    return [
      ...(await wire.refuses("PAYLOAD_NOT_JSON", { body, headers })),
      ...(await wire.refuses("SIGNATURE_MISMATCH", { body, headers, signed: plain })),
    ];
  },

  "any other method": async (wire) => {
    const problems = [];
    for (const method of ["GET", "PUT", "PATCH", "DELETE"])
      problems.push(...(await wire.refuses("METHOD_NOT_ALLOWED", { method, body: Buffer.alloc(0) })));
    return problems;
  },

  "any type of content": async (wire) => {
    const problems = [];
    for (const type of TYPES) {
      const headers = type === undefined ? [] : [["Content-Type", type]];
      problems.push(...(await wire.accepts({ headers })).map((problem) => `${type}: ${problem}`));
    }
    return problems;
  },

  "a malformed type of content": (wire) => wire.accepts({ headers: [["Content-Type", "nonsense"]] }),

  "a sender that hangs up midway": async (wire) => {
    for (let i = 0; i < 20; i += 1) await wire.hangUpMidway();
    return wire.accepts();
  },

  "a thousand requests on one connection": async (wire) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    let connections = 0;
    agent.createConnection = (options, done) => (connections += 1) && connect(options, done);
    const problems = [];
    for (let i = 0; i < 1000 && problems.length === 0; i += 1) {
      // Where a store writes to a disk, as that of a Durable Object, an accepted one takes its time.
      const isForged = i % 10 > 0;
      if (isForged)
        problems.push(...(await wire.refuses("SIGNATURE_MISMATCH", { agent, signed: Buffer.from("other") })));
      else problems.push(...(await wire.accepts({ agent })));
    }
    agent.destroy();
    return connections === 1 ? problems : [...problems, `it took ${connections} connections`];
  },

  "the same delivery twenty times at once": async (wire) => {
    const delivery = wire.deliveryOf({ body: newBody() });
    const answers = await Promise.all(Array.from({ length: 20 }, () => wire.send(delivery)));
    const verdicts = [];
    for (const _ of answers) verdicts.push(await wire.verdict());
    const key = keyOf(delivery.body);
    const handled = verdicts.filter(({ word, rest }) => word === TYPE && rest === `${key} secret 0`);
    const again = verdicts.filter(({ word, rest }) => word === "duplicate" && rest === key);
    return [
      ...(handled.length === 1 && again.length === 19
        ? []
        : [`handled ${handled.length} times, told as a duplicate ${again.length} times`]),
      ...answers.flatMap((answer) => duplicateProblems(answer)),
    ];
  },
};

const { header: HEADER, type: TYPE } = PROVIDERS.bookbag;

const TYPES = [
  undefined,
  "text/plain",
  "application/x-www-form-urlencoded",
  "application/json; charset=utf-16",
  "multipart/form-data; boundary=x",
  "application/cloudevents+json",
];

/** One endpoint of Bookbag on a server. */
export class Wire {
  #server;
  #path;
  #host;

  constructor(server, path, host) {
    [this.#server, this.#path, this.#host] = [server, path, host];
  }

  async accepts({ body = newBody(), ...how } = {}) {
    const answer = await this.send(this.deliveryOf({ body, ...how }));
    return [
      ...differences(answer, OK),
      ...unlike(await this.verdict(), { word: TYPE, rest: `${keyOf(body)} secret 0` }),
    ];
  }

  /** `rest` is what the log says after the code, if that matters. */
  async refuses(code, { body = newBody(), rest, ...how } = {}) {
    const answer = await this.send(this.deliveryOf({ body, ...how }));
    const problems = differences(answer, refusal(code));
    if (code === "METHOD_NOT_ALLOWED" && this.#host.own405) return problems;
    return [...problems, ...unlike(await this.verdict(), { word: code, ...(rest ? { rest } : {}) })];
  }

  verdict() {
    return this.#server.verdict();
  }

  /** A delivery whose signature is over `signed`; `sent` is the body in pieces. */
  deliveryOf({ body, signed = body, sent = body, headers = JSON_TYPE, method, agent }) {
    const signature = signatureOf("bookbag", { body: signed });
    return { body: sent, headers: [...headers, [HEADER, signature]], method, agent };
  }

  send(delivery) {
    return send({ port: this.#server.port, path: this.#path, ...delivery });
  }

  async cutsOff(connection) {
    const { sentBytes, status } = await this.#uploadForEver(connection, 256 * MiB);
    return [
      ...(sentBytes < 256 * MiB ? [] : ["the server took 256 MiB"]),
      // A sender that never reads has the connection cut on it, which may take the reply with it.
      ...([413, undefined].includes(status) ? [] : [`expected status 413, got ${status}`]),
      ...unlike(await this.verdict(), { word: "BODY_TOO_LARGE" }),
      ...(await this.accepts()),
    ];
  }

  /** Writes chunk after chunk until the server has had enough, or until `limit`. */
  #uploadForEver(connection, limit) {
    const piece = Buffer.alloc(MiB, "x");
    return new Promise((resolve, reject) => {
      const upload = request({ port: this.#server.port, path: this.#path, method: "POST", agent: false });
      let sentBytes = 0;
      let status;
      const stuck = setTimeout(() => reject(new Error(`not cut off within 20 s, after ${sentBytes} bytes`)), 20_000);
      const write = () => {
        if (sentBytes >= limit) return upload.destroy();
        sentBytes += piece.length;
        upload.write(piece, (error) => error || setImmediate(write));
      };
      upload.setHeader("Connection", connection);
      upload.setHeader("Content-Type", "application/json");
      upload.setHeader(HEADER, signatureOf("bookbag", { body: piece }));
      upload.on("response", (response) => {
        status = response.statusCode;
        response.resume();
      });
      upload.on("error", () => undefined); // cut off, as it should be: close follows
      upload.on("close", () => {
        clearTimeout(stuck);
        resolve({ sentBytes, status });
      });
      write();
    });
  }

  /** Resolves once the connection is gone. */
  hangUpMidway() {
    const { headers } = this.deliveryOf({ body: newBody() });
    const lines = [["Host", "localhost"], ["Content-Length", "1000"], ...headers];
    const head = `POST ${this.#path} HTTP/1.1\r\n${lines.map((pair) => `${pair.join(": ")}\r\n`).join("")}\r\n`;
    return new Promise((resolve, reject) => {
      const socket = connect(this.#server.port, "127.0.0.1");
      socket.on("error", reject);
      socket.on("close", resolve);
      socket.write(`${head}{"event": `, () => socket.destroy());
    });
  }
}

const JSON_TYPE = [["Content-Type", "application/json"]];

let made = 0;

/** A delivery that nobody has sent before: its key is new. */
export function newBody(message = "Hello", encoding = "utf8") {
  made += 1;
  const data = { message, agent_id: String(made).padStart(8, "0") };
  return Buffer.from(JSON.stringify({ event: TYPE, data, ts: Date.now() }), encoding);
}

/** Bookbag signs no id, so the key is made of the bytes. */
export const keyOf = (body) => createHash("sha256").update(body).digest("hex");

/** Cuts a body into pieces of these sizes, over and over. */
function piecesOf(body, sizes) {
  const pieces = [];
  for (let at = 0; at < body.length; at += pieces.at(-1).length)
    pieces.push(body.subarray(at, at + sizes[pieces.length % sizes.length]));
  return pieces;
}

function unlike(verdict, expected) {
  return Object.entries(expected)
    .filter(([name, value]) => verdict[name] !== value)
    .map(([name, value]) => `expected ${value} in the log, got ${verdict[name]}`);
}

/** While the first is being handled the others are told to come back; afterwards, that all is well. */
export function duplicateProblems(answer) {
  if (answer.status !== BUSY.status) return differences(answer, OK);
  return [...differences(answer, BUSY), ...retryProblems(answer)];
}
