// Webhook: one endpoint's scheme and secrets. Built once, used for ever.

import { admitBody, type BodyInput } from "./body.ts";
import { tagOf } from "./culprit.ts";
import type { Delivery } from "./delivery.ts";
import { rowOfAnswer, WebhookError } from "./error.ts";
import { admitEventAge, type EventAgeCheck } from "./event-age.ts";
import type { CodeRow, WebhookErrorCode, WebhookErrorFamily } from "./generated/codes.ts";
import type { ProviderName } from "./generated/schemes.ts";
import { admitHeaders, readHeaders, type HeadersInput } from "./headers.ts";
import { admitClock, admitId, admitOptions, admitTime, admitTolerance } from "./options.ts";
import type { SignOptions, WebhookOptions } from "./options.ts";
import { makePrintable, ProvenDelivery } from "./proven-delivery.ts";
import { admitRequest, type RequestInput } from "./request.ts";
import { admitScheme, type Scheme } from "./scheme.ts";
import { admitSecrets, type SecretInput } from "./secret.ts";
import { Slot } from "./slot.ts";

/** A delivery, or why there is none. */
export type Check<P extends string = string> = { readonly ok: true; readonly delivery: Delivery<P> } | Refusal;

/**
 * Why a delivery was refused. Log all of it; tell the sender the status, and the family at most.
 */
export interface Refusal {
  readonly ok: false;
  readonly code: WebhookErrorCode;
  readonly family: WebhookErrorFamily;
  readonly message: string;
  /** The HTTP status to answer with. */
  readonly status: number;
}

/**
 * Verifies, and signs, the deliveries of one endpoint: HMAC (RFC 2104) over the raw body and what
 * the scheme signs with it, compared in constant time.
 *
 * No method ever tells secrets: they become keys inside the WebAssembly module, and no field keeps
 * them.
 *
 * @example
 * import { Webhook } from "countersign";
 *
 * const webhook = new Webhook("agentbot", process.env.AGENTBOT_SECRET!);
 * const delivery = webhook.verify(rawBody, request.headers);
 */
export class Webhook<P extends string = string> implements Disposable {
  /** The scheme it was built with. */
  readonly scheme: Scheme;
  readonly #slot: Slot;
  readonly #now: () => number;
  readonly #checkEventAge: EventAgeCheck | undefined;

  /**
   * @param scheme - the name of a built-in provider, or what {@link defineScheme} returns
   * @param secret - text, which becomes a key by the scheme's rule, or the bytes of the key; or a
   *   list of them, while a secret is being replaced: the first signs, every one verifies
   * @param options - tolerance and greatest age of events in seconds, clock in milliseconds
   * @throws {@link WebhookError} family `misuse`: `PROVIDER_UNKNOWN`, `SCHEME_INVALID`,
   *   `SECRET_EMPTY`, `SECRET_INVALID`, `OPTION_INVALID`, or `WASM_UNAVAILABLE` when the platform
   *   does not run WebAssembly
   * @example
   * const secrets = [process.env.SECRET!, process.env.PREVIOUS_SECRET!];
   * const webhook = new Webhook("stripe", secrets, { toleranceSeconds: 600 });
   */
  constructor(
    scheme: (P & ProviderName) | Scheme,
    secret: SecretInput | readonly SecretInput[],
    options?: WebhookOptions,
  ) {
    makePrintable();
    this.scheme = admitScheme(scheme, secret);
    const secrets = admitSecrets(secret);
    const given = admitOptions(options, ["toleranceSeconds", "maxEventAgeSeconds", "now"]);
    const tolerance = admitTolerance(given);
    this.#now = admitClock(given);
    this.#checkEventAge = admitEventAge(given, this.scheme);
    this.#slot = new Slot(this.scheme);
    try {
      for (const each of secrets) this.#slot.addSecret(each);
      if (tolerance !== undefined) this.#slot.setTolerance(tolerance);
    } catch (error) {
      this.#slot.close();
      throw error;
    }
  }

  /**
   * Verifies one delivery and returns it. It never returns anything else: a delivery that is not
   * proven throws.
   *
   * @param body - the raw body, byte for byte as it arrived; a parsed body is refused, because the
   *   signed bytes are gone
   * @param headers - all headers of the request, in whatever collection they come
   * @throws {@link WebhookError} family `malformed` or `rejected` for bad deliveries; `misuse` for
   *   ours: `BODY_NOT_RAW`, `HEADERS_INVALID`, `OPTION_INVALID` (the clock), `SECRET_EMPTY` (after
   *   {@link dispose}); with `maxEventAgeSeconds` also `PAYLOAD_NOT_JSON`
   * @example
   * app.post("/webhooks/agentbot", express.raw({ type: () => true }), (req, res) => {
   *   const delivery = webhook.verify(req.body, req.headers);
   *   if (delivery.type === "message.created") console.log(delivery.payload.data.body);
   *   res.sendStatus(204);
   * });
   */
  verify(body: BodyInput, headers: HeadersInput): Delivery<P> {
    const verdict = this.#judge(body, headers);
    if (typeof verdict !== "number") return verdict as unknown as Delivery<P>;
    const row = rowOfAnswer(verdict);
    throw new WebhookError(row.code, this.#sentence(row));
  }

  /**
   * Verifies one delivery without a throw: misuse and bad deliveries come back as refusals.
   *
   * @param body - as for {@link verify}
   * @param headers - as for {@link verify}
   * @returns the delivery, or a {@link Refusal} with code, family, message and HTTP status
   * @example
   * const check = webhook.check(rawBody, request.headers);
   * if (!check.ok) return new Response(check.family, { status: check.status });
   * console.log(check.delivery.type);
   */
  check(body: BodyInput, headers: HeadersInput): Check<P> {
    try {
      const verdict = this.#judge(body, headers);
      if (typeof verdict !== "number") return { ok: true, delivery: verdict as unknown as Delivery<P> };
      const row = rowOfAnswer(verdict);
      return { ok: false, code: row.code, family: row.family, message: this.#sentence(row), status: row.status };
    } catch (error) {
      if (!(error instanceof WebhookError)) throw error; // a getter or a clock of the caller threw it
      const { code, family, message, status } = error;
      return { ok: false, code, family, message, status };
    }
  }

  /**
   * Reads the body of a fetch `Request` and verifies the delivery: Workers, Next.js routes, Deno,
   * Bun, Hono.
   *
   * @param request - a request whose body nobody has read yet
   * @throws {@link WebhookError} as {@link verify}, and `BODY_CONSUMED` when the body was read
   *   before; a body that cannot be read to its end, because the sender hung up, rejects with the
   *   platform's own error, which is no WebhookError: nobody is left to answer
   * @example
   * export async function POST(request: Request) {
   *   const delivery = await webhook.verifyRequest(request);
   *   return Response.json({ received: delivery.type });
   * }
   */
  async verifyRequest(request: RequestInput): Promise<Delivery<P>> {
    admitRequest(request);
    return this.verify(await request.arrayBuffer(), request.headers);
  }

  /**
   * Signs a body, as the provider would: for tests, and for senders of your own.
   *
   * @param body - the raw body that will be sent
   * @param options - the time to sign, a `Date` or in milliseconds, and the id, where the scheme
   *   signs one
   * @returns the headers to send, spelled as the provider documents them; {@link verify} accepts
   *   them
   * @throws {@link WebhookError} family `misuse`: `BODY_NOT_RAW`, or `OPTION_INVALID` for an id or
   *   a time that cannot be written in the scheme's headers
   * @example
   * const body = JSON.stringify({ event: "message.created" });
   * await fetch(url, { method: "POST", body, headers: webhook.sign(body) });
   */
  sign(body: BodyInput, options?: SignOptions): Record<string, string> {
    const raw = admitBody(body);
    const given = admitOptions(options, ["timestamp", "id"]);
    const { timestamp } = given;
    const time = timestamp === undefined ? this.#time() : admitTime(numberOf(timestamp), "timestamp");
    const id = admitId(given) ?? (this.scheme.text.includes("{header:") ? randomId() : "");
    const lines = this.#opened().sign(raw, time, id).trimEnd().split("\n");
    return Object.fromEntries(lines.map((line) => splitOnce(line, ": ")));
  }

  /**
   * Wipes the keys. Calls after it throw `SECRET_EMPTY`; deliveries that were proven before stay
   * readable. Only short-lived Webhooks need it: a server keeps its own for ever.
   *
   * @example
   * using webhook = new Webhook("agentbot", secret); // or webhook.dispose() in a finally block
   */
  dispose(): void {
    this.#slot.close();
  }

  // Where engines lack Symbol.dispose this is a method called `undefined`, which nobody calls.
  /** {@link dispose}, for `using webhook = new Webhook(…)`. */
  [Symbol.dispose](): void {
    this.#slot.close();
  }

  /** Names the scheme, and nothing that is secret. */
  toString(): string {
    return `Webhook(${this.scheme.name})`;
  }

  #judge(body: unknown, headers: unknown): ProvenDelivery | number {
    const raw = admitBody(body);
    const source = admitHeaders(headers);
    const values = readHeaders(source, this.#slot.headerNames);
    const now = this.#time();
    // From here on nothing of the caller's runs, so nobody else can use the core in between.
    const slot = this.#opened();
    const answer = slot.verify(values, raw, now);
    if (answer < 0) return answer;
    const delivery = new ProvenDelivery(slot, raw, values, source, answer, slot.verifiedTime());
    this.#checkEventAge?.(delivery, now);
    return delivery;
  }

  #time(): number {
    const now = this.#now;
    return admitTime(now(), "now()");
  }

  #opened(): Slot {
    if (!this.#slot.isClosed) return this.#slot;
    throw new WebhookError("SECRET_EMPTY", "This Webhook was disposed, and its keys are wiped.");
  }

  // The log should not need the provider's documents beside it.
  #sentence(row: CodeRow): string {
    if (row.code !== "HEADER_MISSING") return row.sentence;
    return `${row.sentence} ${this.scheme.name} reads ${this.#slot.headerNames.join(", ")}.`;
  }
}

function numberOf(timestamp: unknown): unknown {
  return tagOf(timestamp) === "Date" ? Number(timestamp) : timestamp;
}

// A UUID of version 4 (RFC 9562); crypto.randomUUID is missing in pages that are not served securely.
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const version = `4${hex.slice(13, 16)}`;
  const variant = `a${hex.slice(17, 20)}`;
  return `msg_${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}-${variant}-${hex.slice(20)}`;
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + separator.length)];
}
