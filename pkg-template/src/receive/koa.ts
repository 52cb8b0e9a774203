// countersign/koa: a middleware of Koa 2 or 3.

import type { Context, Middleware } from "koa";
import type { Handling } from "./handler.ts";
import { hasArrived, incomingOf, write } from "./message.ts";
import type { ReceiveOptions, WebhookInput } from "./options.ts";
import { receiverOf } from "./receiver.ts";
import type { Reply } from "./reply.ts";

export type * from "./types.ts";

/** What a handler is given beside the delivery. */
export interface KoaContext {
  /** The context of Koa, whose request's body was read. */
  readonly ctx: Context;
}

/**
 * Receives the deliveries of one endpoint with a middleware of Koa. It reads the raw body itself, so
 * it stands before any body parser.
 *
 * @param webhook - what proves them, or a function that makes it with the first delivery
 * @param handling - a function of the delivery, or `{ on: … }` with functions by event type
 * @returns a middleware, which answers every request and never calls `next`
 * @throws {@link WebhookError} `OPTION_INVALID`
 * @example
 * router.all("/webhooks/agentbot", receive(webhook, (delivery) => console.log(delivery.type)));
 */
export function receive<P extends string>(
  webhook: WebhookInput<P>,
  handling: Handling<P, KoaContext>,
  options?: ReceiveOptions<KoaContext>,
): Middleware {
  const respond = receiverOf(webhook, handling, options);
  return (ctx) =>
    respond({
      ...incomingOf(ctx.req, { requests: [ctx.request, ctx.req], fix: FIX }),
      // A middleware that is mounted under a path changes the URL of the request, and leaves this.
      url: ctx.originalUrl,
      send: (reply) => send(ctx, reply),
      context: { ctx },
    });
}

async function send(ctx: Context, reply: Reply): Promise<void> {
  if (!(await hasArrived(ctx.req))) {
    ctx.respond = false;
    await write(reply, ctx.req, ctx.res);
    return;
  }
  ctx.status = reply.status;
  ctx.set({ ...reply.headers });
  ctx.body = reply.body;
}

const FIX = "Move receive(…) above app.use(bodyParser()), or let that parser skip its path.";
