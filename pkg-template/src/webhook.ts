// Webhook: one endpoint's scheme and secrets. Built once, used forever.

import { admitBody, type BodyInput } from "./body.ts";
import { tagOf } from "./culprit.ts";
import type { Delivery } from "./delivery.ts";
import { WebhookError, type WebhookErrorDetail } from "./error.ts";
import type { WebhookErrorCode, WebhookErrorFamily } from "./generated/codes.ts";
import { admitHeaders, type HeadersInput, readHeaders } from "./headers.ts";
import {
  admitClock,
  admitEventAge,
  admitOptions,
  admitPublicUrl,
  admitText,
  admitTime,
  admitTolerance,
  type SignOptions,
  type WebhookOptions,
} from "./options.ts";
import { makePrintable, ProvenDelivery } from "./proven-delivery.ts";
import { admitFacts, admitRequest, receivedAtOf, type RequestFacts, type RequestInput } from "./request.ts";
import { admitScheme } from "./admit-scheme.ts";
import type { Scheme } from "./checked-scheme.ts";
import { admitSecrets, type SecretInput } from "./secret.ts";
import { DISPOSED, refuse } from "./sentences.ts";
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
  /** What exactly happened, of a closed set; `undefined` where the code says it all. */
  readonly detail: WebhookErrorDetail | undefined;
  readonly message: string;
  /** What the message names: a header, an age, a limit. Never a secret, a signature or a body. */
  readonly params: Readonly<Record<string, string | number>>;
  /** The HTTP status to answer with. */
  readonly status: number;
  /** The name of the page that says more, and the place on it. */
  readonly docs: string;
}

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
    throw verdict;
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
    let verdict: ProvenDelivery | WebhookError;
    try {
      verdict = this.#judge(body, headers, request);
    } catch (error) {
      if (!(error instanceof WebhookError)) throw error; // a getter or a clock of the caller threw it
      verdict = error;
    }
    if (verdict instanceof ProvenDelivery) return { ok: true, delivery: verdict as unknown as Delivery<P> };
    const { code, family, detail, message, params, status, docs } = verdict;
    return { ok: false, code, family, detail, message, params, status, docs };
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
    const time = timestamp === undefined ? this.#time() : admitTime(numberOf(timestamp), "timestamp");
    const id = admitText(given.id, "id") ?? (this.scheme.content?.includes("{header:") === true ? randomId() : "");
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

  #judge(body: unknown, headers: unknown, request: RequestFacts | undefined): ProvenDelivery | WebhookError {
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
