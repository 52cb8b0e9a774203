// Reply: what the sender is told. Never why: the family at most, and the reason goes to the log.

import { isPlain, own } from "../refusal/culprit.ts";
import type { WebhookError } from "../refusal/error.ts";

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
 * @throws TypeError for what is no answer, as a `Response`, and for what no response can say: some
 *   hosts would throw where nobody catches it
 */
export function replyOf(answer: Answer): Reply {
  const { status = 200, headers = {}, body = hasBody(status) ? "ok" : "" } = fieldsOf(answer);
  if (typeof body !== "string" || !isPlain(headers) || !Number.isInteger(status) || status < 200 || status > 599)
    throw new TypeError(NO_ANSWER);
  if (body !== "" && !hasBody(status)) throw new TypeError(`reply(): a response of status ${status} has no body`);
  return { status, headers: { "content-type": "text/plain; charset=utf-8", ...admitHeaders(headers) }, body };
}

function fieldsOf(answer: Answer): Partial<Reply> {
  if (typeof answer === "string") return own({ body: answer });
  if (isPlain(answer) && Object.keys(answer).every((name) => FIELDS.includes(name))) return own(answer);
  throw new TypeError(NO_ANSWER);
}

const FIELDS = ["status", "headers", "body"];
const NO_ANSWER = "reply() takes a string, or { status, headers, body } with a string as its body";

function hasBody(status: number | undefined): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}

/** With names in lower case. Where the body ends is the host's to say. */
function admitHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  for (const [name, value] of Object.entries(headers)) {
    const isHeader = TOKEN.test(name) && typeof value === "string" && FIELD_VALUE.test(value);
    if (!isHeader || FRAMING.test(name)) throw new TypeError(`reply(): ${JSON.stringify(name)} is no header to set`);
  }
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/;
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
const FRAMING = /^(content-length|transfer-encoding)$/i;

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
    // Of whatever a store says, what the header can: whole seconds.
    { "retry-after": String(Math.max(1, Math.ceil(retryAfterSeconds) || 1)) },
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
