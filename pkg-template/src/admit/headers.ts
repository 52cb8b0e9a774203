// Headers: from every kind of collection to the few values that a scheme reads. Everything that
// arrived under one name is joined with ", " (RFC 9110, section 5.3), exactly as fetch joins it, so
// that the core sees the same text in every runtime and can refuse what came twice.

import { culpritOfHeaders, isPlain } from "../refusal/culprit.ts";
import type { WebhookError } from "../refusal/error.ts";
import { HEADER_VALUE, refuse } from "../refusal/sentences.ts";

/** What may stand under a header's name: an array when the header came more than once; `null` and `undefined` are absent. */
export type HeaderValue = string | readonly (string | null | undefined)[] | null | undefined;

/** The part of fetch's `Headers` that is used; those of any realm and any library fit. */
export interface FetchHeaders {
  get(name: string): string | null;
  forEach(visit: (value: string, name: string) => void): void;
}

/**
 * The headers of the request, all of them: fetch's `Headers`, Node's `IncomingHttpHeaders`, a
 * `Map`, any iterable of pairs, or a plain object in any letter case.
 */
export type HeadersInput =
  | FetchHeaders
  | Iterable<readonly [name: string, value: HeaderValue]>
  | { readonly [name: string]: HeaderValue };

/** Headers that can be read more than once, in whatever form they came. */
export type HeaderSource = FetchHeaders | HeaderPairs | HeaderRecord;
type HeaderPairs = readonly (readonly [name: string, value: unknown])[];
type HeaderRecord = { readonly [name: string]: unknown };

/** The values of some headers, in their order; `undefined` for one that did not come. */
export type HeaderValues = (string | undefined)[];

/**
 * Admits a collection of headers.
 *
 * @throws {@link WebhookError} `HEADERS_INVALID` for anything else, naming what came and what to
 *   pass
 */
export function admitHeaders(headers: unknown): HeaderSource {
  // Asked first: a Node request has a forEach too, which would read its body.
  if (typeof headers !== "object" || headers === null || isRequest(headers)) throw culpritOfHeaders(headers);
  if (isFetchHeaders(headers)) return headers;
  // Some iterables allow one walk only, and a Map tells letter cases apart: both become pairs.
  if (isIterable(headers)) return Array.from(headers, (pair) => admitPair(pair, headers));
  if (isVisitable(headers)) {
    const pairs: (readonly [string, unknown])[] = [];
    headers.forEach((value, name) => void pairs.push(admitPair([name, value], headers)));
    return pairs;
  }
  if (!isRecord(headers)) throw culpritOfHeaders(headers);
  return headers;
}

/**
 * Reads the values of `names`, which are lower case.
 *
 * @throws {@link WebhookError} `HEADERS_INVALID` when one of them is neither a string nor a list of
 *   strings
 */
export function readHeaders(source: HeaderSource, names: readonly string[]): HeaderValues {
  const values: HeaderValues = [];
  for (let index = 0; index < names.length; index += 1) values.push(undefined);
  if (Array.isArray(source)) readPairs(source, names, values);
  else if (isFetchHeaders(source)) readFetchHeaders(source, names, values);
  else readRecord(source as HeaderRecord, names, values);
  return values;
}

/** Every name and value, in the order in which they came. */
export function listHeaders(source: HeaderSource): (readonly [name: string, value: string])[] {
  const pairs: (readonly [string, unknown])[] = [];
  if (Array.isArray(source)) pairs.push(...(source as HeaderPairs));
  else if (isFetchHeaders(source)) source.forEach((value, name) => void pairs.push([name, value]));
  else pairs.push(...Object.entries(source as HeaderRecord));
  return pairs.flatMap(([name, value]) => {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.filter(isThere).map((each) => {
      if (typeof each !== "string") throw invalidValue(name, each);
      return [name, each] as const;
    });
  });
}

function readPairs(pairs: HeaderPairs, names: readonly string[], values: HeaderValues): void {
  for (const [name, value] of pairs) {
    const index = indexOf(name, names);
    if (index >= 0) values[index] = join(values[index], value, name);
  }
}

function readFetchHeaders(headers: FetchHeaders, names: readonly string[], values: HeaderValues): void {
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] as string;
    values[index] = join(undefined, headers.get(name) ?? undefined, name);
  }
}

// Every key is looked at: a second one in another letter case means that the header came twice.
function readRecord(record: HeaderRecord, names: readonly string[], values: HeaderValues): void {
  for (const name in record) {
    const index = indexOf(name, names);
    // What a polluted prototype adds did not come with the delivery.
    if (index < 0 || !Object.hasOwn(record, name)) continue;
    values[index] = join(values[index], record[name], name);
  }
}

function indexOf(name: string, names: readonly string[]): number {
  for (let index = 0; index < names.length; index += 1) {
    const wanted = names[index] as string;
    if (name.length === wanted.length && (name === wanted || isSpelling(name, wanted))) return index;
  }
  return -1;
}

// The Kelvin sign is a k in lower case, and no header has one.
function isSpelling(name: string, wanted: string): boolean {
  return name.toLowerCase() === wanted && /^[!-~]+$/.test(name);
}

function join(before: string | undefined, value: unknown, name: string): string | undefined {
  if (typeof value === "string") return before === undefined ? value : `${before}, ${value}`;
  if (!isThere(value)) return before;
  if (!Array.isArray(value)) throw invalidValue(name, value);
  let joined = before;
  for (const part of value) {
    if (typeof part !== "string" && isThere(part)) throw invalidValue(name, part);
    joined = join(joined, part, name);
  }
  return joined;
}

// API Gateway, proxies and tests write null for a header that is missing.
const isThere = (value: unknown): boolean => value !== undefined && value !== null;

// The value of a header, also of one called `headers`, is no object with names of its own.
function isRequest(headers: object): boolean {
  const inner = unpolluted(headers, "headers");
  return typeof inner === "object" && inner !== null && !Array.isArray(inner);
}

function isFetchHeaders(headers: object): headers is FetchHeaders {
  const { get, [Symbol.toStringTag]: tag } = headers as { get?: unknown; [Symbol.toStringTag]?: unknown };
  return tag === "Headers" && typeof get === "function";
}

function isIterable(headers: object): headers is Iterable<unknown> {
  return typeof (headers as Partial<Iterable<unknown>>)[Symbol.iterator] === "function";
}

function isVisitable(headers: object): headers is Pick<FetchHeaders, "forEach"> {
  return typeof unpolluted(headers, "forEach") === "function";
}

/** A property of an object or of its class; what somebody added to every object says nothing of this one. */
function unpolluted(headers: object, name: string): unknown {
  const value = (headers as Record<string, unknown>)[name];
  return value === (Object.prototype as unknown as Record<string, unknown>)[name] ? undefined : value;
}

// A date, an error or a buffer has no keys; an object of a class of header fields has.
function isRecord(headers: object): headers is HeaderRecord {
  if (isPlain(headers)) return true;
  return typeof (headers as { then?: unknown }).then !== "function" && Object.keys(headers).length > 0;
}

function admitPair(pair: unknown, headers: object): readonly [name: string, value: unknown] {
  if (!Array.isArray(pair) || pair.length !== 2 || typeof pair[0] !== "string") throw culpritOfHeaders(headers);
  return pair as [string, unknown];
}

function invalidValue(name: string, value: unknown): WebhookError {
  return refuse(HEADER_VALUE, { which: quotable(name), type: typeof value });
}

// The name of a header is quoted only where it looks like one: anything else may be a secret in the wrong place.
function quotable(name: string): string {
  return /^[A-Za-z][A-Za-z-]{0,63}$/.test(name) ? `the header ${name}` : "a header";
}
