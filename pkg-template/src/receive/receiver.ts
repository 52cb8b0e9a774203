// Receiver: one request, from its headers to the reply. Every adapter says where its framework
// keeps method, headers and body; what happens with them happens here, once.

import type { BodyInput, Delivery, HeadersInput } from "countersign/core";
import { shown } from "../admit/options.ts";
import { WebhookError } from "../refusal/error.ts";
import { NOT_POST, refuse, STORE_ANSWER } from "../refusal/sentences.ts";
import type { Claim, Claimed, IdempotencyStore } from "../idempotency/store.ts";
import type { Limits } from "./body.ts";
import type { Handling } from "./handler.ts";
import type { Handler } from "./routes.ts";
import type { Checker, ReceiveOptions, WaitUntil, WebhookInput } from "./options.ts";
import { ACKNOWLEDGED, busy, FAILED, problemOf, replyOf, UNREADABLE, type Answer, type Reply } from "./reply.ts";
import { ignore, isThenable, lookAway, settled } from "./settle.ts";
import { admitSetup, type Setup } from "./setup.ts";

/** One request, as an adapter hands it over. */
export interface Incoming<Context, Sent> {
  readonly method: string | undefined;
  /** Path and query as the client sent them, or the whole URL. */
  readonly url: string | undefined;
  readonly headers: HeadersInput;
  /**
   * Reads the raw body: `BODY_TOO_LARGE` once there is more of it than `limits` allow, `READ_TIMEOUT` when it takes
   * longer, `BODY_NOT_RAW` or `BODY_CONSUMED` when somebody else has read it.
   */
  readBody(limits: Limits): BodyInput | Promise<BodyInput>;
  /** Sends the reply, or makes of it what the host takes. After a throw it is called once more, with another reply. */
  send(reply: Reply): Sent | Promise<Sent>;
  readonly context: Context;
  /** What the host has beside the request, and is the same for all of them: the bindings of a Worker. */
  readonly env?: unknown;
  readonly waitUntil?: WaitUntil | undefined;
}

/** Answers every request: it neither throws nor rejects, as long as a reply of 500 can be sent. */
export type Receiver<Context, Sent> = (incoming: Incoming<Context, Sent>) => Promise<Sent>;

/**
 * Makes the receiver of one endpoint.
 *
 * @throws {@link WebhookError} `OPTION_INVALID` for a handler or an option that cannot be
 */
export function receiverOf<P extends string, Context extends object, Sent = void>(
  webhook: WebhookInput<P, never>,
  handling: Handling<P, Context>,
  options?: ReceiveOptions<Context>,
): Receiver<Context, Sent> {
  const setup = admitSetup(webhook, handling, options);
  return (incoming) => new Exchange(setup, incoming).answer();
}

/** One request and its reply. */
class Exchange<P extends string, Context extends object, Sent> {
  readonly #setup: Setup<P, Context>;
  readonly #incoming: Incoming<Context, Sent>;
  #webhook: Checker<P> | undefined;

  constructor(setup: Setup<P, Context>, incoming: Incoming<Context, Sent>) {
    this.#setup = setup;
    this.#incoming = incoming;
    this.#webhook = setup.source.made;
  }

  async answer(): Promise<Sent> {
    try {
      return await this.#incoming.send(await this.#reply());
    } catch (error) {
      return this.#incoming.send(this.#fail(error));
    }
  }

  async #reply(): Promise<Reply> {
    try {
      return await this.#take(await this.#prove());
    } catch (error) {
      return error instanceof WebhookError ? this.#refuse(error) : this.#fail(error);
    }
  }

  async #prove(): Promise<Delivery<P>> {
    const { method, url, headers, env } = this.#incoming;
    const { source, limits } = this.#setup;
    if (method !== "POST") throw refuse(NOT_POST);
    // Waited for only where it must be: of a body that flows already, what comes meanwhile is lost.
    const webhook = (this.#webhook ??= source.made ?? (await source.make(env)));
    // First: of a sender who cannot be genuine, no body is collected.
    const refusal = webhook.checkHeaders?.(headers);
    if (refusal?.family === "malformed") throw new WebhookError(refusal.code, refusal.message, refusal);
    return webhook.verify(await this.#incoming.readBody(limits), headers, { method, url });
  }

  async #take(delivery: Delivery<P>): Promise<Reply> {
    const { idempotency, background, choose } = this.#setup;
    // The key first: the type is read along with it.
    const key = idempotency && delivery.idempotencyKey;
    // Before it is claimed, or acknowledged: what no handler can read is refused.
    const handler = choose(delivery, this.#webhook?.scheme);
    const claim = idempotency && (await this.#claim(idempotency, `${delivery.provider}:${key}`));
    if (idempotency !== undefined && claim === undefined) return FAILED;
    if (claim !== undefined && claim.state !== "claimed") {
      this.#tell(this.#setup.onDuplicate, delivery);
      return claim.state === "done" ? ACKNOWLEDGED : busy(claim.retryAfterSeconds);
    }
    const handled = this.#handle(delivery, handler, claim);
    if (background !== true) return handled;
    // It is being handled: whatever the host says, 500 would have it sent again.
    this.#keepAwake(handled, (thrown) => this.#fail(thrown));
    return ACKNOWLEDGED;
  }

  /** What the store says of a delivery; nothing if it failed, which has been told. */
  async #claim(store: IdempotencyStore, key: string): Promise<Claim | undefined> {
    let claim: Claim;
    try {
      claim = await store.claim(key);
    } catch (error) {
      return void this.#fail(error); // its own, whatever it calls itself
    }
    return admitClaim(claim);
  }

  async #handle(
    delivery: Delivery<P>,
    handler: Handler<Delivery<P>, Context>,
    claim: Claimed | undefined,
  ): Promise<Reply> {
    let reply = ACKNOWLEDGED;
    try {
      const context = {
        ...this.#incoming.context,
        reply: (chosen: Answer) => void (reply = replyOf(chosen)),
      };
      await handler(delivery, context);
    } catch (error) {
      await this.#orTell(() => claim?.release());
      if (!isUnreadable(error)) return this.#fail(error);
      this.#tellRejected(error);
      return UNREADABLE;
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
    this.#tellRejected(error);
    return problemOf(error);
  }

  #tellRejected(error: WebhookError): void {
    const { onRejected = ({ code, message }) => print(`${this.#label} ${code}: ${message}`) } = this.#setup;
    this.#tell(onRejected, error);
  }

  #fail(error: unknown): Reply {
    lookAway(error);
    const { onError = (thrown) => print(`${this.#label}: a delivery could not be handled:`, thrown) } = this.#setup;
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
      if (isThenable(telling)) this.#keepAwake(settled(telling).catch(logThrown), logThrown);
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

/**
 * Admits what a store answered. A store that forgets to return it would remember no delivery, and nobody would know.
 *
 * @throws {@link WebhookError} `OPTION_INVALID`
 */
function admitClaim(claim: Claim): Claim {
  const state: unknown = claim?.state;
  if (state === "done" || state === "in-progress") return claim;
  const { complete, release } = (claim ?? {}) as Partial<Claimed>;
  if (state === "claimed" && typeof complete === "function" && typeof release === "function") return claim;
  lookAway(claim);
  throw refuse(STORE_ANSWER, { value: shown(claim) });
}

// Whatever else a handler throws is its own: a refusal of some other webhook, say, is not the sender's.
function isUnreadable(error: unknown): error is WebhookError {
  try {
    return error instanceof WebhookError && error.family === "unreadable";
  } catch {
    return false; // a getter of it throws
  }
}

function logThrown(thrown: unknown): void {
  lookAway(thrown);
  print("countersign: onRejected, onDuplicate or onError threw:", thrown);
}

/** Writes to the console, as far as that can be done: some throw, and some values throw when they are shown. */
function print(line: string, ...thrown: unknown[]): void {
  try {
    const printed: unknown = console.error(line, ...thrown);
    if (isThenable(printed)) settled(printed).catch(ignore);
  } catch {
    if (thrown.length > 0) print(line);
  }
}
