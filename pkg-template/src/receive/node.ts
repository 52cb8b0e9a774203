// countersign/node: a server of node:http.

import type { IncomingMessage, ServerResponse } from "node:http";
import type { Handling } from "./handler.ts";
import { incomingOf, write } from "./message.ts";
import type { ReceiveOptions, WebhookInput } from "./options.ts";
import { receiverOf } from "./receiver.ts";

export type * from "./types.ts";

/** What a handler is given beside the delivery. */
export interface NodeContext {
  /** The request, whose body was read. */
  readonly request: IncomingMessage;
}

/**
 * Receives the deliveries of one endpoint with a server of `node:http`.
 *
 * @param webhook - what proves them, or a function that makes it with the first delivery
 * @param handling - a function of the delivery, or `{ on: … }` with functions by event type
 * @returns a request listener, which answers every request
 * @throws {@link WebhookError} `OPTION_INVALID`
 * @example
 * createServer(receive(webhook, (delivery) => console.log(delivery.type))).listen(3000);
 */
export function receive<P extends string>(
  webhook: WebhookInput<P>,
  handling: Handling<P, NodeContext>,
  options?: ReceiveOptions<NodeContext>,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const respond = receiverOf(webhook, handling, options);
  return (request, response) =>
    respond({
      ...incomingOf(request, { requests: [request], fix: FIX }),
      send: (reply) => write(reply, request, response),
      context: { request },
    });
}

const FIX = "Call receive()'s listener before anything reads the request.";
