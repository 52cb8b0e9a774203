// Memory: the store of one process.

import { admitClock, invalid } from "../admit/options.ts";
import { admitStoreOptions, retryAfterSeconds } from "./options.ts";
import type { Claim, IdempotencyStore, StoreOptions } from "./store.ts";

/** Options of {@link memory}. */
export interface MemoryOptions extends StoreOptions {
  /** How many deliveries are remembered at most; 100,000 by default, about 25 MB. The oldest goes first. */
  readonly maxEntries?: number | undefined;
  /** The clock, in milliseconds since the epoch. `Date.now` by default. */
  readonly now?: (() => number) | undefined;
}

interface Entry {
  readonly isDone: boolean;
  readonly endsAtMs: number;
}

/**
 * Remembers deliveries in this process: right for a single one that may forget when it restarts.
 * Where several share the traffic, each would handle a duplicate once.
 *
 * @throws {@link WebhookError} `OPTION_INVALID`
 * @example
 * receive(webhook, handler, { idempotency: memory() });
 */
export function memory(options?: MemoryOptions): IdempotencyStore {
  const { given, ttlMs, leaseMs, prefix } = admitStoreOptions(options, ["maxEntries", "now"]);
  const { maxEntries = 100_000 } = given;
  const now = admitClock(given);
  if (!Number.isInteger(maxEntries) || maxEntries < 1) throw invalid("maxEntries", maxEntries, "an integer >= 1");
  // In the order in which they were written, so what is to go first stands first.
  const entries = new Map<string, Entry>();

  return {
    claim(name): Claim {
      const key = prefix + name;
      const found = entries.get(key);
      const leftMs = (found?.endsAtMs ?? 0) - now();
      if (found !== undefined && leftMs > 0)
        return found.isDone
          ? { state: "done" }
          : { state: "in-progress", retryAfterSeconds: retryAfterSeconds(leftMs) };
      const mine = write(key, false, leaseMs);
      return {
        state: "claimed",
        complete: () => void write(key, true, ttlMs),
        release: () => {
          if (entries.get(key) === mine) entries.delete(key);
        },
      };
    },
  };

  function write(key: string, isDone: boolean, forMs: number): Entry {
    const entry = { isDone, endsAtMs: now() + forMs };
    entries.delete(key);
    entries.set(key, entry);
    makeRoom();
    return entry;
  }

  function makeRoom(): void {
    for (const [key, { endsAtMs }] of entries) {
      if (entries.size <= maxEntries && endsAtMs > now()) return;
      entries.delete(key);
    }
  }
}
