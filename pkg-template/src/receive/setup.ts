// Setup: what a receiver was given, admitted once, before any request.

import type { Delivery } from "countersign";
import { WebhookError } from "../error.ts";
import { admitOptions } from "../options.ts";
import { admitHandler, admitTypes, type Handler, type Handling } from "./handler.ts";
import type { ReceiveOptions, WebhookInput } from "./options.ts";
import { admitWebhook, type Source } from "./webhook.ts";

/** What every request of an endpoint is answered with. */
export interface Setup<P extends string, Context> extends Omit<ReceiveOptions<Context>, "maxBodyBytes"> {
  readonly source: Source<P>;
  readonly handler: Handler<Delivery<P>, Context>;
  readonly maxBytes: number;
}

const OPTIONS = ["maxBodyBytes", "background", "waitUntil", "idempotency", "onRejected", "onDuplicate", "onError"];
const CALLBACKS = ["waitUntil", "onRejected", "onDuplicate", "onError"] as const;
const MAX_BODY_BYTES = 5 * 1024 * 1024;

/**
 * Admits the arguments of an adapter: what is wrong with them would otherwise fail with each delivery.
 *
 * @throws {@link WebhookError} `OPTION_INVALID`
 */
export function admitSetup<P extends string, Context>(
  webhook: WebhookInput<P, never>,
  handling: Handling<P, Context>,
  options: ReceiveOptions<Context> | undefined,
): Setup<P, Context> {
  const source = admitWebhook<P>(webhook, ({ scheme }) => admitTypes(handling, scheme));
  const handler = admitHandler(handling);
  const { maxBodyBytes = MAX_BODY_BYTES, ...given } = admitOptions(options, OPTIONS);
  if (!Number.isInteger(maxBodyBytes) || maxBodyBytes < 0)
    throw invalid(`maxBodyBytes is ${String(maxBodyBytes)}: expected an integer >= 0.`);
  const misfit = CALLBACKS.find((name) => given[name] !== undefined && typeof given[name] !== "function");
  if (misfit !== undefined) throw invalid(`${misfit} is no function.`);
  if (typeof (given.background ?? false) !== "boolean" || given.background === null)
    throw invalid("background is neither true nor false.");
  if (given.idempotency !== undefined && typeof given.idempotency?.claim !== "function")
    throw invalid("idempotency is no store: expected what memory() returns.");
  return { ...given, source, handler, maxBytes: maxBodyBytes };
}

function invalid(message: string): WebhookError {
  return new WebhookError("OPTION_INVALID", message);
}
