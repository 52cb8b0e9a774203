// Setup: what a receiver was given, admitted once, before any request.

import { admitOptions, invalid } from "../admit/options.ts";
import { own } from "../refusal/culprit.ts";
import type { Limits } from "./body.ts";
import { admitHandler, admitTypes, type Choose, type Handling } from "./handler.ts";
import type { ReceiveOptions, WebhookInput } from "./options.ts";
import { admitWebhook, type Source } from "./webhook.ts";

/** What every request of an endpoint is answered with. */
export interface Setup<P extends string, Context>
  extends Omit<ReceiveOptions<Context>, "maxBodyBytes" | "readTimeoutSeconds"> {
  readonly source: Source<P>;
  readonly choose: Choose<P, Context>;
  readonly limits: Limits;
}

const OPTIONS = [
  "maxBodyBytes",
  "readTimeoutSeconds",
  "background",
  "waitUntil",
  "idempotency",
  "onRejected",
  "onDuplicate",
  "onError",
];
const CALLBACKS = ["waitUntil", "onRejected", "onDuplicate", "onError"] as const;
const MAX_BODY_BYTES = 5 * 1024 * 1024;
// Providers give up sooner: those that say when wait for 3 to 30 s, for the whole of the reply.
const READ_TIMEOUT_SECONDS = 30;

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
  const choose = admitHandler(handling);
  const given = admitOptions(options, OPTIONS);
  const { maxBodyBytes = MAX_BODY_BYTES, readTimeoutSeconds = READ_TIMEOUT_SECONDS } = given;
  if (!Number.isInteger(maxBodyBytes) || maxBodyBytes < 0) {
    throw invalid("maxBodyBytes", maxBodyBytes, "an integer >= 0");
  }
  if (typeof readTimeoutSeconds !== "number" || !(readTimeoutSeconds > 0)) {
    throw invalid("readTimeoutSeconds", readTimeoutSeconds, "a number > 0, or Infinity for no limit");
  }
  const misfit = CALLBACKS.find((name) => given[name] !== undefined && typeof given[name] !== "function");
  if (misfit !== undefined) throw invalid(misfit, given[misfit], "a function");
  if (given.background !== undefined && typeof given.background !== "boolean") {
    throw invalid("background", given.background, "true or false");
  }
  if (given.idempotency !== undefined && typeof given.idempotency?.claim !== "function") {
    throw invalid("idempotency", given.idempotency, "a store, as memory() returns");
  }
  return own({ ...given, source, choose, limits: { maxBytes: maxBodyBytes, maxSeconds: readTimeoutSeconds } });
}
