// Message: a request and a response of node:http, which Express, Koa, Fastify and the API routes of
// Next.js hand on, and which any of their parsers may have read before.

import type { IncomingMessage, ServerResponse } from "node:http";
import type { HeadersInput } from "countersign/core";
import { READ_AS_TEXT, READ_BEFORE, READ_BEFORE_PARSED, refuse } from "../refusal/sentences.ts";
import { admitBytes, admitLength, Collected, deadline, LINGER_BYTES, LINGER_MS, type Limits } from "./body.ts";
import type { Incoming } from "./receiver.ts";
import { FAILED, type Reply } from "./reply.ts";

/** What a receiver takes of a request, whichever framework hands it on. */
export function incomingOf(
  request: IncomingMessage,
  before: ReadBefore,
): Omit<Incoming<never, never>, "context" | "send"> {
  return {
    method: request.method,
    url: urlOf(request),
    headers: headersOf(request),
    readBody: (limits) => readMessage(request, limits, before),
  };
}

/** As the client sent it: a router leaves in `url` what is behind its own path, and keeps the whole beside it. */
function urlOf(request: IncomingMessage & { readonly originalUrl?: unknown }): string | undefined {
  return typeof request.originalUrl === "string" ? request.originalUrl : request.url;
}

/**
 * Everything that came, as it came: Node itself drops the second of some headers. A request that was
 * made of an event, and not read from a socket, has its headers in one form only.
 */
function headersOf({ rawHeaders, headers }: IncomingMessage): HeadersInput {
  return rawHeaders.length === 0 ? headers : pairsOf(rawHeaders);
}

function pairsOf(rawHeaders: readonly string[]): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at < rawHeaders.length; at += 2)
    pairs.push([rawHeaders[at] as string, rawHeaders[at + 1] as string]);
  return pairs;
}

/** What somebody may have read before. */
export interface ReadBefore {
  /** The objects on which parsers and hosts leave a body: the framework's request, and that of Node. */
  readonly requests: readonly object[];
  /** What to change when one of them has left something else than bytes. */
  readonly fix: string;
}

/** What they leave there. */
interface Left {
  readonly rawBody?: unknown;
  readonly [UNPARSED]?: unknown;
  readonly body?: { readonly [UNPARSED]?: unknown } | null;
}

// Serverless hosts that parse the body keep its text under this name; koa-body, and with it Strapi, at what it parsed.
const UNPARSED = Symbol.for("unparsedBody");

/**
 * Reads the raw body of a request, or takes it from where a host or a parser of raw bodies has left it.
 *
 * @throws {@link WebhookError} `BODY_TOO_LARGE`, `READ_TIMEOUT`; `BODY_NOT_RAW` with `fix` when a parser left
 *   something else, `BODY_CONSUMED` when it left nothing
 */
async function readMessage(request: IncomingMessage, limits: Limits, before: ReadBefore): Promise<Uint8Array> {
  const { requests, fix } = before;
  const raw = requests.flatMap(({ rawBody, [UNPARSED]: text, body }: Left) => [rawBody, text, body?.[UNPARSED]]);
  const places = [...raw, ...requests.map(({ body }: Left) => body)];
  const bytes = places.find((body) => ArrayBuffer.isView(body));
  if (bytes !== undefined) return admitBytes(bytes as Uint8Array, limits.maxBytes);
  // A text under `body` may have been decoded from any charset; one that is called raw was decoded from UTF-8.
  const text = raw.find((body) => typeof body === "string");
  if (text !== undefined) return admitBytes(new TextEncoder().encode(text as string), limits.maxBytes);
  const isRead = request.readableDidRead || request.readableEnded;
  if (!isRead && request.destroyed) throw new Error(HUNG_UP);
  if (!isRead) return read(request, limits, fix);
  const isParsed = places.some((body) => body !== undefined);
  throw isParsed ? refuse(READ_BEFORE_PARSED, { fix }) : refuse(READ_BEFORE, { fix });
}

function read(request: IncomingMessage, limits: Limits, fix: string): Promise<Uint8Array> {
  admitLength(request.headers["content-length"], limits.maxBytes);
  const collected = new Collected(limits.maxBytes);
  return new Promise((resolve, reject) => {
    const callOff = deadline(limits, fail);
    function take(chunk: unknown): void {
      try {
        if (typeof chunk === "string") throw refuse(READ_AS_TEXT, { fix });
        collected.add(chunk as Uint8Array);
      } catch (error) {
        fail(error);
      }
    }
    function fail(error: unknown): void {
      release();
      reject(error as Error);
    }
    function release(): void {
      callOff();
      request.off("data", take).off("pause", goOn);
    }
    // Who reads along, as fastify-raw-body does, stops the request at a limit of its own, and leaves it so; who asks
    // somebody else first may have stopped it before.
    const goOn = (): void => void request.resume();
    request.on("data", take);
    request.on("pause", goOn);
    goOn();
    request.once("end", () => {
      release();
      resolve(collected.join());
    });
    request.once("error", fail);
    request.once("close", () => fail(new Error(HUNG_UP)));
  });
}

const HUNG_UP = "The sender hung up before the body had ended.";

/** Whether nothing more will come: all of it is here, read or not, or its sender is gone. */
export async function hasArrived(request: IncomingMessage): Promise<boolean> {
  const isOver = (): boolean => request.complete || request.readableEnded || request.destroyed;
  // A small body comes in one piece with its headers, and is parsed after them.
  if (!isOver()) await new Promise((parsed) => setImmediate(parsed));
  return isOver();
}

/**
 * Writes a reply, unless somebody else has answered meanwhile, as a middleware that limits the time.
 *
 * One that comes before the body has arrived is written at once, and closes the connection. Whoever still sends can
 * read it for as long as {@link LINGER_MS}.
 */
export async function write(reply: Reply, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (!(await hasArrived(request))) await hurry();
    else if (!response.headersSent) response.writeHead(reply.status, reply.headers).end(reply.body);
  } catch (error) {
    // No answer is better than a sender who waits for one that can never be written.
    if (response.headersSent || reply === FAILED) response.destroy();
    if (reply !== FAILED) throw error;
  }

  async function hurry(): Promise<void> {
    const { status, headers, body } = reply;
    if (response.headersSent) return;
    if (request.httpVersionMajor > 1) {
      response.writeHead(status, headers).end(body);
      await linger(request);
      // Not closed only: what is still unread of it would be kept for as long as its session lives.
      (request as Partial<Http2Request>).stream?.destroy();
      return;
    }
    const length = { "content-length": String(Buffer.byteLength(body)) };
    response.writeHead(status, { ...headers, connection: "close", ...(body !== "" && length) });
    response.flushHeaders();
    response.write(body);
    // Node closes the connection as soon as the response ends, and a reset would take the reply with it.
    await linger(request);
    response.end();
  }
}

/** A request of HTTP/2, which has no headers for its connection. */
interface Http2Request {
  readonly stream: { destroy(): void };
}

/** Lets a little of what nobody will read go by, and resolves when there is no more, or the time is over. */
function linger(request: IncomingMessage): Promise<void> {
  let left = LINGER_BYTES;
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LINGER_MS);
    const stop = (): void => {
      clearTimeout(timer);
      resolve();
    };
    request.on("data", (chunk: Uint8Array) => {
      left -= chunk.length;
      if (left <= 0) request.pause();
    });
    request.once("end", stop).once("close", stop).resume();
  });
}
