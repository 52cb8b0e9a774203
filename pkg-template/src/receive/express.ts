// countersign/express: a route of Express 4 or 5.

import type { Request as ExpressRequest, Response as ExpressResponse } from "express";
import type { Handling } from "./handler.ts";
import { incomingOf, write } from "./message.ts";
import type { ReceiveOptions, WebhookInput } from "./options.ts";
import { receiverOf } from "./receiver.ts";

export type * from "./types.ts";

/** What a handler is given beside the delivery. */
export interface ExpressContext {
  /** The request, whose body was read. */
  readonly request: ExpressRequest;
}

/**
 * Receives the deliveries of one endpoint with a route of Express. It reads the raw body itself, so
 * it stands before any body parser; where one of raw bytes ran, as `express.raw()`, it takes those. So it does with the
 * raw body that a serverless host has left.
 *
 * @param webhook - what proves them, or a function that makes it with the first delivery
 * @param handling - a function of the delivery, or `{ on: … }` with functions by event type
 * @returns a request handler, which answers every request and never calls `next`
 * @throws {@link WebhookError} `OPTION_INVALID`
 * @example
 * app.all("/webhooks/agentbot", receive(webhook, (delivery) => console.log(delivery.type)));
 */
export function receive<P extends string>(
  webhook: WebhookInput<P>,
  handling: Handling<P, ExpressContext>,
  options?: ReceiveOptions<ExpressContext>,
): (request: ExpressRequest, response: ExpressResponse) => Promise<void> {
  const respond = receiverOf(webhook, handling, options);
  return (request, response) =>
    respond({
      ...incomingOf(request, { requests: [request], fix: FIX }),
      send: (reply) => write(reply, request, response),
      context: { request },
    });
}

const FIX =
  "Move app.all(path, receive(…)) above app.use(express.json()), or let that keep the bytes: " +
  "express.json({ verify: (req, res, bytes) => { req.rawBody = bytes; } }).";
