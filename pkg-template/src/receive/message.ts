// Message: a request and a response of node:http, which Express, Koa, Fastify and the API routes of
// Next.js hand on, and which any of their parsers may have read before.

import type { IncomingMessage, ServerResponse } from "node:http";
import type { HeadersInput } from "countersign/core";
import type { WebhookError } from "../refusal/error.ts";
import { READ_AS_TEXT, READ_BEFORE, READ_BEFORE_PARSED, refuse } from "../refusal/sentences.ts";
import { admitBytes, admitLength, Collected, DISCARDED_BYTES, DISCARDED_MS } from "./body.ts";
import type { Incoming } from "./receiver.ts";
import type { Reply } from "./reply.ts";

/** What a receiver takes of a request, whichever framework hands it on. */
export function incomingOf(request: IncomingMessage, before: ReadBefore): Omit<Incoming<never>, "context"> {
  return {
    method: request.method,
    url: urlOf(request),
    headers: headersOf(request),
    readBody: (maxBytes) => readMessage(request, maxBytes, before),
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
  /** Where parsers leave a body, in the order in which it is looked for. */
  readonly places: readonly unknown[];
  /** What to change when one of them has left something else than bytes. */
  readonly fix: string;
}

/**
 * Reads the raw body of a request, or takes it from where a parser of raw bodies has left it.
 *
 * @throws {@link WebhookError} `BODY_TOO_LARGE`; `BODY_NOT_RAW` with `fix` when a parser left
 *   something else, `BODY_CONSUMED` when it left nothing
 */
async function readMessage(
  request: IncomingMessage,
  maxBytes: number,
  { places, fix }: ReadBefore,
): Promise<Uint8Array> {
  const raw = places.find((body) => ArrayBuffer.isView(body));
  if (raw !== undefined) return admitBytes(raw as Uint8Array, maxBytes);
  const isRead = request.readableDidRead || request.readableEnded;
  if (!isRead && request.destroyed) throw new Error(HUNG_UP);
  if (!isRead) return read(request, maxBytes, fix);
  const isParsed = places.some((body) => body !== undefined);
  throw isParsed ? refuse(READ_BEFORE_PARSED, { fix }) : refuse(READ_BEFORE, { fix });
}

function read(request: IncomingMessage, maxBytes: number, fix: string): Promise<Uint8Array> {
  admitLength(request.headers["content-length"], maxBytes);
  const collected = new Collected(maxBytes);
  return new Promise((resolve, reject) => {
    const take = (chunk: unknown): void => {
      try {
        if (typeof chunk === "string") throw refuse(READ_AS_TEXT, { fix });
        collected.add(chunk as Uint8Array);
      } catch (error) {
        request.off("data", take);
        reject(error as WebhookError);
      }
    };
    request.on("data", take);
    // Who reads along, as fastify-raw-body does, stops the request at a limit of its own, and leaves it so.
    request.on("pause", () => request.resume());
    request.once("end", () => resolve(collected.join()));
    request.once("error", reject);
    request.once("close", () => reject(new Error(HUNG_UP)));
  });
}

const HUNG_UP = "The sender hung up before the body had ended.";

/** Writes a reply, unless somebody else has answered meanwhile, as a middleware that limits the time. */
export async function write(
  { status, headers, body }: Reply,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await discard(request);
  if (!response.headersSent) response.writeHead(status, headers).end(body);
}

/**
 * Lets what nobody will read go by, before the reply: a connection that is closed on bytes still unread
 * takes the reply with it. Whoever sends on and on, or nothing more, is told nonetheless; the former is then cut off.
 */
export function discard(request: IncomingMessage): Promise<void> {
  let left = DISCARDED_BYTES;
  return new Promise((resolve) => {
    if (request.complete || request.readableEnded || request.destroyed) return resolve();
    const waiting = setTimeout(resolve, DISCARDED_MS);
    request.on("data", (chunk: Uint8Array) => {
      left -= chunk.length;
      if (left < 0) resolve();
      if (left < -DISCARDED_BYTES) request.destroy();
    });
    for (const event of ["end", "close"]) {
      request.once(event, () => {
        clearTimeout(waiting);
        resolve();
      });
    }
  });
}
