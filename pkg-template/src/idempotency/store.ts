// Store: where receivers remember which deliveries they have handled.

/**
 * Remembers deliveries by their idempotency key. A claim is atomic: of any number of concurrent
 * ones, in any number of processes, one is told `claimed`.
 */
export interface IdempotencyStore {
  /** Claims a delivery, for as long as the store's lease. */
  claim(key: string): Claim | Promise<Claim>;
}

/** What became of a claim. */
export type Claim = Claimed | InProgress | Done;

/** The delivery is the caller's to handle, who then says how that went. */
export interface Claimed {
  readonly state: "claimed";
  /**
   * It was handled: whoever claims it within the store's time to live is told `done`. That is a
   * fact also after the lease, so it counts even if another has claimed it since.
   */
  complete(): void | Promise<void>;
  /** It was not: the next attempt may claim it at once. After the lease, what another claimed stays. */
  release(): void | Promise<void>;
}

/** Somebody is handling it, or crashed while doing so: then the claim ends with its lease. */
export interface InProgress {
  readonly state: "in-progress";
  /** What is left of the lease, in seconds, rounded up. */
  readonly retryAfterSeconds: number;
}

/** It was handled before. */
export interface Done {
  readonly state: "done";
}

/** How long a store remembers. */
export interface StoreOptions {
  /**
   * How long a handled delivery is remembered, in seconds; 24 hours by default. Of the built-in
   * providers Stripe tries again for longer, for up to three days; no other for more than eight hours.
   */
  readonly ttlSeconds?: number | undefined;
  /**
   * How long one attempt may take, in seconds; 60 by default. After it the delivery of a handler
   * that crashed may be claimed again, and so may that of one which is merely slow.
   */
  readonly leaseSeconds?: number | undefined;
  /**
   * What every key begins with. Receivers that share a store share its keys: those with other secrets
   * or another handler, of tenants say, need a prefix each, or an event of one counts as handled by
   * all. `""` by default; in Redis `"countersign:"`.
   */
  readonly prefix?: string | undefined;
}
