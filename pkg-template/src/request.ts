// Request: the body of a fetch request can be read once, so whether somebody did is asked before.

import { RECIPES } from "./culprit.ts";
import { WebhookError } from "./error.ts";
import type { HeadersInput } from "./headers.ts";

/** The part of fetch's `Request` that is used; those of any realm and any library fit. */
export interface RequestInput {
  readonly headers: HeadersInput;
  readonly bodyUsed?: boolean | undefined;
  readonly body?: unknown;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * Admits a request whose body is still to be read.
 *
 * @throws {@link WebhookError} `BODY_NOT_RAW` or `HEADERS_INVALID` for what is no fetch request,
 *   `BODY_CONSUMED` when its body was read before
 */
export function admitRequest(request: Partial<RequestInput> | null | undefined): void {
  if (typeof request?.arrayBuffer !== "function") throw new WebhookError("BODY_NOT_RAW", NOT_A_REQUEST);
  if (typeof request.headers !== "object") {
    throw new WebhookError(
      "HEADERS_INVALID",
      "The request has no headers: pass the fetch Request itself, as c.req.raw of Hono.",
    );
  }
  if (isConsumed(request)) {
    throw new WebhookError(
      "BODY_CONSUMED",
      "The body of this request was already read: verify before request.json(), text() or formData(), or read " +
        "await request.arrayBuffer() once and pass it to webhook.verify.",
    );
  }
}

/** Whether somebody has read the body, or is reading it. */
export function isConsumed({ bodyUsed, body }: Partial<RequestInput>): boolean {
  const stream = body as { readonly locked?: unknown } | null | undefined;
  return bodyUsed === true || stream?.locked === true;
}

const NOT_A_REQUEST =
  "verifyRequest takes a fetch Request, which has arrayBuffer(). With a request of Node, Express, Fastify or " +
  `Lambda, pass its raw body and its headers to webhook.verify.${RECIPES}`;
