// Receiver: one request, from its raw body to the reply. Every adapter says where its framework
// keeps method, headers and body; what happens with them happens here, once.

import type { BodyInput, Delivery, HeadersInput } from "countersign/core";
import { WebhookError } from "../refusal/error.ts";
import { NOT_POST, refuse } from "../refusal/sentences.ts";
import type { Claimed } from "../idempotency/store.ts";
import { claimOf } from "./claim.ts";
import type { Handling } from "./handler.ts";
import type { Checker, ReceiveOptions, WaitUntil, WebhookInput } from "./options.ts";
import { ACKNOWLEDGED, busy, FAILED, problemOf, replyOf, type Answer, type Reply } from "./reply.ts";
import { admitSetup, type Setup } from "./setup.ts";

/** One request, as an adapter hands it over. */
export interface Incoming<Context> {
  readonly method: string | undefined;
  /** Path and query as the client sent them, or the whole URL. */
  readonly url: string | undefined;
  readonly headers: HeadersInput;
  /**
   * Reads the raw body: `BODY_TOO_LARGE` once there is more of it than `maxBytes`, `BODY_NOT_RAW` or
   * `BODY_CONSUMED` when somebody else has read it.
   */
  readBody(maxBytes: number): BodyInput | Promise<BodyInput>;
  readonly context: Context;
  /** What the host has beside the request, and is the same for all of them: the bindings of a Worker. */
  readonly env?: unknown;
  readonly waitUntil?: WaitUntil | undefined;
}

/** Answers every request: it never throws and never rejects. */
export type Receiver<Context> = (incoming: Incoming<Context>) => Promise<Reply>;

/**
 * Makes the receiver of one endpoint.
 *
 * @throws {@link WebhookError} `OPTION_INVALID` for a handler or an option that cannot be
 */
export function receiverOf<P extends string, Context extends object>(
  webhook: WebhookInput<P, never>,
  handling: Handling<P, Context>,
  options?: ReceiveOptions<Context>,
): Receiver<Context> {
  const setup = admitSetup(webhook, handling, options);
  return (incoming) => new Exchange(setup, incoming).answer();
}

/** One request and its reply. */
class Exchange<P extends string, Context extends object> {
  readonly #setup: Setup<P, Context>;
  readonly #incoming: Incoming<Context>;
  #webhook: Checker<P> | undefined;

  constructor(setup: Setup<P, Context>, incoming: Incoming<Context>) {
    this.#setup = setup;
    this.#incoming = incoming;
    this.#webhook = setup.source.made;
  }

  async answer(): Promise<Reply> {
    try {
      return await this.#take(await this.#prove());
    } catch (error) {
      return error instanceof WebhookError ? this.#refuse(error) : this.#fail(error);
    }
  }

  async #prove(): Promise<Delivery<P>> {
    const { method, url, headers, env } = this.#incoming;
    const { source, maxBytes } = this.#setup;
    if (method !== "POST") throw refuse(NOT_POST);
    // Waited for only where it must be: of a body that flows already, what comes meanwhile is lost.
    const webhook = (this.#webhook ??= source.made ?? (await source.make(env)));
    return webhook.verify(await this.#incoming.readBody(maxBytes), headers, { method, url });
  }

  async #take(delivery: Delivery<P>): Promise<Reply> {
    const { idempotency, background } = this.#setup;
    const claim = await claimOf(idempotency, `${delivery.provider}:${delivery.idempotencyKey}`);
    if (claim !== undefined && claim.state !== "claimed") {
      this.#tell(this.#setup.onDuplicate, delivery);
      return claim.state === "done" ? ACKNOWLEDGED : busy(claim.retryAfterSeconds);
    }
    const handled = this.#handle(delivery, claim);
    if (background !== true) return handled;
    // It is being handled: whatever the host says, 500 would have it sent again.
    this.#keepAwake(handled, (thrown) => this.#fail(thrown));
    return ACKNOWLEDGED;
  }

  async #handle(delivery: Delivery<P>, claim: Claimed | undefined): Promise<Reply> {
    let answer: Answer = {};
    let reply: Reply;
    try {
      await this.#setup.handler(delivery, {
        ...this.#incoming.context,
        reply: (chosen) => void (answer = chosen),
      });
      reply = replyOf(answer);
    } catch (error) {
      await this.#orTell(() => claim?.release());
      return isUnreadable(error) ? this.#refuse(error) : this.#fail(error);
    }
    // It was handled, whatever the store says: to refuse it now would only have it handled twice.
    await this.#orTell(() => claim?.complete());
    return reply;
  }

  async #orTell(step: () => void | Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.#fail(error);
    }
  }

  #refuse(error: WebhookError): Reply {
    const { onRejected = ({ code, message }) => console.error(`${this.#label} ${code}: ${message}`) } = this.#setup;
    this.#tell(onRejected, error);
    return problemOf(error);
  }

  #fail(error: unknown): Reply {
    const { onError = (thrown) => console.error(`${this.#label}: a delivery could not be handled:`, thrown) } =
      this.#setup;
    this.#tell(onError, error);
    return FAILED;
  }

  get #label(): string {
    return this.#webhook === undefined ? "countersign" : `countersign: ${this.#webhook.scheme.name}`;
  }

  // A callback that throws must not change the reply, nor end the process as an unhandled rejection.
  #tell<What>(callback: ((what: What, context: Context) => unknown) | undefined, what: What): void {
    try {
      const telling = callback?.(what, this.#incoming.context);
      if (telling instanceof Promise) this.#keepAwake(telling.catch(logThrown), logThrown);
    } catch (thrown) {
      logThrown(thrown);
    }
  }

  /** Has the host wait for what goes on after the reply, a report of an error as well. */
  #keepAwake(work: Promise<unknown>, onThrown: (thrown: unknown) => unknown): void {
    const waitUntil = this.#setup.waitUntil ?? this.#incoming.waitUntil;
    const kept = async (): Promise<unknown> => waitUntil?.(work.then(ignore));
    kept().catch(onThrown);
  }
}

// Whatever else a handler throws is its own: a refusal of some other webhook, say, is not the sender's.
function isUnreadable(error: unknown): error is WebhookError {
  return error instanceof WebhookError && error.family === "unreadable";
}

function logThrown(thrown: unknown): void {
  console.error("countersign: onRejected, onDuplicate or onError threw:", thrown);
}

function ignore(): void {}
