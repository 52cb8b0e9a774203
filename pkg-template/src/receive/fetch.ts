// countersign/fetch: hosts that hand over a Request and take a Response, as Workers, Deno and Bun do.

import { NOT_FETCH, refuse } from "../refusal/sentences.ts";
import type { Handling } from "./handler.ts";
import type { ReceiveOptions, WaitUntil, WebhookInput } from "./options.ts";
import { receiverOf } from "./receiver.ts";
import { readRequest, responseTo } from "./request.ts";

export type * from "./types.ts";

/** What a handler is given beside the delivery. */
export interface FetchContext<Env = unknown> {
  /** The request, whose body was read. */
  readonly request: Request;
  /** The host's second argument: the bindings of a Worker, the params of a route. */
  readonly env: Env;
}

/** The third argument of Workers; other hosts pass nothing, or something else. */
interface Execution {
  waitUntil?: WaitUntil;
}

/**
 * Receives the deliveries of one endpoint in any host that turns a `Request` into a `Response`:
 * Workers, Deno, Bun, SvelteKit, Remix, Astro.
 *
 * @param webhook - what proves them, or a function that makes it with the first delivery, of `env`
 * @param handling - a function of the delivery, or `{ on: … }` with functions by event type
 * @returns a function from request to response, which rejects for what is no request
 * @throws {@link WebhookError} `OPTION_INVALID`
 * @example
 * export default { fetch: receive(webhook, (delivery) => console.log(delivery.type)) };
 */
export function receive<P extends string, Env = unknown>(
  webhook: WebhookInput<P, Env>,
  handling: Handling<P, FetchContext<Env>>,
  options?: ReceiveOptions<FetchContext<Env>>,
): (request: Request, env?: Env, execution?: unknown) => Promise<Response> {
  const respond = receiverOf<P, FetchContext<Env>, Response>(webhook, handling, options);
  return async (request, env, execution) => {
    // Thrown, not answered: what called this takes no Response.
    if (typeof request?.arrayBuffer !== "function") throw refuse(NOT_FETCH);
    const host = execution as Execution | undefined;
    return respond({
      method: request.method,
      url: request.url,
      headers: request.headers,
      readBody: (limits) => readRequest(request, limits),
      send: (reply) => responseTo(request, reply),
      context: { request, env: env as Env },
      env,
      waitUntil: typeof host?.waitUntil === "function" ? (work) => host.waitUntil?.(work) : undefined,
    });
  };
}
