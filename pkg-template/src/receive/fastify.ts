// countersign/fastify: a plugin of Fastify 5, whose parsers stay outside.

import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import type { Handling } from "./handler.ts";
import { hasArrived, incomingOf, write } from "./message.ts";
import type { ReceiveOptions, WebhookInput } from "./options.ts";
import { receiverOf } from "./receiver.ts";
import type { Reply } from "./reply.ts";

export type * from "./types.ts";

/** What a handler is given beside the delivery. */
export interface FastifyContext {
  /** The request, whose body was read. */
  readonly request: FastifyRequest;
}

/**
 * Receives the deliveries of one endpoint with a plugin of Fastify, registered under its path. Inside
 * it no content type is parsed; all else of the server stays as it is.
 *
 * @param webhook - what proves them, or a function that makes it with the first delivery
 * @param handling - a function of the delivery, or `{ on: … }` with functions by event type
 * @throws {@link WebhookError} `OPTION_INVALID`
 * @example
 * app.register(receive(webhook, (delivery) => console.log(delivery.type)), { prefix: "/webhooks/agentbot" });
 */
export function receive<P extends string>(
  webhook: WebhookInput<P>,
  handling: Handling<P, FastifyContext>,
  options?: ReceiveOptions<FastifyContext>,
): FastifyPluginAsync {
  const respond = receiverOf(webhook, handling, options);
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", (_request, _body, done) => done(null));
    app.all("/", async (request, reply) => {
      await respond({
        ...incomingOf(request.raw, { requests: [request, request.raw], fix: FIX }),
        send: (chosen) => send(request, reply, chosen),
        context: { request },
      });
      return reply;
    });
  };
}

async function send({ raw }: FastifyRequest, reply: FastifyReply, chosen: Reply): Promise<void> {
  const { status, headers, body } = chosen;
  if (!(await hasArrived(raw))) return write(chosen, raw, reply.hijack().raw);
  // As bytes: to a text Fastify would add a charset of its own.
  reply.code(status).headers(headers).send(Buffer.from(body));
}

const FIX = "No onRequest or preParsing hook may read the body of this route.";
