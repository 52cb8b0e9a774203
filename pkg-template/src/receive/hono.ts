// countersign/hono: a handler of Hono, on any of its hosts.

import type { Context, Handler } from "hono";
import type { Handling } from "./handler.ts";
import { admitBytes, type Limits } from "./body.ts";
import type { ReceiveOptions, WaitUntil, WebhookInput } from "./options.ts";
import { receiverOf } from "./receiver.ts";
import { readRequest, responseTo } from "./request.ts";

export type * from "./types.ts";

/** What a handler is given beside the delivery. */
export interface HonoContext {
  /** The context of Hono, whose request's body was read. */
  readonly c: Context;
}

/**
 * Receives the deliveries of one endpoint with a handler of Hono. It reads the raw body itself;
 * where a middleware called `c.req.arrayBuffer()`, it takes that.
 *
 * @param webhook - what proves them, or a function that makes it with the first delivery, of `c.env`
 * @param handling - a function of the delivery, or `{ on: … }` with functions by event type
 * @throws {@link WebhookError} `OPTION_INVALID`
 * @example
 * app.all("/webhooks/agentbot", receive(webhook, (delivery) => console.log(delivery.type)));
 */
export function receive<P extends string>(
  webhook: WebhookInput<P, Context["env"]>,
  handling: Handling<P, HonoContext>,
  options?: ReceiveOptions<HonoContext>,
): Handler {
  const respond = receiverOf<P, HonoContext, Response>(webhook, handling, options);
  return (c) =>
    respond({
      method: c.req.method,
      url: c.req.url,
      headers: c.req.raw.headers,
      readBody: (limits) => readBody(c, limits),
      send: (reply) => responseTo(c.req.raw, reply),
      context: { c },
      env: c.env,
      waitUntil: waitUntilOf(c),
    });
}

// Of what else it has cached, as c.req.json(), Hono would make bytes that nobody signed.
async function readBody(c: Context, limits: Limits): Promise<Uint8Array> {
  const raw = await c.req.bodyCache.arrayBuffer;
  return raw === undefined ? readRequest(c.req.raw, limits) : admitBytes(new Uint8Array(raw), limits.maxBytes);
}

function waitUntilOf(c: Context): WaitUntil | undefined {
  try {
    const { executionCtx } = c;
    return (work) => executionCtx.waitUntil(work);
  } catch {
    return undefined; // this host has none, and Hono says so by a throw
  }
}
