// Webhook: what proves the deliveries of an endpoint, at hand or still to be made.

import { WebhookError } from "../error.ts";
import type { Checker, WebhookInput } from "./options.ts";

/** Gives what proves a delivery; rejects while it cannot be made. */
export type Source<P extends string, Context> = (context: Context) => Checker<P> | Promise<Checker<P>>;

/**
 * Admits a Webhook, or the function that makes it: once, unless it throws.
 *
 * @throws {@link WebhookError} `OPTION_INVALID` for what is neither
 */
export function admitWebhook<P extends string, Context>(webhook: WebhookInput<P, Context>): Source<P, Context> {
  if (typeof webhook !== "function") {
    const checker = admitChecker(webhook);
    return () => checker;
  }
  let made: Promise<Checker<P>> | undefined;
  return (context) => {
    made ??= make(webhook, context).catch((error: unknown) => {
      made = undefined; // a secret that is missing now may be there with the next delivery
      throw error;
    });
    return made;
  };
}

async function make<P extends string, Context>(maker: Source<P, Context>, context: Context): Promise<Checker<P>> {
  return admitChecker(await maker(context));
}

function admitChecker<P extends string>(webhook: Checker<P>): Checker<P> {
  if (typeof webhook?.check === "function") return webhook;
  throw new WebhookError("OPTION_INVALID", NO_WEBHOOK);
}

const NO_WEBHOOK =
  "The first argument is no Webhook, and makes none: " +
  'receive(new Webhook("agentbot", process.env.AGENTBOT_SECRET), handler).';
