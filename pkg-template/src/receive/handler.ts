// Handler: what the application does with a proven delivery, as one function or by event type.

import type { Delivery, ProviderEvents, Scheme } from "countersign/core";
import { isPlain, ownValue } from "../refusal/culprit.ts";
import { invalid } from "../admit/options.ts";
import type { OpenRoutes } from "../generated/routes.ts";
import { HANDLER_MISSING, refuse, ROUTE_UNTYPED } from "../refusal/sentences.ts";
import type { Handler, KnownRoutes } from "./routes.ts";
import { ignore } from "./settle.ts";

/**
 * Handlers by event type; `"*"` takes every other. A type without a handler is acknowledged: it is
 * as genuine, and a refusal would only have it sent again. A body that is not JSON goes to `"*"`, and is answered
 * 400 where there is none.
 */
export type Routes<P extends string, Context> = (P extends keyof OpenRoutes<Context>
  ? OpenRoutes<Context>[P]
  : P extends keyof ProviderEvents
    ? KnownRoutes<P, Context>
    : { readonly [type: string]: Handler<Delivery<P>, Context> | undefined }) & {
  readonly "*"?: Handler<Delivery<P>, Context>;
};

/** What `receive` takes: a function, or functions by event type. */
export type Handling<P extends string, Context> = Handler<Delivery<P>, Context> | { readonly on: Routes<P, Context> };

/**
 * One function of whatever was given, which chooses the handler of each delivery.
 *
 * @throws {@link WebhookError} `OPTION_INVALID` for what is neither a function nor routes
 */
export function admitHandler<P extends string, Context>(handling: Handling<P, Context>): Choose<P, Context> {
  if (typeof handling === "function") return () => handling;
  const routes = admitRoutes<Handler<Delivery<P>, Context>>(routesIn(handling));
  return (delivery, scheme) => {
    const own = delivery.type === undefined ? undefined : routes.get(delivery.type);
    const handler = own ?? routes.get("*");
    // What cannot be read may be anything: nobody acknowledges it, and a type in it was never said.
    if (handler === undefined || (own !== undefined && isTypedByBody(scheme))) void delivery.payload;
    return handler ?? ignore;
  };
}

/**
 * Chooses the handler of a delivery, which this scheme proved.
 *
 * @throws {@link WebhookError} `PAYLOAD_NOT_JSON` for what no handler takes without reading it
 */
export type Choose<P extends string, Context> = (
  delivery: Delivery<P>,
  scheme: Scheme | undefined,
) => Handler<Delivery<P>, Context>;

function isTypedByBody(scheme: Scheme | undefined): boolean {
  const place = scheme && ownValue(scheme, "type");
  return place !== undefined && "body" in place;
}

/**
 * Admits event types for a scheme that signs them.
 *
 * @throws {@link WebhookError} `OPTION_INVALID` for types that no delivery of this scheme will have
 */
export function admitTypes<P extends string, Context>(handling: Handling<P, Context>, scheme: Scheme): void {
  const type = Object.keys(routesIn(handling) ?? {}).find((name) => name !== "*");
  if (type === undefined || ownValue(scheme, "type") !== undefined) return;
  throw refuse(ROUTE_UNTYPED, { scheme: scheme.name, type: JSON.stringify(type) });
}

/** What stands under `on`, if anything does. */
function routesIn<P extends string, Context>(handling: Handling<P, Context>): object | undefined {
  return typeof handling === "object" && handling !== null ? ownValue(handling, "on") : undefined;
}

// A Map: an event called "constructor" has no handler either.
function admitRoutes<Each>(on: object | undefined): ReadonlyMap<string, Each> {
  if (!isPlain(on)) throw refuse(HANDLER_MISSING);
  const routes = Object.entries(on).filter(([, handler]) => handler !== undefined);
  const misfit = routes.find(([, handler]) => typeof handler !== "function");
  if (misfit === undefined) return new Map(routes as [string, Each][]);
  throw invalid(`The handler of ${JSON.stringify(misfit[0])}`, misfit[1], "a function");
}
