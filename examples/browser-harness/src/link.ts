// Link: a delivery as text behind the # of the address, which no browser sends to a server.
// The secrets are never in it, nor are the headers that let someone in.

import { providers, type ProviderName } from "countersign";
import { plainText } from "./inspect/bytes.ts";
import { leaveExample } from "./inspect/examples.ts";
import { delivery, now, otherSecrets, schemeName, schemeText, secret, tolerance } from "./state.ts";
import { LATEST_MS } from "./time.ts";

/** The longest link that is made or opened, in characters behind the #; far below what browsers take. */
export const LINK_CHARACTERS = 64_000;
/** What it may unpack to, in bytes: a small link could hold very much of nothing. */
const UNPACKED_BYTES = 4 * 1024 * 1024;
const LEFT_OUT = new Set(["authorization", "proxy-authorization", "cookie"]);

/** Why there is no link, or why it was not opened, in a sentence. */
export class LinkProblem extends Error {}

interface Linked {
  scheme: string;
  method: string;
  url: string;
  headers: [string, string][];
  /** The text of the body, or its bytes in base64url where it is no text. */
  body: string | { bytes: string };
  now: number;
  tolerance?: number | "off";
}

/**
 * The link to what is inspected, and the names of the headers that are not in it.
 *
 * @throws LinkProblem if it would be too long, or would hold a secret
 */
export async function makeLink(): Promise<{ link: string; left: string[] }> {
  const { method, url, headers, body } = delivery.value;
  const linked: Linked = {
    scheme: schemeName.value === "custom" ? schemeText.value : schemeName.value,
    method,
    url: withoutLogin(url),
    headers: headers.filter(([name]) => !LEFT_OUT.has(name.toLowerCase())).map(([name, value]) => [name, value]),
    body: plainText(body) ?? { bytes: base64url(body) },
    now: now.value ?? Date.now(),
    ...(tolerance.value !== null && { tolerance: tolerance.value === Infinity ? "off" : tolerance.value }),
  };
  refuseSecrets(linked);
  if (!isLinked(linked))
    throw new LinkProblem("No link was made: a header, the time or the tolerance cannot stand in one.");
  const text = new TextEncoder().encode(JSON.stringify(linked));
  if (text.length > UNPACKED_BYTES) throw new LinkProblem("This delivery is too large for a link.");
  const packed = base64url(await packedFrom(text));
  if (packed.length > LINK_CHARACTERS) {
    throw new LinkProblem(
      `This delivery would make a link of ${packed.length.toLocaleString("en")} characters; ${LINK_CHARACTERS.toLocaleString("en")} is the most.`,
    );
  }
  const left = headers.map(([name]) => name).filter((name) => LEFT_OUT.has(name.toLowerCase()));
  return { link: `${location.href.split("#")[0]}#inspect/${packed}`, left };
}

/**
 * Opens the text behind `#inspect/`.
 *
 * @throws LinkProblem if it is anything but what {@link makeLink} makes
 */
export async function openLink(packed: string): Promise<void> {
  if (packed.length > LINK_CHARACTERS) throw new LinkProblem("The link is too long to be one of this page.");
  const linked = linkedOf(await unpacked(packed));
  leaveExample();
  schemeName.value = isProvider(linked.scheme) ? linked.scheme : "custom";
  if (!isProvider(linked.scheme)) schemeText.value = linked.scheme;
  const { method, url, headers, body } = linked;
  delivery.value = { method, url, headers, body: bytesOf(body) };
  now.value = linked.now;
  tolerance.value = linked.tolerance === "off" ? Infinity : (linked.tolerance ?? null);
}

// A secret that was pasted into a header or the body by mistake would travel with it.
function refuseSecrets(linked: Linked): void {
  const text = JSON.stringify({ ...linked, body: plainText(delivery.value.body) ?? "" });
  // The blanks around one may be what is wrong with it.
  const held = [secret.value, ...otherSecrets.value.map((other) => other.secret)].map((one) => one.trim());
  // What is shorter than this is in every delivery.
  const isInside = held.some((one) => one.length >= 8 && text.includes(JSON.stringify(one).slice(1, -1)));
  if (isInside) throw new LinkProblem("No link was made: the delivery itself holds the secret.");
}

async function packedFrom(text: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function unpacked(packed: string): Promise<string> {
  try {
    const stream = new Blob([fromBase64url(packed)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
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

function linkedOf(text: string): Linked {
  try {
    const value: unknown = JSON.parse(text);
    if (isLinked(value)) return known(value);
  } catch (problem) {
    if (problem instanceof LinkProblem) throw problem;
    // Not JSON, so no delivery either.
  }
  throw new LinkProblem("The link holds no delivery of this page.");
}

// Other versions of this page may know other providers.
function known(linked: Linked): Linked {
  const { scheme } = linked;
  if (isProvider(scheme) || !/^[a-z][a-z0-9-]*$/.test(scheme)) return linked;
  throw new LinkProblem(`The link is of a provider that this page does not know: ${scheme.slice(0, 40)}.`);
}

function isLinked(value: unknown): value is Linked {
  if (typeof value !== "object" || value === null) return false;
  const { scheme, method, url, headers, body, now, tolerance } = value as Record<string, unknown>;
  const areTexts = [scheme, method, url].every((text) => typeof text === "string");
  return areTexts && areHeaders(headers) && isBody(body) && isTime(now) && isTolerance(tolerance);
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

function isTolerance(value: unknown): boolean {
  return value === undefined || value === "off" || isTime(value);
}

function isProvider(name: string): name is ProviderName {
  return Object.hasOwn(providers, name);
}

// A URL may hold a name and a password in front of its host.
function withoutLogin(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/?#]*@/i, "$1//");
}

function bytesOf(body: Linked["body"]): Uint8Array {
  return typeof body === "string" ? new TextEncoder().encode(body) : fromBase64url(body.bytes);
}

function base64url(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}
