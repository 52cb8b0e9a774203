// Error: the one class that everything thrown here is, and the closed table of its codes.

import {
  type CodeRow,
  type CoreDetail,
  codes,
  type WebhookErrorCode,
  type WebhookErrorFamily,
} from "../generated/codes.ts";
import type { MisuseDetail } from "./detail.ts";

/** What exactly happened: a closed set, as the codes are. Every code has one or several. */
export type WebhookErrorDetail = CoreDetail | MisuseDetail;

/** What may stand beside a code and a message. */
export interface WebhookErrorOptions {
  /** The error underneath. */
  readonly cause?: unknown;
  /** What exactly happened. */
  readonly detail?: WebhookErrorDetail | undefined;
  /** What the message names. */
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

/**
 * Why a delivery, or a call, was refused.
 *
 * Nothing else is thrown on purpose. The message is for the log: it names the place, what was expected and what
 * arrived, and never contains a secret, a signature that would have matched, or a body. Tell the sender the family at
 * most.
 *
 * `instanceof` holds for the errors of every copy of the package: ES module, CommonJS, and the adapters, which are
 * bundles of their own.
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
  /** The HTTP status to answer with: 400, 401, 405, 408, 413, 500 or 503. */
  readonly status: number;
  /** What exactly happened, of a closed set: `"undecodable"`; `undefined` where the code says it all. */
  readonly detail: WebhookErrorDetail | undefined;
  /** What the message names: a header, an age, a limit. Never a secret, a signature or a body. */
  declare readonly params: Readonly<Record<string, string | number>>;

  /**
   * @param code - a code of the table
   * @param message - what happened in this very case; by default the sentence of the table
   * @param options - `cause`, the error underneath, and `detail` and `params` of the message
   */
  constructor(code: WebhookErrorCode, message?: string, options: WebhookErrorOptions = {}) {
    const row = rowOf(code);
    super(message ?? row.sentence, "cause" in options ? { cause: options.cause } : {});
    this.code = code;
    this.family = row.family;
    this.status = row.status;
    this.detail = options.detail;
    // Not enumerable: the message has them already, and a stack trace would print them a second time.
    Object.defineProperty(this, "params", { value: Object.freeze({ ...options.params }) });
  }

  static override [Symbol.hasInstance](value: unknown): value is WebhookError {
    // biome-ignore lint/complexity/noThisInStatic: `this` may be a subclass, which has its own instances only
    if (!Object.hasOwn(this, Symbol.hasInstance)) return Function.prototype[Symbol.hasInstance].call(this, value);
    const error = value as Partial<WebhookError> | null | undefined;
    try {
      // Applications have classes of this name, too, whose status would be sent as if it were ours.
      const isOurs = codes.some(({ family, status }) => family === error?.family && status === error.status);
      return typeof error === "object" && error?.name === "WebhookError" && error.code !== undefined && isOurs;
    } catch {
      return false; // a getter of whatever was thrown throws itself, or a Proxy was revoked
    }
  }

  // An accessor of the prototype: an own property would be printed after every stack trace.
  /** Always `"WebhookError"`, also in a minified bundle. */
  override get name(): "WebhookError" {
    return "WebhookError";
  }

  /** The name of the page that says more, and the place on it: `"codes#signature_mismatch"`. */
  get docs(): string {
    return docsOf(this.code);
  }
}

/** What a code means. */
export function rowOf(code: WebhookErrorCode): CodeRow {
  const row = codes.find((candidate) => candidate.code === code);
  if (row === undefined) throw new RangeError(`${String(code)} is not a code of countersign`);
  return row;
}

/** The name of the page that says more about a code, and the place on it. */
export function docsOf(code: WebhookErrorCode): string {
  return `codes#${code.toLowerCase()}`;
}
