// Webhook: what proves the deliveries of an endpoint, at hand or still to be made.

import { NOT_A_WEBHOOK, refuse } from "../refusal/sentences.ts";
import type { Checker, WebhookInput } from "./options.ts";

/** Where a request gets its Webhook from. */
export interface Source<P extends string> {
  /** It, if it is there. */
  made: Checker<P> | undefined;
  /** Makes it; rejects while it cannot be made. */
  make(env: unknown): Promise<Checker<P>>;
}

/**
 * Admits a Webhook, or the function that makes one.
 *
 * @param admit - throws for one that does not match the rest
 * @throws {@link WebhookError} `OPTION_INVALID`
 */
export function admitWebhook<P extends string>(
  webhook: WebhookInput<P, never>,
  admit: (checker: Checker<P>) => void,
): Source<P> {
  const admitted = (checker: Checker<P>): Checker<P> => {
    if (typeof checker?.verify !== "function" || checker.scheme === undefined) throw refuse(NOT_A_WEBHOOK);
    admit(checker);
    return checker;
  };
  const source: Source<P> = {
    made: typeof webhook === "function" ? undefined : admitted(webhook),
    // Only what was made is kept: a vault that never answers holds up one delivery, and not all of them.
    async make(env) {
      const checker = admitted(await (webhook as (env: unknown) => Checker<P> | Promise<Checker<P>>)(env));
      return (source.made ??= checker);
    },
  };
  return source;
}
