// Scheme: how a sender signs, as data. What users write is copied and checked; the core has the last word, so there is
// one grammar, one check and one sentence for what is wrong.

import { CheckedScheme, type Scheme } from "./scheme/checked.ts";
import type { WebhookError } from "./refusal/error.ts";
import { schemeProblems } from "./generated/scheme-problems.ts";
import { cleaned, invalidField } from "./scheme/fields.ts";
import type { SchemeSpec } from "./scheme/spec.ts";
import { core } from "./core/wasm.ts";

/**
 * Defines a scheme that is not built in: any HMAC over fixed text, the raw body, a timestamp and headers. Every field,
 * and what cannot be expressed, stands on the page `examples/schemes.md`.
 *
 * @param spec - the fields, as an object; JSON that was parsed is as good
 * @returns a frozen scheme for {@link Webhook}
 * @throws {@link WebhookError} `SCHEME_INVALID`, naming the field, what was expected and what arrived
 * @example
 * const acme = defineScheme({
 *   name: "acme",
 *   algorithm: "hmac-sha256",
 *   signature: {
 *     header: "X-Acme-Signature",
 *     format: { kind: "pairs", separator: ",", signatureKey: "v1", timestampKey: "t" },
 *   },
 *   content: "{timestamp}.{body}",
 *   timestamp: { from: "field", unit: "s", toleranceSeconds: 300 },
 * });
 * const webhook = new Webhook(acme, process.env.ACME_SECRET!);
 */
export function defineScheme(spec: SchemeSpec): Scheme {
  const clean = cleaned(spec);
  const wasm = core();
  if (wasm.exports.scheme_check(wasm.writeScheme(clean)) < 0) throw schemeRefused(clean);
  return new CheckedScheme(clean) as unknown as Scheme;
}

/** The error for a scheme that the core refused: it left the number of the problem. */
function schemeRefused(spec: SchemeSpec): WebhookError {
  const [field, expected, example] = schemeProblems[(core().number(0) ?? 0) - 1] ?? ["scheme", "a sound scheme", ""];
  const got = field === "content" ? culpritOf(spec.content ?? "") : "";
  const isListed = field === "signature.header" && spec.signature.headers !== undefined;
  return invalidField(isListed ? "signature.headers" : field, expected, got, example);
}

/** The part of a content template that is no placeholder of it, where one can be named. */
function culpritOf(content: string): string {
  const placeholders = content.match(/\{[^{}]{0,32}\}/g) ?? [];
  return placeholders.find((each) => !/^\{(body|timestamp|header:[^}]*)\}$/.test(each)) ?? "";
}
