// Receiver: one request, from its raw body to the reply. Every adapter says where its framework
// keeps method, headers and body; what happens with them happens here, once.

import type { BodyInput, Delivery, HeadersInput } from "countersign";
import { WebhookError } from "../error.ts";
import type { Claimed } from "../idempotency/store.ts";
import { admitOptions } from "../options.ts";
import { admitHandler, type Handling } from "./handler.ts";
import type { Checker, ReceiveOptions, WaitUntil, WebhookInput } from "./options.ts";
import { ACKNOWLEDGED, busy, FAILED, problemOf, replyOf, type Answer, type Reply } from "./reply.ts";
import { admitWebhook } from "./webhook.ts";

/** One request, as an adapter hands it over. */
export interface Incoming<Context> {
  readonly method: string | undefined;
  readonly headers: HeadersInput;
  /**
   * Reads the raw body: `BODY_TOO_LARGE` once there is more of it than `maxBytes`, `BODY_NOT_RAW` or
   * `BODY_CONSUMED` when somebody else has read it.
   */
  readBody(maxBytes: number): BodyInput | Promise<BodyInput>;
  readonly context: Context;
  readonly waitUntil?: WaitUntil | undefined;
}

/** Answers every request: it never throws and never rejects. */
export type Receiver<Context> = (incoming: Incoming<Context>) => Promise<Reply>;

const OPTIONS = ["maxBodyBytes", "background", "waitUntil", "idempotency", "onRejected", "onDuplicate", "onError"];
const MAX_BODY_BYTES = 5 * 1024 * 1024;

/**
 * Makes the receiver of one endpoint.
 *
 * @throws {@link WebhookError} `OPTION_INVALID` for a handler or an option that cannot be
 */
export function receiverOf<P extends string, Context extends object>(
  webhook: WebhookInput<P, Context>,
  handling: Handling<P, Context>,
  options?: ReceiveOptions<Context>,
): Receiver<Context> {
  const webhookFor = admitWebhook(webhook);
  const handler = admitHandler(handling);
  const given = admitKinds(admitOptions(options, OPTIONS));
  const maxBytes = admitMaxBytes(given.maxBodyBytes);
  const { idempotency, background = false, onRejected = logRejected, onDuplicate = ignore, onError = logError } = given;
  let label = typeof webhook === "function" ? "countersign" : labelOf(webhook);

  return async (incoming) => {
    const { context } = incoming;
    try {
      const delivery = await prove(incoming);
      const claim = await idempotency?.claim(`${delivery.provider}:${delivery.idempotencyKey}`);
      if (claim !== undefined && claim.state !== "claimed") {
        tell(onDuplicate, delivery, context);
        return claim.state === "done" ? ACKNOWLEDGED : busy(claim.retryAfterSeconds);
      }
      const handled = handle(delivery, context, claim);
      if (!background) return await handled;
      const waitUntil = given.waitUntil ?? incoming.waitUntil;
      waitUntil?.(handled.then(ignore));
      return ACKNOWLEDGED;
    } catch (error) {
      return error instanceof WebhookError ? refuse(error, context) : fail(error, context);
    }
  };

  async function prove({ method, headers, readBody, context }: Incoming<Context>): Promise<Delivery<P>> {
    if (method !== "POST") throw new WebhookError("METHOD_NOT_ALLOWED");
    const source = webhookFor(context);
    // Waited for only where it must be: of a body that flows already, what comes meanwhile is lost.
    const webhook = source instanceof Promise ? await source : source;
    label = labelOf(webhook);
    const check = webhook.check(await readBody(maxBytes), headers);
    if (check.ok) return check.delivery;
    throw new WebhookError(check.code, check.message);
  }

  async function handle(delivery: Delivery<P>, context: Context, claim: Claimed | undefined): Promise<Reply> {
    let answer: Answer = {};
    let reply: Reply;
    try {
      await handler(delivery, { ...context, reply: (chosen) => void (answer = chosen) });
      reply = replyOf(answer);
    } catch (error) {
      await orTell(() => claim?.release(), context);
      return isUnreadable(error) ? refuse(error, context) : fail(error, context);
    }
    // It was handled, whatever the store says: to refuse it now would only have it handled twice.
    await orTell(() => claim?.complete(), context);
    return reply;
  }

  async function orTell(step: () => void | Promise<void>, context: Context): Promise<void> {
    try {
      await step();
    } catch (error) {
      tell(onError, error, context);
    }
  }

  function logRejected({ code, message }: WebhookError): void {
    console.error(`${label} ${code}: ${message}`);
  }

  function logError(error: unknown): void {
    console.error(`${label}: a delivery could not be handled:`, error);
  }

  function refuse(error: WebhookError, context: Context): Reply {
    tell(onRejected, error, context);
    return problemOf(error);
  }

  function fail(error: unknown, context: Context): Reply {
    tell(onError, error, context);
    return FAILED;
  }
}

function labelOf({ scheme }: Checker<string>): string {
  return `countersign: ${scheme.name}`;
}

// Whatever else a handler throws is its own: a refusal of some other webhook, say, is not the sender's.
function isUnreadable(error: unknown): error is WebhookError {
  return error instanceof WebhookError && error.family === "unreadable";
}

// A callback that throws must not change the reply, nor end the process as an unhandled rejection.
function tell<What, Context>(callback: (what: What, context: Context) => unknown, what: What, context: Context): void {
  const told = async (): Promise<unknown> => callback(what, context);
  told().catch((thrown: unknown) => console.error("countersign: onRejected, onDuplicate or onError threw:", thrown));
}

function ignore(): void {}

// What is of the wrong kind would otherwise fail with each delivery: memory, say, instead of memory().
function admitKinds<Context>(given: ReceiveOptions<Context>): ReceiveOptions<Context> {
  const { background = false, idempotency, waitUntil, onRejected, onDuplicate, onError } = given;
  const misfit = Object.entries({ waitUntil, onRejected, onDuplicate, onError }).find(
    ([, callback]) => callback !== undefined && typeof callback !== "function",
  );
  if (misfit !== undefined) throw new WebhookError("OPTION_INVALID", `${misfit[0]} is no function.`);
  if (typeof background !== "boolean")
    throw new WebhookError("OPTION_INVALID", "background is neither true nor false.");
  if (idempotency === undefined || typeof idempotency?.claim === "function") return given;
  throw new WebhookError("OPTION_INVALID", "idempotency is no store: expected what memory() returns.");
}

function admitMaxBytes(bytes: number | undefined = MAX_BODY_BYTES): number {
  if (Number.isInteger(bytes) && bytes >= 0) return bytes;
  throw new WebhookError("OPTION_INVALID", `maxBodyBytes is ${String(bytes)}: expected an integer >= 0.`);
}
