// Sentences: everything that this package says when it is used wrongly, once, with parameters in braces. What the core
// says of a delivery stands in its own table (generated/codes.ts). One row is one constant, so that a bundle holds the
// rows that it uses. tests/sentences.json shows all of them side by side.

import { WebhookError } from "./error.ts";
import type { WebhookErrorCode } from "./generated/codes.ts";

/** What exactly was used wrongly: the closed set of the rows below. */
export type MisuseDetail =
  | "secret-not-set"
  | "secret-guessable"
  | "secrets-none"
  | "disposed"
  | "secrets-too-many"
  | "secret-not-utf8"
  | "secret-type"
  | "secret-unreadable"
  | "scheme-field"
  | "scheme-unknown-field"
  | "scheme-refused"
  | "scheme-not-defined"
  | "scheme-not-named"
  | "provider-unknown"
  | "provider-on-page"
  | "arguments-swapped"
  | "option-value"
  | "option-unknown"
  | "options-not-plain"
  | "request-not-plain"
  | "tolerance-unsigned"
  | "event-age-signed"
  | "event-age-unknown"
  | "unsignable"
  | "not-a-request"
  | "request-without-headers"
  | "request-consumed"
  | "buffer-gone"
  | "payload-not-json"
  | "wasm-unavailable"
  | "wasm-other-version"
  | "body-parsed"
  | "body-undefined"
  | "body-null"
  | "body-promise"
  | "body-request"
  | "body-response"
  | "body-headers"
  | "body-stream"
  | "body-blob"
  | "body-form"
  | "body-shared"
  | "body-detached"
  | "body-node-request"
  | "body-lambda-event"
  | "body-request-object"
  | "body-buffer-json"
  | "body-chunks"
  | "body-empty-object"
  | "body-function"
  | "body-scalar"
  | "headers-kind"
  | "headers-undefined"
  | "headers-null"
  | "headers-string"
  | "headers-promise"
  | "headers-flat"
  | "headers-bytes"
  | "headers-request"
  | "headers-list"
  | "header-value"
  | "route-untyped"
  | "handler-missing"
  | "not-a-webhook"
  | "background-unkept"
  | "not-post"
  | "too-large"
  | "read-before-parsed"
  | "read-before"
  | "read-as-text"
  | "stream-not-bytes"
  | "not-fetch"
  | "not-http-event"
  | "event-parsed"
  | "not-a-redis-client"
  | "not-a-postgres-client"
  | "not-a-namespace";

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

const row = <const Text extends string>(code: WebhookErrorCode, detail: MisuseDetail, text: Text): Sentence<Text> => ({
  code,
  detail,
  text,
});

// Secrets.

export const SECRET_NOT_SET = /* @__PURE__ */ row(
  "SECRET_EMPTY",
  "secret-not-set",
  "{which} of {scheme} is {state}: anyone could sign with it. Is the environment variable set, in this very process?",
);
export const SECRET_GUESSABLE = /* @__PURE__ */ row(
  "SECRET_EMPTY",
  "secret-guessable",
  "{which} of {scheme} is whitespace, or a prefix without a key behind it: anyone could sign with it.",
);
export const SECRETS_NONE = /* @__PURE__ */ row(
  "SECRET_EMPTY",
  "secrets-none",
  "The list of secrets of {scheme} is empty.",
);
export const DISPOSED = /* @__PURE__ */ row(
  "SECRET_EMPTY",
  "disposed",
  "This Webhook of {scheme} was disposed, and its keys are wiped.",
);
export const SECRETS_TOO_MANY = /* @__PURE__ */ row(
  "SECRET_INVALID",
  "secrets-too-many",
  "{count} secrets were passed for {scheme}: at most {limit} are kept.",
);
export const SECRET_NOT_UTF8 = /* @__PURE__ */ row(
  "SECRET_INVALID",
  "secret-not-utf8",
  "{which} of {scheme} holds half of a surrogate pair, so it has no UTF-8 form.",
);
export const SECRET_TYPE = /* @__PURE__ */ row(
  "SECRET_INVALID",
  "secret-type",
  "{which} of {scheme} is {type}: expected a string or a Uint8Array.",
);
export const SECRET_UNREADABLE = /* @__PURE__ */ row(
  "SECRET_INVALID",
  "secret-unreadable",
  "{which} of {scheme} is malformed: expected {expected}, at most {limit} bytes long. The bytes of the key itself may be passed as a Uint8Array.",
);

// Schemes.

export const SCHEME_FIELD = /* @__PURE__ */ row(
  "SCHEME_INVALID",
  "scheme-field",
  "{field}: expected {expected}{got}.{example}",
);
export const SCHEME_UNKNOWN_FIELD = /* @__PURE__ */ row(
  "SCHEME_INVALID",
  "scheme-unknown-field",
  "{field} has {name}.{near} Its fields are {known}.",
);
export const SCHEME_REFUSED = /* @__PURE__ */ row(
  "SCHEME_INVALID",
  "scheme-refused",
  "The scheme is refused: {problem}.",
);
export const SCHEME_NOT_DEFINED = /* @__PURE__ */ row(
  "SCHEME_INVALID",
  "scheme-not-defined",
  "The scheme is a plain object: pass defineScheme({ … }), which checks it.",
);
export const SCHEME_NOT_NAMED = /* @__PURE__ */ row(
  "PROVIDER_UNKNOWN",
  "scheme-not-named",
  'The scheme is {type}: expected what defineScheme returns, a provider of countersign/providers, or, with the Webhook of "countersign", the name of a provider.',
);
export const PROVIDER_UNKNOWN = /* @__PURE__ */ row(
  "PROVIDER_UNKNOWN",
  "provider-unknown",
  "No provider {name} is built in.{near} There are {known}; defineScheme describes any other that signs with HMAC.",
);
export const PROVIDER_ON_PAGE = /* @__PURE__ */ row(
  "PROVIDER_UNKNOWN",
  "provider-on-page",
  "No provider named {name} is built in: {advice}",
);
export const ARGUMENTS_SWAPPED = /* @__PURE__ */ row(
  "PROVIDER_UNKNOWN",
  "arguments-swapped",
  "The arguments are swapped: new Webhook({name}, secret).",
);

// Options.

export const OPTION_VALUE = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "option-value",
  "{option} is {value}: expected {expected}.{hint}",
);
export const OPTION_UNKNOWN = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "option-unknown",
  "{name} is not an option.{near} The options are {known}.",
);
export const OPTIONS_NOT_PLAIN = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "options-not-plain",
  "The options are {value}: expected a plain object of {known}.",
);
export const REQUEST_NOT_PLAIN = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "request-not-plain",
  "The third argument is {value}: expected the facts of this request, as in { method: request.method, url: request.url }.",
);
export const TOLERANCE_UNSIGNED = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "tolerance-unsigned",
  "{scheme} signs no timestamp, so toleranceSeconds would check nothing: {instead}.",
);
export const EVENT_AGE_SIGNED = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "event-age-signed",
  "{scheme} signs a timestamp: maxEventAgeSeconds is for schemes that do not. Use toleranceSeconds.",
);
export const EVENT_AGE_UNKNOWN = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "event-age-unknown",
  "No time is known to stand in the bodies of {scheme}, so maxEventAgeSeconds would check nothing: leave it out, and remember each delivery's idempotencyKey.",
);
export const UNSIGNABLE = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "unsignable",
  "This id, or this time, cannot be written in a header of {scheme}: an id is 1 to 4096 characters of visible ASCII, without a comma.",
);

// Requests.

export const NOT_A_REQUEST = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "not-a-request",
  "verifyRequest takes a fetch Request, which has arrayBuffer(). With a request of Node, Express, Fastify or Lambda, pass its raw body and its headers to webhook.verify.{recipes}",
);
export const REQUEST_WITHOUT_HEADERS = /* @__PURE__ */ row(
  "HEADERS_INVALID",
  "request-without-headers",
  "The request has no headers: pass the fetch Request itself, as c.req.raw of Hono.",
);
export const REQUEST_CONSUMED = /* @__PURE__ */ row(
  "BODY_CONSUMED",
  "request-consumed",
  "The body of this request was already read: verify before request.json(), text() or formData(), or read await request.arrayBuffer() once and pass it to webhook.verify.",
);
export const BUFFER_GONE = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "buffer-gone",
  "The buffer of this body was transferred or resized after the proof: read {property} before, or pass a copy of the body.",
);
export const PAYLOAD_NOT_JSON = /* @__PURE__ */ row(
  "PAYLOAD_NOT_JSON",
  "payload-not-json",
  "The delivery is genuine, and its body is not JSON in UTF-8.",
);

// The platform.

export const WASM_UNAVAILABLE = /* @__PURE__ */ row(
  "WASM_UNAVAILABLE",
  "wasm-unavailable",
  "The WebAssembly module of {module} could not be loaded, so nothing was verified. In a browser, a Content-Security-Policy needs script-src 'wasm-unsafe-eval'; on Workers and edge runtimes, the bundler must know the condition workerd or edge-light; the engine needs WebAssembly with SIMD.",
);
export const WASM_OTHER_VERSION = /* @__PURE__ */ row(
  "WASM_UNAVAILABLE",
  "wasm-other-version",
  "The WebAssembly module is of another version than this script (ABI {got} instead of {expected}): both come from one package, so a bundler or a cache has mixed two.",
);

// Bodies and headers.

export const BODY_PARSED = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "body-parsed",
  "The body was already parsed: the bytes that were signed are gone, and JSON.stringify makes other bytes. Pass the raw body.{recipes}",
);
export const BODY_UNDEFINED = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "body-undefined",
  'The body is undefined: nothing has read it, or a body parser did not take its Content-Type. An empty body is "".{recipes}',
);
export const BODY_NULL = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "body-null",
  'The body is null. If the request really had no body, pass ""; if it had one, nothing has read it.{recipes}',
);
export const BODY_PROMISE = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "body-promise",
  "The body is a promise: await it first, as in webhook.verify(await request.arrayBuffer(), request.headers).",
);
export const BODY_REQUEST = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "body-request",
  "The body is a Request: await webhook.verifyRequest(request), or pass await request.arrayBuffer().",
);
export const BODY_RESPONSE = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "body-response",
  "The body is a Response: pass await response.arrayBuffer().",
);
export const BODY_HEADERS = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "body-headers",
  "The arguments are swapped: webhook.verify(body, headers).",
);
export const BODY_STREAM = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "body-stream",
  "The body is an unread stream: pass await new Response(stream).arrayBuffer().",
);
export const BODY_BLOB = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "body-blob",
  "The body is a Blob: pass await blob.arrayBuffer().",
);
export const BODY_FORM = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "body-form",
  "The body was parsed as a form: the bytes that were signed are gone. Pass await request.arrayBuffer() instead of await request.formData().",
);
export const BODY_SHARED = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "body-shared",
  "The body is a SharedArrayBuffer, which may change while it is read: pass new Uint8Array(body).slice().",
);
export const BODY_DETACHED = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "body-detached",
  "The body's buffer is detached: it was transferred to someone else (postMessage, structuredClone, transfer). Verify before the transfer, or pass a copy.",
);
export const BODY_NODE_REQUEST = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "body-node-request",
  "The body is an unread Node request or stream: read it first, as in Buffer.concat(await request.toArray()), or let a parser do so.{recipes}",
);
export const BODY_LAMBDA_EVENT = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "body-lambda-event",
  'The body is a whole Lambda event: pass Buffer.from(event.body, event.isBase64Encoded ? "base64" : "utf8") and event.headers.',
);
export const BODY_REQUEST_OBJECT = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "body-request-object",
  "The body is a request object: pass await request.arrayBuffer().",
);
export const BODY_BUFFER_JSON = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "body-buffer-json",
  "The body is a Buffer that went through JSON: pass Buffer.from(body.data).",
);
export const BODY_CHUNKS = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "body-chunks",
  "The body is a list of chunks: pass Buffer.concat(chunks).",
);
export const BODY_EMPTY_OBJECT = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "body-empty-object",
  "The body is an empty object: express.raw() leaves {} when its `type` does not match the Content-Type, and express.json() makes {} of an empty body. Take every type.{recipes}",
);
export const BODY_FUNCTION = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "body-function",
  "The body is a function: call it, and await what it returns, as in await request.arrayBuffer().",
);
export const BODY_SCALAR = /* @__PURE__ */ row(
  "BODY_NOT_RAW",
  "body-scalar",
  "The body is a number, a boolean or the like, so a parser already made it from the bytes that were signed. Pass the raw body.{recipes}",
);
export const HEADERS_KIND = /* @__PURE__ */ row(
  "HEADERS_INVALID",
  "headers-kind",
  "The headers are not a collection of header names and values.{pass}",
);
export const HEADERS_UNDEFINED = /* @__PURE__ */ row(
  "HEADERS_INVALID",
  "headers-undefined",
  "The headers are undefined: the second argument is missing.{pass}",
);
export const HEADERS_NULL = /* @__PURE__ */ row("HEADERS_INVALID", "headers-null", "The headers are null.{pass}");
export const HEADERS_STRING = /* @__PURE__ */ row(
  "HEADERS_INVALID",
  "headers-string",
  "The headers are a string: one value is not enough.{pass}",
);
export const HEADERS_PROMISE = /* @__PURE__ */ row(
  "HEADERS_INVALID",
  "headers-promise",
  "The headers are a promise: await it first, as in await headers() of Next.js.{pass}",
);
export const HEADERS_FLAT = /* @__PURE__ */ row(
  "HEADERS_INVALID",
  "headers-flat",
  "The headers are a flat list, as Node's request.rawHeaders: names and values cannot be told apart safely.{pass}",
);
export const HEADERS_BYTES = /* @__PURE__ */ row(
  "HEADERS_INVALID",
  "headers-bytes",
  "The headers are bytes: the arguments are swapped.{pass}",
);
export const HEADERS_REQUEST = /* @__PURE__ */ row(
  "HEADERS_INVALID",
  "headers-request",
  "The headers are a whole request: pass its headers property.{pass}",
);
export const HEADERS_LIST = /* @__PURE__ */ row(
  "HEADERS_INVALID",
  "headers-list",
  "The headers are a list whose elements are not [name, value] pairs.{pass}",
);
export const HEADER_VALUE = /* @__PURE__ */ row(
  "HEADERS_INVALID",
  "header-value",
  "The value of {header} is neither a string nor a list of strings: it is {type}.",
);

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

// Stores.

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
