// Scheme: how a sender signs, as data. What users write is turned into the text form, which the
// core checks; so there is one grammar, one check and one sentence for what is wrong.

import { tagOf } from "./culprit.ts";
import { WebhookError } from "./error.ts";
import { schemeProblems } from "./generated/scheme-problems.ts";
import { schemes, type ProviderName } from "./generated/schemes.ts";
import type { SchemeSpec } from "./scheme-spec.ts";
import { invalidScheme, textOf } from "./scheme-text.ts";
import { suggest } from "./suggest.ts";
import { core } from "./wasm.ts";

/** The longest text form that the core reads, in bytes. */
const TEXT_BYTES = 8192;

/**
 * A checked scheme, frozen. `String(scheme)` is its text form, which {@link defineScheme} reads
 * again.
 */
export interface Scheme {
  /** The name of the provider, or the one that was given to {@link defineScheme}. */
  readonly name: string;
  /** The text form: a line `field: value` for each fact. */
  readonly text: string;
  /** The text form. */
  toString(): string;
  /** The text form. */
  toJSON(): string;
}

/** The one class behind {@link Scheme}; its text has been checked, or will be by the core. */
class CheckedScheme implements Scheme {
  readonly name: string;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.name = wordsOf(text, "name")[0] ?? "";
    Object.freeze(this);
  }

  toString(): string {
    return this.text;
  }

  toJSON(): string {
    return this.text;
  }

  // A scheme of another copy of this package is as good, and known by this.
  get [Symbol.toStringTag](): "Scheme" {
    return "Scheme";
  }
}

/**
 * Defines a scheme that is not built in: any HMAC over literals, the raw body, a timestamp and
 * headers.
 *
 * @param spec - the facts, as an object or in text form
 * @returns a frozen scheme for {@link Webhook}
 * @throws {@link WebhookError} `SCHEME_INVALID`, naming the field and what is wrong with it
 * @example
 * const acme = defineScheme({
 *   name: "acme",
 *   mac: "sha256",
 *   signature: {
 *     header: "X-Acme-Signature",
 *     format: { kind: "pairs", separator: ",", signatureKey: "v1", timestampKey: "t" },
 *   },
 *   content: "{timestamp}.{body}",
 *   timestamp: { from: "field", unit: "s", toleranceSeconds: 300 },
 * });
 * const webhook = new Webhook(acme, process.env.ACME_SECRET!);
 */
export function defineScheme(spec: SchemeSpec | string): Scheme {
  const text = typeof spec === "string" ? tidy(spec) : textOf(spec);
  if (core().exports.scheme_check(placeScheme(text)) < 0) throw schemeRefused();
  return new CheckedScheme(text);
}

/** Leaves a text form for the core; answers its length. */
export function placeScheme(text: string): number {
  const length = core().writeText(text, TEXT_BYTES);
  if (length <= TEXT_BYTES) return length;
  throw invalidScheme("scheme", `its text form is longer than ${TEXT_BYTES} bytes`);
}

/** The error for a scheme that the core refused: it left the number of the problem. */
export function schemeRefused(): WebhookError {
  const [field, problem] = schemeProblems[(core().number(0) ?? 0) - 1] ?? ["scheme", "it is refused"];
  return invalidScheme(field, problem);
}

// Indented, or with empty lines, a text form means the same, so it is kept without. What holds any
// other white space than blanks is left for the core to refuse: trim would hide it.
function tidy(text: string): string {
  const unix = text.replaceAll("\r\n", "\n");
  if (!/^[\n -~]*$/.test(unix)) return text;
  const lines = unix.split("\n").map((line) => line.trim().replace(/^([a-z]+):(?! )/, "$1: "));
  return lines.flatMap((line) => (line === "" ? [] : [`${line}\n`])).join("");
}

/**
 * Finds the scheme that a {@link Webhook} is built with.
 *
 * @param secret - what came as the secret, for the case that the two are swapped
 * @throws {@link WebhookError} `PROVIDER_UNKNOWN`, with the name that was probably meant, or
 *   `SCHEME_INVALID`
 */
export function admitScheme(scheme: unknown, secret: unknown): Scheme {
  if (typeof scheme === "string") return schemeOfProvider(scheme, secret);
  if (scheme instanceof CheckedScheme) return scheme;
  if (tagOf(scheme) === "Scheme") return new CheckedScheme(String(scheme));
  if (typeof scheme === "object" && scheme !== null) {
    throw new WebhookError(
      "SCHEME_INVALID",
      "The scheme is a plain object: pass defineScheme({ … }), which checks it.",
    );
  }
  throw new WebhookError(
    "PROVIDER_UNKNOWN",
    `The scheme is ${scheme === null ? "null" : typeof scheme}: expected the name of a provider or a Scheme.`,
  );
}

function schemeOfProvider(name: string, secret: unknown): Scheme {
  if (Object.hasOwn(schemes, name)) return new CheckedScheme(schemes[name as ProviderName]);
  throw new WebhookError("PROVIDER_UNKNOWN", culpritOfName(name, secret));
}

function culpritOfName(name: string, secret: unknown): string {
  if (typeof secret === "string" && Object.hasOwn(schemes, secret)) {
    return `The arguments are swapped: new Webhook(${JSON.stringify(secret)}, secret).`;
  }
  if (name.includes(":")) return "The scheme is a text form: pass defineScheme(text), which checks it.";
  const names = Object.keys(schemes);
  const hint = suggest(name, names);
  // What is near no name may be a secret in the wrong place, which must not reach the log.
  const wrong = hint === "" ? "of that name" : `named ${JSON.stringify(name)}`;
  return `No provider ${wrong} is built in.${hint} There are ${names.join(", ")}; defineScheme describes any other.`;
}

/** The words of a field of a text form. */
export function wordsOf(text: string, field: string): string[] {
  const line = text.split("\n").find((candidate) => candidate.startsWith(`${field}: `)) ?? "";
  return line
    .split(" ")
    .slice(1)
    .filter((word) => word !== "");
}
