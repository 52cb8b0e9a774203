// Delivery: what is said of a request, a body or headers that cannot be verified.

import { row } from "../refuse.ts";

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
  "The value of {which} is neither a string nor a list of strings: it is {type}.",
);
