// Options: what every adapter takes. Of the package itself these are types only, so that a handler is
// given the very types that its application imports.

import type { Delivery, Webhook, WebhookError } from "countersign/core";
import type { IdempotencyStore } from "../idempotency/store.ts";

/** Keeps a host awake for work that goes on after the reply. */
export type WaitUntil = (work: Promise<void>) => void;

/** Options of every adapter. */
export interface ReceiveOptions<Context = unknown> {
  /** The largest body that is read, in bytes; 5 MiB by default. A larger one is answered 413. */
  readonly maxBodyBytes?: number | undefined;
  /**
   * How long a body may take to arrive, in seconds; 30 by default. A slower one is answered 408. `Infinity` leaves that
   * to the host: Fastify and `node:http2` have no limit of their own.
   */
  readonly readTimeoutSeconds?: number | undefined;
  /**
   * Answer as soon as the delivery is proven, and handle it afterwards. What the handler throws then
   * reaches `onError` only: the provider was told that all is well, and will not try again. The
   * answer still waits for what the handler does before its first `await`.
   */
  readonly background?: boolean | undefined;
  /** How the host is kept awake in the background, where the adapter cannot know: Next's `after`. */
  readonly waitUntil?: WaitUntil | undefined;
  /**
   * Remembers deliveries, so that each is handled once; by default none does. Endpoints of one
   * provider that share a store share its keys.
   */
  readonly idempotency?: IdempotencyStore | undefined;
  /**
   * Called for every request that is refused, with the reason that the sender is not told. By
   * default a line on the console.
   */
  readonly onRejected?: ((error: WebhookError, context: Context) => unknown) | undefined;
  /** Called for a delivery that was handled before, or is being handled; needs `idempotency`. */
  readonly onDuplicate?: ((delivery: Delivery, context: Context) => unknown) | undefined;
  /** Called with what a handler, a store or the connection threw. By default on the console. */
  readonly onError?: ((error: unknown, context: Context) => unknown) | undefined;
}

/**
 * The part of a {@link Webhook} that a receiver uses. Where `checkHeaders` is there, a request that it calls malformed
 * is refused before its body is read.
 */
export type Checker<P extends string> = Pick<Webhook<P>, "verify" | "scheme"> &
  Partial<Pick<Webhook<P>, "checkHeaders">>;

/**
 * What proves the deliveries: a {@link Webhook}, or a function that makes it with the first delivery,
 * and is called again if it could not. That is for a secret that comes late: with the deployment and
 * not with the build, with a Worker's bindings, which are its argument, or from a vault. It makes one
 * Webhook for all deliveries; another endpoint or tenant has a receiver of its own.
 */
export type WebhookInput<P extends string, Env = void> = Checker<P> | ((env: Env) => Checker<P> | Promise<Checker<P>>);
