// Error: the one class that everything thrown here is, and the closed table of its codes.

import { codes, type CodeRow, type WebhookErrorCode, type WebhookErrorFamily } from "./generated/codes.ts";

/**
 * Why a delivery, or a call, was refused.
 *
 * Nothing else is thrown on purpose. The message is for the log: it names the place and the fix,
 * and never contains a secret, a signature that would have fitted, or a body. Tell the sender the
 * family at most.
 *
 * `instanceof` holds for the errors of every copy of the package: ES module, CommonJS, and the
 * adapters, which are bundles of their own.
 *
 * @example
 * try {
 *   webhook.verify(body, headers);
 * } catch (error) {
 *   if (error instanceof WebhookError) console.warn(error.code, error.message);
 *   throw error;
 * }
 */
export class WebhookError extends Error {
  /** What happened, to compare with: `"SIGNATURE_MISMATCH"`. */
  readonly code: WebhookErrorCode;
  /** Who has to act. */
  readonly family: WebhookErrorFamily;
  /** The HTTP status to answer with: 400, 401, 405, 413 or 500. */
  readonly status: number;

  /**
   * @param code - a code of the table
   * @param message - what happened in this very case; by default the sentence of the table
   * @param options - `cause`: the error underneath
   */
  constructor(code: WebhookErrorCode, message?: string, options?: { readonly cause?: unknown }) {
    const row = rowOf(code);
    super(message ?? row.sentence, options);
    this.code = code;
    this.family = row.family;
    this.status = row.status;
  }

  static override [Symbol.hasInstance](value: unknown): value is WebhookError {
    // biome-ignore lint/complexity/noThisInStatic: `this` may be a subclass, which has its own instances only
    if (!Object.hasOwn(this, Symbol.hasInstance)) return Function.prototype[Symbol.hasInstance].call(this, value);
    const error = value as Partial<WebhookError> | null | undefined;
    return typeof error === "object" && error?.name === "WebhookError" && error.code !== undefined;
  }

  // An accessor of the prototype: an own property would be printed after every stack trace.
  /** Always `"WebhookError"`, also in a minified bundle. */
  override get name(): "WebhookError" {
    return "WebhookError";
  }
}

/** The row that the core means with a negative answer. */
export function rowOfAnswer(answer: number): CodeRow {
  const row = codes[-answer - 1];
  if (row === undefined) throw new RangeError(`the core answered ${answer}, which is no code`);
  return row;
}

function rowOf(code: WebhookErrorCode): CodeRow {
  const row = codes.find((candidate) => candidate.code === code);
  if (row === undefined) throw new RangeError(`${String(code)} is no code of countersign`);
  return row;
}

/** The error that the core means with a negative answer. */
export function errorOfAnswer(answer: number, message?: string): WebhookError {
  return new WebhookError(rowOfAnswer(answer).code, message);
}
