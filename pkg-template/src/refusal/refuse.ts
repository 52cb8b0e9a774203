// Refuse: from a row of the tables beside this to the error that says it.

import { WebhookError } from "./error.ts";
import type { WebhookErrorCode } from "../generated/codes.ts";
import type { MisuseDetail } from "./detail.ts";

/** A sentence with the code and the detail of the error that says it. */
export interface Sentence<Text extends string = string> {
  readonly code: WebhookErrorCode;
  readonly detail: MisuseDetail;
  readonly text: Text;
}

/** The parameters of a sentence, by the names that stand in its braces. */
export type Parameters<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends "" | `${string} ${string}` ? unknown : { readonly [Each in Name]: string | number }) &
      Parameters<Rest>
  : unknown;

/** The error that says a sentence. No parameter may be a secret, a signature or a body. */
export function refuse<Text extends string>(
  { code, detail, text }: Sentence<Text>,
  ...[params, options]: unknown extends Parameters<Text>
    ? [params?: undefined, options?: ErrorOptions]
    : [params: Parameters<Text>, options?: ErrorOptions]
): WebhookError {
  const given = (params ?? {}) as Readonly<Record<string, string | number>>;
  return new WebhookError(code, filled(text, given), { ...options, detail, params: given });
}

/** A sentence with its parameters filled in. */
export function filled(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(params, name) ? `${params[name]}` : whole));
}

/** A row of the tables beside this. One row is one constant, so that a bundle holds the rows that it uses. */
export const row = <const Text extends string>(
  code: WebhookErrorCode,
  detail: MisuseDetail,
  text: Text,
): Sentence<Text> => ({
  code,
  detail,
  text,
});
