// Times: the two that every store takes, admitted once, in milliseconds.

import { WebhookError } from "../error.ts";
import { admitOptions } from "../options.ts";
import type { StoreOptions } from "./store.ts";

/** {@link StoreOptions} with its defaults, in the unit that stores count in. */
export interface Times {
  readonly ttlMs: number;
  readonly leaseMs: number;
}

const DAY = 24 * 60 * 60;

/**
 * Admits the options of a store.
 *
 * @param known - the names of what this store takes beyond `ttlSeconds` and `leaseSeconds`
 * @throws {@link WebhookError} `OPTION_INVALID` for an option that is unknown or has a wrong value
 */
export function admitTimes(options: StoreOptions | undefined, known: readonly string[] = []): Times {
  const { ttlSeconds = DAY, leaseSeconds = 60 } = admitOptions(options, ["ttlSeconds", "leaseSeconds", ...known]);
  return { ttlMs: admitSeconds(ttlSeconds, "ttlSeconds"), leaseMs: admitSeconds(leaseSeconds, "leaseSeconds") };
}

function admitSeconds(seconds: unknown, name: string): number {
  if (typeof seconds === "number" && Number.isFinite(seconds) && seconds > 0) return Math.ceil(seconds * 1000);
  throw new WebhookError("OPTION_INVALID", `${name} is ${String(seconds)}: expected a number of seconds > 0.`);
}

/** What is left of a lease, as a sender is told it. */
export function retryAfterSeconds(leftMs: number): number {
  return Math.max(1, Math.ceil(leftMs / 1000));
}
