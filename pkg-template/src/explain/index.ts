// countersign/explain: why a delivery was refused. For developers, off the verify path: it carries
// a module of its own, which is larger than the one that verifies and never verifies anything.

import { admitBody, type BodyInput } from "../body.ts";
import { WebhookError } from "../error.ts";
import type { ProviderName } from "../generated/schemes.ts";
import { admitHeaders, type HeadersInput, listHeaders } from "../headers.ts";
import { admitScheme, type Scheme } from "../scheme.ts";
import { admitSecrets, type SecretInput } from "../secret.ts";
import type { Explanation } from "./explanation.ts";
import { glue } from "./wasm.ts";

export type { Explanation, Finding, Saw, Shape, Step } from "./explanation.ts";
export type { BodyInput, HeadersInput, ProviderName, Scheme, SecretInput };

/** A further secret that the sender may have used by mistake. */
export interface OtherSecret {
  /** `previous`: one that was rotated out; `mode`: that of test or live; `other`: any other. */
  readonly kind: "previous" | "mode" | "other";
  /** What you call it; the explanation quotes it. */
  readonly label: string;
  readonly secret: string;
}

/** A delivery to look into, with what it was verified by. */
export interface ExplainInput {
  /** The name of a built-in provider, or what `defineScheme` returns. */
  readonly scheme: ProviderName | Scheme;
  /** What `new Webhook` was given. */
  readonly secret: SecretInput | readonly SecretInput[];
  /** The body that `verify` was given. */
  readonly body: BodyInput;
  /** All headers of the request. */
  readonly headers: HeadersInput;
  /** The receiver's time in milliseconds since the epoch, or as a `Date`; `Date.now()` by default. */
  readonly now?: Date | number | undefined;
  /** As for `Webhook`; the scheme's own by default. */
  readonly toleranceSeconds?: number | undefined;
  /** Secrets that may be the right ones. */
  readonly otherSecrets?: readonly OtherSecret[] | undefined;
  /** For schemes that sign the URL; none of the model does yet. */
  readonly request?: { readonly method: string; readonly url: string } | undefined;
}

/**
 * Explains the verdict on a delivery: every step of the walk with what it saw, and what is wrong
 * with it. A finding is proven by the walk itself: with what it says undone, the delivery verifies.
 * Of a forgery nothing is found.
 *
 * For developers: it tries up to 20,000 walks, keeps no promise of constant time, and belongs into
 * no handler of requests. Its answer holds no secret, no signature and no body.
 *
 * @throws `WebhookError` family `misuse`, as `new Webhook` and `verify` do
 * @example
 * const { findings } = explain({ scheme: "agentbot", secret, body: rawBody, headers: request.headers });
 * for (const { code, evidence, fix } of findings) console.log(code, evidence, fix);
 */
export function explain(input: ExplainInput): Explanation {
  const scheme = admitScheme(input.scheme, input.secret);
  const secrets = admitSecrets(input.secret);
  const body = admitBody(input.body);
  const question = {
    scheme: scheme.text,
    toleranceSeconds: input.toleranceSeconds,
    secrets: secrets.map((secret) => (typeof secret === "string" ? secret : Array.from(secret))),
    others: (input.otherSecrets ?? []).map(({ kind, label, secret }) => ({ kind, label, secret })),
    headers: listHeaders(admitHeaders(input.headers)),
    now: Number(input.now ?? Date.now()),
  };
  try {
    return glue().explain(question, typeof body === "string" ? new TextEncoder().encode(body) : body) as Explanation;
  } catch (problem) {
    // Its own refusals are sentences, those of the values it is handed errors.
    if (typeof problem === "string") throw new WebhookError("SCHEME_INVALID", problem);
    throw problem;
  }
}
