// Written by generate.mjs from src/providers/*.toml; do not edit.

import type { KnownRoutes, OtherHandler } from "../receive/routes.ts";

/** Routes of providers that have more events than are listed here. */
export interface OpenRoutes<Context> {
  stripe: StripeRoutes<Context>;
}

/** Routes of Stripe: those of the listed events are typed by event. */
export interface StripeRoutes<Context> extends KnownRoutes<"stripe", Context> {
  readonly [type: string]: OtherHandler<"stripe", Context> | undefined;
}
