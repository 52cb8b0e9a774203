// countersign/next: routes of Next.js, of the App Router and of pages/api.

import type { IncomingMessage, ServerResponse } from "node:http";
import { receive as receiveFetch, type FetchContext } from "./fetch.ts";
import type { Handling } from "./handler.ts";
import { incomingOf, write } from "./message.ts";
import type { ReceiveOptions, WebhookInput } from "./options.ts";
import { BACKGROUND_UNKEPT, refuse } from "../refusal/sentences.ts";
import { receiverOf } from "./receiver.ts";

export type { FetchContext } from "./fetch.ts";
export type * from "./types.ts";

/**
 * Receives the deliveries of one endpoint with a route of the App Router, in Node or at the edge.
 * Next.js itself answers 405 to a method that the route does not export.
 *
 * @param webhook - what proves them, or a function that makes it with the first delivery
 * @param handling - a function of the delivery, or `{ on: … }` with functions by event type
 * @param options - with `background`, `waitUntil` is needed: a function that has answered is frozen
 * @throws {@link WebhookError} `OPTION_INVALID`
 * @example
 * // app/webhooks/agentbot/route.ts
 * export const POST = receive(webhook, (delivery) => console.log(delivery.type));
 */
export function receive<P extends string>(
  webhook: WebhookInput<P>,
  handling: Handling<P, FetchContext>,
  options?: ReceiveOptions<FetchContext>,
): (request: Request, route?: unknown) => Promise<Response> {
  admitBackground(options);
  // The second argument of a route is its params, which differ: no Webhook may be made of them.
  const late = typeof webhook === "function" ? () => webhook() : webhook;
  return receiveFetch(late, handling, options);
}

/** What a handler of pages/api is given beside the delivery. */
export interface PagesContext {
  /** The request, whose body was read. */
  readonly request: IncomingMessage;
}

/**
 * Receives the deliveries of one endpoint with a route of pages/api, which has to switch off the
 * body parser of Next.js.
 *
 * @param webhook - what proves them, or a function that makes it with the first delivery
 * @param handling - a function of the delivery, or `{ on: … }` with functions by event type
 * @param options - with `background`, `waitUntil` is needed: a function that has answered is frozen
 * @throws {@link WebhookError} `OPTION_INVALID`
 * @example
 * // pages/api/webhooks/agentbot.ts
 * export const config = { api: { bodyParser: false } };
 * export default receivePages(webhook, (delivery) => console.log(delivery.type));
 */
export function receivePages<P extends string>(
  webhook: WebhookInput<P>,
  handling: Handling<P, PagesContext>,
  options?: ReceiveOptions<PagesContext>,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  admitBackground(options);
  const respond = receiverOf(webhook, handling, options);
  return (request, response) =>
    respond({
      ...incomingOf(request, { requests: [request], fix: FIX }),
      send: (reply) => write(reply, request, response),
      context: { request },
    });
}

const FIX = "Add to this file: export const config = { api: { bodyParser: false } };";

function admitBackground(options: Pick<ReceiveOptions, "background" | "waitUntil"> | undefined): void {
  if (options?.background !== true || options.waitUntil !== undefined) return;
  throw refuse(BACKGROUND_UNKEPT);
}
