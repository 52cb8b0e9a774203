// Reply: what the sender is told. Never why: the family at most, and the reason goes to the log.

import { shown } from "../admit/options.ts";
import { isPlain, own, tagOf } from "../refusal/culprit.ts";
import type { WebhookError } from "../refusal/error.ts";
import { lookAway } from "./settle.ts";
import {
  refuse,
  REPLY_BODILESS,
  REPLY_BODY,
  REPLY_FIELD,
  REPLY_HEADER_BYTES,
  REPLY_HEADER_CONNECTION,
  REPLY_HEADER_NAME,
  REPLY_HEADER_VALUE,
  REPLY_HEADERS,
  REPLY_KIND,
  REPLY_RESPONSE,
  REPLY_STATUS,
} from "../refusal/sentences.ts";

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
 * @throws {@link WebhookError} `OPTION_INVALID` for what is no answer, as a `Response`, and for what no response can
 *   say: some hosts would throw where nobody catches it
 */
export function replyOf(answer: Answer): Reply {
  try {
    return admitReply(answer);
  } catch (error) {
    lookAway(answer);
    throw error;
  }
}

function admitReply(answer: Answer): Reply {
  const { status = 200, headers = {}, body = hasBody(status) ? "ok" : "" } = fieldsOf(answer);
  if (!Number.isInteger(status) || status < 200 || status > 599) throw refuse(REPLY_STATUS, { value: shown(status) });
  if (typeof body !== "string") throw refuse(REPLY_BODY, { value: shown(body) });
  if (body !== "" && !hasBody(status)) throw refuse(REPLY_BODILESS, { status });
  return { status, headers: { "content-type": "text/plain; charset=utf-8", ...admitHeaders(headers) }, body };
}

function fieldsOf(answer: Answer): Partial<Reply> {
  if (typeof answer === "string") return own({ body: answer });
  if (!isPlain(answer))
    throw tagOf(answer) === "Response" ? refuse(REPLY_RESPONSE) : refuse(REPLY_KIND, { value: shown(answer) });
  const unknown = Object.keys(answer).find((name) => !FIELDS.includes(name));
  if (unknown !== undefined) throw refuse(REPLY_FIELD, { name: JSON.stringify(unknown) });
  return own(answer);
}

const FIELDS = ["status", "headers", "body"];

function hasBody(status: number | undefined): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}

/** With names in lower case, each read once. */
function admitHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  if (!isPlain(headers)) throw refuse(REPLY_HEADERS, { value: shown(headers) });
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => admitHeader(name, value)));
}

function admitHeader(name: string, value: unknown): [name: string, value: string] {
  if (!TOKEN.test(name)) throw refuse(REPLY_HEADER_NAME, { name: JSON.stringify(name) });
  if (OF_THE_CONNECTION.test(name)) throw refuse(REPLY_HEADER_CONNECTION, { name });
  if (typeof value !== "string") throw refuse(REPLY_HEADER_VALUE, { name, value: shown(value) });
  if (!FIELD_VALUE.test(value)) throw refuse(REPLY_HEADER_BYTES, { name });
  return [name.toLowerCase(), value.replace(/^[\t ]+|[\t ]+$/g, "")];
}

const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/;
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
// What ends a body, and what HTTP/2 forbids (RFC 9113, section 8.2.2): Node throws when one is
// written there.
const OF_THE_CONNECTION =
  /^(connection|content-length|http2-settings|keep-alive|proxy-connection|te|trailer|transfer-encoding|upgrade)$/i;

/** The reply to a delivery that needs no answer of its own: done, done before, or being done. */
export const ACKNOWLEDGED: Reply = replyOf({});

/** The reply to a request that was refused: problem details (RFC 9457) that name the family. */
export function problemOf({ status, family }: Pick<WebhookError, "status" | "family">): Reply {
  return problem({ status, title: TITLES[family], family }, status === 405 ? { allow: "POST" } : {});
}

/** The reply to a delivery whose handler threw: the provider is to try again. */
export const FAILED: Reply = problem({ status: 500, title: "The delivery could not be handled." });

/** The reply to a delivery that is being handled at this moment. */
export function busy(retryAfterSeconds: unknown): Reply {
  return problem(
    { status: 409, title: "This delivery is being handled." },
    { "retry-after": String(wholeSeconds(retryAfterSeconds)) },
  );
}

/** Of whatever a store says, what the header can: whole seconds, and of a time that makes no sense the shortest. */
function wholeSeconds(given: unknown): number {
  lookAway(given);
  const seconds = typeof given === "number" ? Math.ceil(given) : 1;
  return Number.isSafeInteger(seconds) && seconds >= 1 ? seconds : 1;
}

const TITLES = {
  misuse: "The receiver is not set up right.",
  malformed: "The delivery is malformed.",
  rejected: "The delivery was rejected.",
  unreadable: "The delivery is unreadable.",
  transport: "The request is not a delivery.",
} as const;

/** The reply to a delivery whose handler could not read it. */
export const UNREADABLE: Reply = problemOf({ status: 400, family: "unreadable" });

function problem(details: { status: number; title: string; family?: string }, headers = {}): Reply {
  return {
    status: details.status,
    headers: { "content-type": "application/problem+json", ...headers },
    body: JSON.stringify(details),
  };
}
