// Routes: handlers by event type, as the compiler knows them.

import type { Delivery, DeliveryFacts, Parsed, ProviderEvents } from "countersign/core";
import type { Answer } from "./reply.ts";

/** What every handler is given beside the delivery. */
export interface Answering {
  /**
   * Answers with something else than `200 ok`, once the handler has ended: a challenge that the
   * provider wants back. What a handler returns is awaited, and never sent. The reply to a
   * duplicate, and to what is handled in the background, is `200 ok` all the same.
   *
   * @throws {@link WebhookError} `OPTION_INVALID` for what no response can say
   */
  reply(answer: Answer): void;
}

/** Handles one proven delivery; what it throws makes the provider try again. */
export type Handler<D, Context> = (delivery: D, context: Context & Answering) => unknown;

/** Handlers of the listed events of a provider, each for deliveries of its event. */
export type KnownRoutes<P extends keyof ProviderEvents, Context> = {
  // Not picked out of all deliveries: for any one of several providers, some compilers find that too complex.
  readonly [Type in keyof ProviderEvents[P]]?: Handler<
    DeliveryFacts<P> & {
      readonly type: Type;
      readonly payload: ProviderEvents[P][Type];
      readonly parsed: Parsed<ProviderEvents[P][Type]>;
    },
    Context
  >;
};

/**
 * A handler of an event that is not listed. A method, which compilers compare less strictly: beside it stand handlers
 * that take the deliveries of one event only.
 */
export type OtherHandler<P extends string, Context> = {
  handle(delivery: Delivery<P>, context: Context & Answering): unknown;
}["handle"];
