// Webhook: one endpoint's scheme and secrets. Built once, used forever.

import { admitBody, type BodyInput } from "./admit/body.ts";
import type { Delivery } from "./delivery/delivery.ts";
import { WebhookError } from "./refusal/error.ts";
import { admitHeaders, type HeadersInput, readHeaders } from "./admit/headers.ts";
import {
  admitClock,
  admitDate,
  admitEventAge,
  admitOptions,
  admitPublicUrl,
  admitText,
  admitTime,
  admitTolerance,
  type SignOptions,
  type WebhookOptions,
} from "./admit/options.ts";
import { makePrintable, ProvenDelivery } from "./delivery/proven.ts";
import { type Refusal, refusalOf } from "./core/refusal.ts";
import { admitFacts, admitRequest, receivedAtOf, type RequestFacts, type RequestInput } from "./admit/request.ts";
import { admitScheme } from "./scheme/admit.ts";
import type { Scheme } from "./scheme/checked.ts";
import { admitSecrets, type SecretInput } from "./admit/secret.ts";
import { DISPOSED, refuse } from "./refusal/sentences.ts";
import { Slot } from "./core/slot.ts";

/** A delivery, or why there is none. */
export type Check<P extends string = string> = { readonly ok: true; readonly delivery: Delivery<P> } | Refusal;

/**
 * Verifies, and signs, the deliveries of one endpoint: HMAC (RFC 2104) over the raw body and what
 * the scheme signs with it, compared in constant time.
 *
 * No method ever tells secrets: they become keys inside the WebAssembly module, and no field keeps
 * them.
 *
 * This is the Webhook of `countersign/core`, which takes schemes only; that of `countersign` takes the names of
 * providers, too.
 *
 * @example
 * import { Webhook } from "countersign/core";
 * import { stripe } from "countersign/providers/stripe";
 *
 * const webhook = new Webhook(stripe, process.env.STRIPE_WEBHOOK_SECRET!);
 * const delivery = webhook.verify(rawBody, request.headers);
 */
export class Webhook<P extends string = string> implements Disposable {
  /** The scheme it was built with. */
  readonly scheme: Scheme<P>;
  readonly #slot: Slot;
  readonly #now: () => number;

  /**
   * @param scheme - what {@link defineScheme} returns, or a provider of `countersign/providers`
   * @param secret - text, which becomes a key by the scheme's rule, or the bytes of the key; or a
   *   list of them, while a secret is being replaced: the first signs, every one verifies
   * @param options - tolerance and greatest age of events in seconds, clock in milliseconds
   * @throws {@link WebhookError} family `misuse`: `PROVIDER_UNKNOWN`, `SCHEME_INVALID`,
   *   `SECRET_EMPTY`, `SECRET_INVALID`, `OPTION_INVALID`, or `WASM_UNAVAILABLE` when the platform
   *   does not run WebAssembly
   * @example
   * const secrets = [process.env.SECRET!, process.env.PREVIOUS_SECRET!];
   * const webhook = new Webhook(stripe, secrets, { toleranceSeconds: 600 });
   */
  constructor(scheme: Scheme<P>, secret: SecretInput | readonly SecretInput[], options?: WebhookOptions) {
    makePrintable();
    this.scheme = admitScheme(scheme) as Scheme<P>;
    const secrets = admitSecrets(secret, this.scheme.name);
    const given = admitOptions(options, ["toleranceSeconds", "maxEventAgeSeconds", "now", "publicUrl"]);
    const tolerance = admitTolerance(given);
    const eventAge = admitEventAge(given);
    admitPublicUrl(given);
    this.#now = admitClock(given);
    this.#slot = new Slot(this.scheme);
    try {
      for (const each of secrets) this.#slot.addSecret(each.secret, each.which);
      if (tolerance !== undefined) this.#slot.setTolerance(tolerance);
      if (eventAge !== undefined) this.#slot.setMaxEventAge(eventAge);
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
   * @param request - facts of this request: method and URL, for schemes that sign them, and when it
   *   arrived, where that is not now
   * @throws {@link WebhookError} family `malformed` or `rejected` for bad deliveries; `misuse` for
   *   ours: `BODY_NOT_RAW`, `HEADERS_INVALID`, `OPTION_INVALID` (the clock, the request),
   *   `SECRET_EMPTY` (after {@link dispose})
   * @example
   * app.post("/webhooks/agentbot", express.raw({ type: () => true }), (req, res) => {
   *   const delivery = webhook.verify(req.body, req.headers);
   *   if (delivery.type === "message.created") console.log(delivery.payload.data.body);
   *   res.sendStatus(204);
   * });
   */
  verify(body: BodyInput, headers: HeadersInput, request?: RequestFacts): Delivery<P> {
    const verdict = this.#judge(body, headers, request);
    if (verdict instanceof ProvenDelivery) return verdict as unknown as Delivery<P>;
    throw new WebhookError(verdict.code, verdict.message, verdict);
  }

  /**
   * Verifies one delivery without a throw: misuse and bad deliveries come back as refusals.
   *
   * @param body - as for {@link verify}
   * @param headers - as for {@link verify}
   * @param request - as for {@link verify}
   * @returns the delivery, or a {@link Refusal} with code, family, message and HTTP status
   * @example
   * const check = webhook.check(rawBody, request.headers);
   * if (!check.ok) return new Response(check.family, { status: check.status });
   * console.log(check.delivery.type);
   */
  check(body: BodyInput, headers: HeadersInput, request?: RequestFacts): Check<P> {
    try {
      const verdict = this.#judge(body, headers, request);
      if (!(verdict instanceof ProvenDelivery)) return verdict;
      return { ok: true, delivery: verdict as unknown as Delivery<P> };
    } catch (error) {
      if (error instanceof WebhookError) return refusalOf(error);
      throw error; // a getter or a clock of the caller threw it
    }
  }

  /**
   * Looks at the headers alone, before a body is read: of a request without a well-formed signature, none is needed.
   * Whether the signature matches, and whether its time is fresh, only {@link verify} tells.
   *
   * @param headers - as for {@link verify}
   * @returns what {@link check} would say of any body, of the family `malformed` or `misuse`; `undefined` where it
   *   takes the body to tell
   * @example
   * const refusal = webhook.checkHeaders(request.headers);
   * if (refusal) return new Response(refusal.family, { status: refusal.status });
   */
  checkHeaders(headers: HeadersInput): Refusal | undefined {
    try {
      const values = readHeaders(admitHeaders(headers), this.#slot.headerNames);
      return this.#opened().verifyHeaders(values);
    } catch (error) {
      if (error instanceof WebhookError) return refusalOf(error);
      throw error; // a getter of the caller threw it
    }
  }

  /**
   * Reads the body of a fetch `Request` and verifies the delivery: Workers, Next.js routes, Deno,
   * Bun, Hono.
   *
   * @param request - a request whose body nobody has read yet
   * @throws {@link WebhookError} as {@link verify}, and `BODY_CONSUMED` when the body was read
   *   before; a body that cannot be read to its end, because the sender hung up, rejects with the
   *   platform's own error, which is not a WebhookError: nobody is left to answer
   * @example
   * export async function POST(request: Request) {
   *   const delivery = await webhook.verifyRequest(request);
   *   return Response.json({ received: delivery.type });
   * }
   */
  async verifyRequest(request: RequestInput): Promise<Delivery<P>> {
    admitRequest(request);
    const { method, url } = request;
    return this.verify(await request.arrayBuffer(), request.headers, { method, url });
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
    const given = admitOptions(options, ["timestamp", "id", "method", "url"]);
    const { timestamp } = given;
    const time = timestamp === undefined ? this.#time() : admitDate(timestamp, "timestamp");
    const id =
      admitText(given.id, "id") ?? (this.#slot.scheme.content?.includes("{header:") === true ? randomId() : "");
    admitText(given.method, "method");
    admitText(given.url, "url");
    const lines = this.#opened().sign(raw, time, id).trimEnd().split("\n");
    return Object.fromEntries(lines.map((line) => splitOnce(line, ": ")));
  }

  /**
   * Wipes the keys. Calls after it throw `SECRET_EMPTY`; deliveries that were proven before stay
   * readable. Only short-lived Webhooks need it: a server keeps its own forever.
   *
   * @example
   * using webhook = new Webhook(stripe, secret); // or webhook.dispose() in a finally block
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

  #judge(body: unknown, headers: unknown, request: RequestFacts | undefined): ProvenDelivery | Refusal {
    const raw = admitBody(body);
    const source = admitHeaders(headers);
    const values = readHeaders(source, this.#slot.headerNames);
    const now = receivedAtOf(admitFacts(request)) ?? this.#time();
    // From here on nothing of the caller's runs, so nobody else can use the core in between.
    const slot = this.#opened();
    const answer = slot.verify(values, raw, now);
    if (answer < 0) return slot.refusal();
    return new ProvenDelivery(slot, raw, values, source, answer, slot.verifiedTime());
  }

  #time(): number {
    const now = this.#now;
    return admitTime(now(), "now()");
  }

  #opened(): Slot {
    if (!this.#slot.isClosed) return this.#slot;
    throw refuse(DISPOSED, { scheme: this.scheme.name });
  }
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
