// Message: a request and a response of node:http, which Express, Koa, Fastify and the API routes of
// Next.js hand on, and which any of their parsers may have read before.

import type { IncomingMessage, ServerResponse } from "node:http";
import { WebhookError } from "../error.ts";
import { admitBytes, admitLength, Collected } from "./body.ts";
import type { Reply } from "./reply.ts";

/** Everything that came, as it came: Node itself drops the second of some headers. */
export function* headersOf({ rawHeaders }: IncomingMessage): Iterable<[name: string, value: string]> {
  for (let at = 0; at < rawHeaders.length; at += 2) yield [rawHeaders[at] as string, rawHeaders[at + 1] as string];
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
export async function readMessage(
  request: IncomingMessage,
  maxBytes: number,
  { places, fix }: ReadBefore,
): Promise<Uint8Array> {
  const raw = places.find((body) => body instanceof Uint8Array);
  if (raw !== undefined) return admitBytes(raw as Uint8Array, maxBytes);
  const isRead = request.readableDidRead || request.readableEnded || request.destroyed;
  if (!isRead) return read(request, maxBytes, fix);
  const isParsed = places.some((body) => body !== undefined);
  throw new WebhookError(isParsed ? "BODY_NOT_RAW" : "BODY_CONSUMED", `Something read the body before. ${fix}`);
}

function read(request: IncomingMessage, maxBytes: number, fix: string): Promise<Uint8Array> {
  admitLength(request.headers["content-length"], maxBytes);
  const collected = new Collected(maxBytes);
  return new Promise((resolve, reject) => {
    const take = (chunk: unknown): void => {
      try {
        if (typeof chunk === "string") throw new WebhookError("BODY_NOT_RAW", `request.setEncoding() ran. ${fix}`);
        collected.add(chunk as Uint8Array);
      } catch (error) {
        request.off("data", take);
        reject(error as WebhookError);
      }
    };
    request.on("data", take);
    request.once("end", () => resolve(collected.join()));
    request.once("error", reject);
    request.once("close", () => reject(new Error("The sender hung up before the body had ended.")));
  });
}

/** Writes a reply. */
export function write({ status, headers, body }: Reply, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(status, headers);
  response.end(body);
  discard(request);
}

/**
 * Lets what nobody will read go by, so that its sender gets to read the reply: a connection that is
 * closed on bytes still unread takes the reply with it. Whoever sends on and on is cut off.
 */
export function discard(request: IncomingMessage): void {
  let left = 8 * 1024 * 1024;
  request.on("data", (chunk: Uint8Array) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
}
