// Request: the body of a fetch request can be read once, so whether somebody did is asked before.

import { isPlain, ownValue, tagOf } from "../refusal/culprit.ts";
import { RECIPES } from "../generated/recipes.ts";
import type { HeadersInput } from "./headers.ts";
import { admitDate, admitNames, admitText, shown } from "./options.ts";
import {
  NOT_A_REQUEST,
  refuse,
  REQUEST_CONSUMED,
  REQUEST_NOT_PLAIN,
  REQUEST_WITHOUT_HEADERS,
} from "../refusal/sentences.ts";

/** Facts of one request, beside its headers and its body. */
export interface RequestFacts {
  /** The method, as `POST`. Only a scheme that signs it reads it. */
  readonly method?: string | undefined;
  /** Path and query as the client sent them, or the whole URL. Only a scheme that signs it reads it. */
  readonly url?: string | undefined;
  /**
   * When the delivery arrived, as a `Date` or in milliseconds since the epoch, where that is not now: a delivery that
   * waited in a queue is judged by when it arrived.
   */
  readonly receivedAt?: Date | number | undefined;
}

/** The part of fetch's `Request` that is used; those of any realm and any library do. */
export interface RequestInput {
  readonly headers: HeadersInput;
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly bodyUsed?: boolean | undefined;
  readonly body?: unknown;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * Admits a request whose body is still to be read.
 *
 * @throws {@link WebhookError} `BODY_NOT_RAW` or `HEADERS_INVALID` for what is not a fetch request,
 *   `BODY_CONSUMED` when its body was read before
 */
export function admitRequest(request: Partial<RequestInput> | null | undefined): void {
  if (typeof request?.arrayBuffer !== "function") throw refuse(NOT_A_REQUEST, { recipes: RECIPES });
  if (typeof request.headers !== "object") throw refuse(REQUEST_WITHOUT_HEADERS);
  if (isConsumed(request)) throw refuse(REQUEST_CONSUMED);
}

/**
 * Admits the facts of a request.
 *
 * @throws {@link WebhookError} `OPTION_INVALID` for what is not a plain object of known facts, as a whole request
 */
export function admitFacts(facts: RequestFacts | undefined): RequestFacts {
  if (facts === undefined) return NO_FACTS;
  if (!isPlain(facts)) throw refuse(REQUEST_NOT_PLAIN, { value: whole(facts) });
  admitNames(facts, FACTS);
  // Read one by one: it happens with every delivery, where a copy of the object costs a microsecond.
  return {
    method: admitText(ownValue(facts, "method"), "method"),
    url: admitText(ownValue(facts, "url"), "url"),
    receivedAt: ownValue(facts, "receivedAt"),
  };
}

/** When the delivery arrived, in milliseconds since the epoch; `undefined` for now. */
export function receivedAtOf({ receivedAt }: RequestFacts): number | undefined {
  return receivedAt === undefined ? undefined : admitDate(receivedAt, "receivedAt");
}

const FACTS = ["method", "url", "receivedAt"];
const NO_FACTS: RequestFacts = { method: undefined, url: undefined, receivedAt: undefined };

// A request is what people pass first.
function whole(facts: unknown): string {
  const tag = tagOf(facts);
  return tag === "Request" || tag === "IncomingMessage" ? `a whole ${tag}` : shown(facts);
}

/** Whether somebody has read the body, or is reading it. */
export function isConsumed({ bodyUsed, body }: Partial<RequestInput>): boolean {
  const stream = body as { readonly locked?: unknown } | null | undefined;
  return bodyUsed === true || stream?.locked === true;
}
