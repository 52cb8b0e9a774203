// Linked: what a link holds, and the text that it becomes behind the # of the address.

import { type ProviderName, providers, type SchemeSpec } from "countersign";
import { plainText } from "./inspect/bytes.ts";
import { isTolerance, type WrittenTolerance } from "./limits.ts";
import { LATEST_MS } from "./time.ts";

/** The longest link that is made or opened, in characters behind the #; far below what browsers take. */
export const LINK_CHARACTERS = 64_000;
/** What it may unpack to, in bytes: a small link could hold very much of nothing. */
const UNPACKED_BYTES = 4 * 1024 * 1024;

/** Why there is no link, or why it was not opened, in a sentence. */
export class LinkProblem extends Error {}

/** What a link holds. */
export interface Linked {
  /** The name of a provider, or the object that `defineScheme` takes. */
  readonly scheme: ProviderName | SchemeSpec;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  /** The text of the body, or its bytes in base64url if they are not text. */
  readonly body: string | { readonly bytes: string };
  readonly now: number;
  readonly tolerance?: WrittenTolerance;
  readonly maxEventAge?: number;
}

/** A body as a link holds it. */
export function linkedBody(bytes: Uint8Array): Linked["body"] {
  return plainText(bytes) ?? { bytes: base64url(bytes) };
}

/** The bytes of a body in a link. */
export function bytesOf(body: Linked["body"]): Uint8Array {
  return typeof body === "string" ? new TextEncoder().encode(body) : fromBase64url(body.bytes);
}

/**
 * The text of a link.
 *
 * @throws LinkProblem if it would be too long, or could not be opened
 */
export async function packed(linked: Linked): Promise<string> {
  if (!isLinked(linked)) {
    throw new LinkProblem("No link was made: a header, the time or the tolerance cannot stand in one.");
  }
  const text = new TextEncoder().encode(JSON.stringify(linked));
  if (text.length > UNPACKED_BYTES) throw new LinkProblem("This delivery is too large for a link.");
  const link = base64url(await deflated(text));
  if (link.length <= LINK_CHARACTERS) return link;
  const [length, most] = [link.length, LINK_CHARACTERS].map((count) => count.toLocaleString("en"));
  throw new LinkProblem(`This delivery would make a link of ${length} characters; ${most} is the most.`);
}

/**
 * What the text of a link holds.
 *
 * @throws LinkProblem if it is anything but what {@link packed} makes
 */
export async function unpacked(link: string): Promise<Linked> {
  if (link.length > LINK_CHARACTERS) throw new LinkProblem("The link is too long to be one of this page.");
  const value = parsed(await inflated(link));
  if (isLinked(value)) return known(value);
  throw new LinkProblem("The link holds no delivery of this page.");
}

// Other versions of this page may know other providers, and the first ones wrote a scheme as text.
function known(linked: Linked): Linked {
  const { scheme } = linked;
  if (typeof scheme !== "string" || Object.hasOwn(providers, scheme)) return linked;
  if (/^[a-z][a-z0-9-]*$/.test(scheme)) {
    throw new LinkProblem(`The link is of a provider that this page does not know: ${scheme.slice(0, 40)}.`);
  }
  throw new LinkProblem("An older version of this page made the link, and wrote the scheme as text. Make a new link.");
}

async function deflated(text: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function inflated(link: string): Promise<string> {
  try {
    const stream = new Blob([fromBase64url(link)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new TextDecoder("utf-8", { fatal: true }).decode(await limited(stream));
  } catch (problem) {
    if (problem instanceof LinkProblem) throw problem;
    throw new LinkProblem("The link is damaged: what stands behind #inspect/ cannot be unpacked. Was it cut?");
  }
}

async function limited(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.length;
    if (size > UNPACKED_BYTES) {
      await reader.cancel();
      throw new LinkProblem("The link unpacks to more than a delivery may have.");
    }
    chunks.push(read.value);
  }
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // not JSON, so not a delivery either
  }
}

function isLinked(value: unknown): value is Linked {
  if (typeof value !== "object" || value === null) return false;
  const { scheme, method, url, headers, body, now, tolerance, maxEventAge } = value as Record<string, unknown>;
  const areTexts = [method, url].every((text) => typeof text === "string");
  const areLimits =
    (tolerance === undefined || isTolerance(tolerance)) && (maxEventAge === undefined || isTime(maxEventAge));
  return isScheme(scheme) && areTexts && areHeaders(headers) && isBody(body) && isTime(now) && areLimits;
}

// Whether its fields are right is for defineScheme to say, next to the field that shows them.
function isScheme(value: unknown): boolean {
  return typeof value === "string" || (typeof value === "object" && value !== null && !Array.isArray(value));
}

function areHeaders(value: unknown): boolean {
  return Array.isArray(value) && value.length <= 1000 && value.every(isHeader);
}

// The page shows one to a line: a line break in one would show other headers than those that are verified.
function isHeader(pair: unknown): boolean {
  if (!Array.isArray(pair) || pair.length !== 2) return false;
  const [name, value] = pair;
  const areLines = [name, value].every((text) => typeof text === "string" && !/[\r\n]/.test(text));
  return areLines && /^[^\s:](?:[^:]*[^\s:])?$/.test(name);
}

function isBody(value: unknown): boolean {
  if (typeof value === "string") return true;
  const bytes = (value as { bytes?: unknown } | null)?.bytes;
  return typeof bytes === "string" && /^[\w-]*$/.test(bytes) && bytes.length % 4 !== 1;
}

function isTime(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= LATEST_MS;
}

function base64url(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}
