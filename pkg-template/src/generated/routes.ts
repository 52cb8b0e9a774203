// Written by generate.mjs from src/providers/*.toml; do not edit.

import type { KnownRoutes, OtherHandler } from "../receive/routes.ts";

/** Routes of providers that have more events than are listed here. */
export interface OpenRoutes<Context> {
  "standard-webhooks": StandardWebhooksRoutes<Context>;
  stripe: StripeRoutes<Context>;
}

/** Routes of Standard Webhooks: those of the listed events are typed by event. */
export interface StandardWebhooksRoutes<Context> extends KnownRoutes<"standard-webhooks", Context> {
  readonly [type: string]: OtherHandler<"standard-webhooks", Context> | undefined;
}

/** Routes of Stripe: those of the listed events are typed by event. */
export interface StripeRoutes<Context> extends KnownRoutes<"stripe", Context> {
  readonly [type: string]: OtherHandler<"stripe", Context> | undefined;
}
