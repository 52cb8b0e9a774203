// Options: those that every store takes, admitted once, with times in milliseconds.

import { admitOptions, invalid } from "../admit/options.ts";
import type { StoreOptions } from "./store.ts";

/** {@link StoreOptions} with its defaults, in the unit that stores count in. */
export interface Admitted<Options> {
  /** What was given, for the options that one store has beside the others. */
  readonly given: Options;
  readonly ttlMs: number;
  readonly leaseMs: number;
  readonly prefix: string;
}

const DAY = 24 * 60 * 60;
/** Ten years: no store counts further than it can. */
const MAX_SECONDS = 3650 * DAY;

/**
 * Admits the options of a store.
 *
 * @param known - the names of what this store takes beyond {@link StoreOptions}
 * @throws {@link WebhookError} `OPTION_INVALID` for an option that is unknown or has a wrong value
 */
export function admitStoreOptions<Options extends StoreOptions>(
  options: Options | undefined,
  known: readonly string[] = [],
  defaultPrefix = "",
): Admitted<Options> {
  const given = admitOptions(options, ["ttlSeconds", "leaseSeconds", "prefix", ...known]);
  const { ttlSeconds = DAY, leaseSeconds = 60, prefix = defaultPrefix } = given;
  if (typeof prefix !== "string") throw invalid("prefix", prefix, "a string");
  const ttlMs = admitSeconds(ttlSeconds, "ttlSeconds");
  return { given, ttlMs, leaseMs: admitSeconds(leaseSeconds, "leaseSeconds"), prefix };
}

function admitSeconds(seconds: unknown, name: string): number {
  if (typeof seconds === "number" && seconds > 0 && seconds <= MAX_SECONDS) return Math.ceil(seconds * 1000);
  throw invalid(name, seconds, `a number of seconds > 0, and at most ${MAX_SECONDS}`);
}

/** What is left of a lease, as a sender is told it. */
export function retryAfterSeconds(leftMs: number): number {
  return Math.max(1, Math.ceil(leftMs / 1000));
}
