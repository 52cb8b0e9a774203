// Reply: what the sender is told. Never why: the family at most, and the reason goes to the log.

import { isPlain } from "../culprit.ts";
import type { WebhookError } from "../error.ts";

/** An HTTP response, in the words that every framework can say. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a handler may answer with; whatever it leaves out is that of `200 ok`. */
export type Answer = Partial<Reply> | string;

/**
 * The reply that a handler chose.
 *
 * @throws TypeError for what is no answer, as a `Response`
 */
export function replyOf(answer: Answer): Reply {
  const { status = 200, headers = {}, body = "ok" } = typeof answer === "string" ? { body: answer } : answer;
  if (typeof body !== "string" || !isPlain(headers) || !Number.isInteger(status) || status < 200 || status > 599)
    throw new TypeError("reply() takes a string, or { status, headers, body } with a string as its body");
  return { status, headers: { "content-type": "text/plain; charset=utf-8", ...lowerCased(headers) }, body };
}

/** The reply to a delivery that needs no answer of its own: done, done before, or being done. */
export const ACKNOWLEDGED: Reply = replyOf({});

/** The reply to a request that was refused: problem details (RFC 9457) that name the family. */
export function problemOf({ status, family }: Pick<WebhookError, "status" | "family">): Reply {
  return problem({ status, title: TITLES[family], family }, status === 405 ? { allow: "POST" } : {});
}

/** The reply to a delivery whose handler threw: the provider is to try again. */
export const FAILED: Reply = problem({ status: 500, title: "The delivery could not be handled." });

/** The reply to a delivery that is being handled at this moment. */
export function busy(retryAfterSeconds: number): Reply {
  return problem(
    { status: 409, title: "This delivery is being handled." },
    { "retry-after": String(retryAfterSeconds) },
  );
}

const TITLES = {
  misuse: "The receiver is not set up right.",
  malformed: "The delivery is malformed.",
  rejected: "The delivery was rejected.",
  unreadable: "The delivery is unreadable.",
  transport: "The request is not a delivery.",
} as const;

function problem(details: { status: number; title: string; family?: string }, headers = {}): Reply {
  return {
    status: details.status,
    headers: { "content-type": "application/problem+json", ...headers },
    body: JSON.stringify(details),
  };
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
