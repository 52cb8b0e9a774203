// Culprit: what arrived instead of the raw body or the headers, and what to write instead. Nine of ten reports about
// webhook signatures are one of these, and a bare "invalid body" would leave each of them a riddle.

import type { WebhookError } from "./error.ts";
import { RECIPES } from "../generated/recipes.ts";
import {
  BODY_BLOB,
  BODY_BUFFER_JSON,
  BODY_CHUNKS,
  BODY_DETACHED,
  BODY_EMPTY_OBJECT,
  BODY_FORM,
  BODY_FUNCTION,
  BODY_HEADERS,
  BODY_LAMBDA_EVENT,
  BODY_NODE_REQUEST,
  BODY_NULL,
  BODY_PARSED,
  BODY_PROMISE,
  BODY_REQUEST,
  BODY_REQUEST_OBJECT,
  BODY_RESPONSE,
  BODY_SCALAR,
  BODY_SHARED,
  BODY_STREAM,
  BODY_UNDEFINED,
  HEADERS_BYTES,
  HEADERS_FLAT,
  HEADERS_KIND,
  HEADERS_LIST,
  HEADERS_NULL,
  HEADERS_PROMISE,
  HEADERS_REQUEST,
  HEADERS_STRING,
  HEADERS_UNDEFINED,
  refuse,
  type Sentence,
} from "./sentences.ts";

type Culprit = readonly [
  recognise: (value: unknown, tag: string) => boolean,
  sentence: Sentence<`${string}{recipes}`> | Sentence<`${string}{pass}`> | Sentence<string>,
];

/** The error for a body that is not raw: what it is, why it cannot be verified, and what to write instead. */
export function culpritOfBody(body: unknown): WebhookError {
  return errorFor(body, bodies, BODY_PARSED);
}

/** The error for headers that are none: what they are, and what to pass instead. */
export function culpritOfHeaders(headers: unknown): WebhookError {
  return errorFor(headers, collections, HEADERS_KIND);
}

function errorFor(value: unknown, culprits: readonly Culprit[], otherwise: Culprit[1]): WebhookError {
  const { code, detail, text } = sentenceFor(value, culprits, otherwise);
  return refuse({ code, detail, text: text as "{recipes}{pass}" }, { recipes: RECIPES, pass: PASS });
}

function sentenceFor(value: unknown, culprits: readonly Culprit[], otherwise: Culprit[1]): Culprit[1] {
  try {
    const tag = tagOf(value);
    return culprits.find(([recognise]) => recognise(value, tag))?.[1] ?? otherwise;
  } catch {
    return otherwise; // a getter of the value threw; that it is not a body is certain all the same
  }
}

const bodies: readonly Culprit[] = [
  [(body) => body === undefined, BODY_UNDEFINED],
  [(body) => body === null, BODY_NULL],
  [(_, tag) => tag === "Promise", BODY_PROMISE],
  [(_, tag) => tag === "Request", BODY_REQUEST],
  [(_, tag) => tag === "Response", BODY_RESPONSE],
  [(_, tag) => tag === "Headers" || tag === "Map", BODY_HEADERS],
  [(_, tag) => tag === "ReadableStream", BODY_STREAM],
  [(_, tag) => tag === "Blob" || tag === "File", BODY_BLOB],
  [(_, tag) => tag === "URLSearchParams" || tag === "FormData", BODY_FORM],
  [(_, tag) => tag === "SharedArrayBuffer", BODY_SHARED],
  [(body, tag) => ArrayBuffer.isView(body) || tag === "ArrayBuffer", BODY_DETACHED],
  [(body) => hasMethod(body, "pipe"), BODY_NODE_REQUEST],
  [(body) => has(body, "isBase64Encoded") && has(body, "body"), BODY_LAMBDA_EVENT],
  [(body) => hasMethod(body, "arrayBuffer"), BODY_REQUEST_OBJECT],
  [(body) => has(body, "type") && has(body, "data") && body.type === "Buffer", BODY_BUFFER_JSON],
  [(body) => Array.isArray(body) && body.length > 0 && body.every((part) => ArrayBuffer.isView(part)), BODY_CHUNKS],
  [(body, tag) => tag === "Object" && Object.keys(body as object).length === 0, BODY_EMPTY_OBJECT],
  [(body) => typeof body === "function", BODY_FUNCTION],
  [(body) => typeof body !== "object", BODY_SCALAR],
];

const PASS =
  " Pass all headers of the request: req.headers (Node, Express, Fastify, Next.js), request.headers (fetch, " +
  "Workers, Deno, Bun), event.headers (Lambda), a Map, a list of [name, value] pairs, or a plain object.";

const collections: readonly Culprit[] = [
  [(headers) => headers === undefined, HEADERS_UNDEFINED],
  [(headers) => headers === null, HEADERS_NULL],
  [(headers) => typeof headers === "string", HEADERS_STRING],
  [(_, tag) => tag === "Promise", HEADERS_PROMISE],
  [(headers) => Array.isArray(headers) && typeof headers[0] === "string", HEADERS_FLAT],
  [(headers) => ArrayBuffer.isView(headers), HEADERS_BYTES],
  [(headers) => has(headers, "headers") && typeof headers.headers === "object", HEADERS_REQUEST],
  [(headers) => Array.isArray(headers), HEADERS_LIST],
];

/** `"Promise"` for a promise of any realm, `"Object"` for a plain object. */
export function tagOf(value: unknown): string {
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag !== "Object") return tag;
  // Workers of old compatibility dates tag none of their classes; a class has its name all the same.
  const name: unknown = (value as { constructor?: { name?: unknown } }).constructor?.name;
  return typeof name === "string" ? name : tag;
}

/** A value that an object itself has: what a polluted prototype adds is not there. */
export function ownValue<Fields extends object, Name extends keyof Fields>(
  fields: Fields,
  name: Name,
): Fields[Name] | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** A copy of an object without a prototype, so that reading it finds nothing that a polluted one adds. */
export function own<Fields extends object>(fields: Fields): Fields {
  return Object.assign(Object.create(null), fields);
}

/** Like {@link own}, for the plain objects inside it as well. */
export function ownDeep<Fields extends object>(fields: Fields): Fields {
  const copy: object = own(fields);
  for (const [name, part] of Object.entries(copy)) if (isPlain(part)) Reflect.set(copy, name, ownDeep(part));
  return copy as Fields;
}

/** Whether it is what `{ … }` makes, in any realm: a Map or a Date would seem to have no facts at all. */
export function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function has<Name extends string>(value: unknown, property: Name): value is Record<Name, unknown> {
  return typeof value === "object" && value !== null && property in value;
}

function hasMethod(value: unknown, name: string): boolean {
  return has(value, name) && typeof value[name] === "function";
}
