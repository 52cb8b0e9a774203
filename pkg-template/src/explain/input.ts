// Input: what is asked of the explainer, checked by name and value as the options of `Webhook` are.

import type { BodyInput } from "../admit/body.ts";
import { isPlain } from "../refusal/culprit.ts";
import type { WebhookError } from "../refusal/error.ts";
import { type Framework, frameworks } from "../generated/findings.ts";
import type { ProviderName } from "../generated/provider-names.ts";
import type { HeadersInput } from "../admit/headers.ts";
import { admitDate, admitEventAge, admitOptions, admitTolerance, shown } from "../admit/options.ts";
import { admitFacts, receivedAtOf, type RequestFacts } from "../admit/request.ts";
import type { Scheme } from "../scheme/checked.ts";
import type { ToleranceSpec } from "../scheme/spec.ts";
import type { SecretInput } from "../admit/secret.ts";
import { OPTION_VALUE, refuse } from "../refusal/sentences.ts";
import { suggest } from "../refusal/suggest.ts";

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
  readonly toleranceSeconds?: ToleranceSpec | undefined;
  /** As for `Webhook`. */
  readonly maxEventAgeSeconds?: number | undefined;
  /** Secrets that may be the right ones. */
  readonly otherSecrets?: readonly OtherSecret[] | undefined;
  /** Where the delivery was received: each `fix` is then the line for it. */
  readonly framework?: Framework | undefined;
  /**
   * Whether the explanation shows the bytes that are signed, as `content`. Off by default: an
   * explanation is made to be logged, and they hold the body.
   */
  readonly showContent?: boolean | undefined;
  /** As the third argument of `verify`. No scheme that is built in reads method or URL. */
  readonly request?: RequestFacts | undefined;
}

const FIELDS: readonly (keyof ExplainInput)[] = [
  ...(["scheme", "secret", "body", "headers", "now", "toleranceSeconds", "maxEventAgeSeconds"] as const),
  ...(["otherSecrets", "framework", "showContent", "request"] as const),
];

/** The input, when every field of it is known. */
export function admitInput(input: ExplainInput): ExplainInput {
  // Options may be left out, and this may not.
  return admitOptions(input ?? (null as unknown as ExplainInput), FIELDS);
}

/** The tolerance and the greatest age, as the module takes them; what is `undefined` leaves the scheme's own. */
export function limitsOf(input: ExplainInput): object {
  const tolerance = admitTolerance(input);
  const { past = Number.POSITIVE_INFINITY, future = Number.POSITIVE_INFINITY } = tolerance ?? {};
  return { tolerance: tolerance && { past, future }, maxEventAgeSeconds: admitEventAge(input) };
}

/** The receiver's time, in milliseconds since the epoch: `now`, or when the delivery arrived. */
export function admitNow({ now, request }: ExplainInput): number {
  const receivedAt = receivedAtOf(admitFacts(request));
  if (receivedAt !== undefined) return receivedAt;
  return now === undefined ? Date.now() : admitDate(now, "now");
}

/** The framework, if one was named. */
export function admitFramework({ framework }: ExplainInput): Framework | undefined {
  if (framework === undefined || frameworks.includes(framework)) return framework;
  throw invalid("framework", framework, `one of ${frameworks.join(", ")}`, frameworks);
}

/** Whether the content is asked for. */
export function admitShowContent({ showContent = false }: ExplainInput): boolean {
  if (typeof showContent === "boolean") return showContent;
  throw invalid("showContent", showContent, "true or false");
}

const KINDS: readonly OtherSecret["kind"][] = ["previous", "mode", "other"];

/** The other secrets. */
export function admitOthers({ otherSecrets = [] }: ExplainInput): OtherSecret[] {
  if (!Array.isArray(otherSecrets)) throw invalid("otherSecrets", otherSecrets, "a list");
  return Array.from(otherSecrets, admitOther);
}

function admitOther(other: OtherSecret, index: number): OtherSecret {
  const place = `otherSecrets[${index}]`;
  if (!isPlain(other)) throw invalid(place, other, "a plain object of kind, label, secret");
  const { kind, label, secret } = admitOptions(other, ["kind", "label", "secret"]);
  // No value is quoted from here on: it may be the secret, in the wrong place.
  if (!KINDS.includes(kind)) throw invalid(`${place}.kind`, kind, `one of ${KINDS.join(", ")}`);
  if (typeof label !== "string") throw invalid(`${place}.label`, label, "a string");
  const isText = typeof secret === "string" && secret !== "" && secret.isWellFormed();
  if (!isText) throw invalid(`${place}.secret`, secret, "a string that is not empty and has a UTF-8 form");
  return { kind, label, secret };
}

function invalid(place: string, value: unknown, expected: string, known?: readonly string[]): WebhookError {
  // Quoted only when it is near a known name: anything else may be a secret in the wrong place.
  const near = typeof value === "string" && known !== undefined ? suggest(value, known) : "";
  const given = near === "" ? shown(value) : JSON.stringify(value);
  return refuse(OPTION_VALUE, { option: place, value: given, expected, near });
}
