// Receiver: what is said by adapters and stores.

import { row } from "../refuse.ts";

// Receivers.

export const ROUTE_UNTYPED = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "route-untyped",
  '{scheme} signs no event type, so {type} never arrives: take every delivery with "*", and look into its payload, which is signed.',
);
export const HANDLER_MISSING = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "handler-missing",
  'There is no handler: expected a function, or { on: { "message.created": function, "*": function } }.',
);
export const NOT_A_WEBHOOK = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "not-a-webhook",
  'The first argument is not a Webhook, and makes none: receive(new Webhook("agentbot", process.env.AGENTBOT_SECRET), handler).',
);
export const BACKGROUND_UNKEPT = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "background-unkept",
  'background needs waitUntil in Next.js: import { after } from "next/server", and pass waitUntil: after.',
);
export const NOT_POST = /* @__PURE__ */ row("METHOD_NOT_ALLOWED", "not-post", "The method of the request is not POST.");
export const TOO_LARGE = /* @__PURE__ */ row(
  "BODY_TOO_LARGE",
  "too-large",
  "The body is larger than maxBodyBytes, {limit}.",
);
export const READ_TOO_SLOW = /* @__PURE__ */ row(
  "READ_TIMEOUT",
  "read-timeout",
  "The body did not arrive within readTimeoutSeconds, {limit}.",
);
export const READ_BEFORE_PARSED = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "read-before-parsed",
  "Something read the body before, and left what it had parsed. {fix}",
);
export const READ_BEFORE = /* @__PURE__ */ row("BODY_CONSUMED", "read-before", "Something read the body before. {fix}");
export const READ_AS_TEXT = /* @__PURE__ */ row("BODY_NOT_RAW", "read-as-text", "request.setEncoding() ran. {fix}");
export const STREAM_NOT_BYTES = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "stream-not-bytes",
  "The stream of this request's body holds something else than bytes: pass the request of the host.",
);
export const NOT_FETCH = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "not-fetch",
  "This is not a fetch Request, so nobody would send the Response: import receive from the adapter of this framework, as countersign/express, or from countersign/node.",
);
export const NOT_HTTP_EVENT = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "not-http-event",
  "The event is not an HTTP request: it has neither httpMethod nor requestContext.http.",
);
export const EVENT_PARSED = /* @__PURE__ */ row("BODY_NOT_RAW", "event-parsed", "event.body was parsed before. {fix}");

// Replies of handlers.

export const REPLY_KIND = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "reply-kind",
  "reply() got {value}: write a string, or { status, headers, body }.",
);
export const REPLY_RESPONSE = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "reply-response",
  "reply() got a Response: write reply({ status: response.status, body: await response.text() }).",
);
export const REPLY_FIELD = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "reply-field",
  "reply() got {name}, which it does not know: write status, headers or body.",
);
export const REPLY_STATUS = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "reply-status",
  "reply(): status is {value}: write an integer from 200 to 599.",
);
export const REPLY_BODY = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "reply-body",
  "reply(): body is {value}: write a string, such as JSON.stringify(value).",
);
export const REPLY_BODILESS = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "reply-bodiless",
  "reply(): a response of status {status} has no body: leave body out.",
);
export const REPLY_HEADERS = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "reply-headers",
  "reply(): headers is {value}: write a plain object, such as Object.fromEntries(headers).",
);
export const REPLY_HEADER_NAME = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "reply-header-name",
  "reply(): {name} is not the name of a header: write letters, digits and hyphens.",
);
export const REPLY_HEADER_VALUE = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "reply-header-value",
  "reply(): the header {name} is {value}: write a string, or leave it out.",
);
export const REPLY_HEADER_BYTES = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "reply-header-bytes",
  "reply(): the header {name} has a character that no header can carry: write one line of Latin-1, or encodeURIComponent(value).",
);
export const REPLY_HEADER_CONNECTION = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "reply-header-connection",
  "reply(): the header {name} belongs to the connection, and the server sets it: leave it out.",
);

// Stores.

export const STORE_ANSWER = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "store-answer",
  'idempotency.claim() answered {value}: return { state: "claimed", complete, release }, { state: "in-progress", retryAfterSeconds } or { state: "done" }.',
);

export const NOT_A_REDIS_CLIENT = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "not-a-redis-client",
  "The first argument is not a client: redis(new Redis(url)) with ioredis, redis(await createClient({ url }).connect()) with node-redis 4 or later.",
);
export const NOT_A_POSTGRES_CLIENT = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "not-a-postgres-client",
  "The first argument is not a client: postgres(new Pool()) with pg, or any { query(text, values) }.",
);
export const NOT_A_NAMESPACE = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "not-a-namespace",
  'The first argument is not a Durable Object namespace: durableObject(env.DELIVERIES), after "durable_objects" and "migrations" in wrangler.jsonc have named DeliveryObject.',
);
