// Reading: what a pasted request turned out to be. All readers work on text of one character per byte,
// so that a body which is no UTF-8 passes through the same code as any other.

import type { Delivery } from "../state.ts";

/** A delivery that was read, and what its reader is not sure of or left out. */
export interface Reading {
  readonly format: "curl" | "har" | "http" | "fields";
  readonly delivery: Delivery;
  readonly notes: string[];
}

/** Why a text cannot be read as a request, in a sentence for the person who pasted it. */
export class ReadProblem extends Error {
  override readonly name = "ReadProblem";
}

export const MAX_BYTES = 10_000_000;
const MAX_HEADERS = 1000;
const CHUNK = 8192;

/** The bytes of `bytes`, each as the character of its number. */
export function charactersOf(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return text;
}

/** The bytes behind {@link charactersOf}. */
export function bytesOf(characters: string): Uint8Array {
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < characters.length; at += 1) bytes[at] = characters.charCodeAt(at);
  return bytes;
}

/** Real text as one character per byte of its UTF-8. */
export function utf8(text: string): string {
  return charactersOf(new TextEncoder().encode(text));
}

/** The real text of such characters; what is no UTF-8 becomes U+FFFD. */
export function textOf(characters: string): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytesOf(characters));
}

/** The bytes of base64 or base64url, as characters; undefined for what is neither. */
export function fromBase64(text: string): string | undefined {
  try {
    return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return undefined;
  }
}

/**
 * Admits the headers of a request, spelled as they came.
 *
 * @throws {@link ReadProblem} for a name or a value that no HTTP message can carry
 */
export function admitHeaders(pairs: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  if (pairs.length > MAX_HEADERS) {
    throw new ReadProblem(`The request has ${pairs.length} headers: at most ${MAX_HEADERS} are read.`);
  }
  for (const [name, value] of pairs) {
    if (!TOKEN.test(name)) throw new ReadProblem(`${quoted(name)} cannot be the name of a header.`);
    if (/[\0\r\n]/.test(value)) throw new ReadProblem(`The header ${name} holds a line break: no header can.`);
  }
  return pairs.filter(([name]) => !name.startsWith(":"));
}

/** Without the blanks around it, of which HTTP knows two: a byte of UTF-8 may look like another. */
export function trimBlanks(characters: string): string {
  let [start, end] = [0, characters.length];
  while (start < end && isBlank(characters[start])) start += 1;
  while (end > start && isBlank(characters[end - 1])) end -= 1;
  return characters.slice(start, end);
}

const isBlank = (character: string | undefined) => character === " " || character === "\t";

/** The one value of a header, in any letter case. */
export function headerOf(headers: readonly (readonly [string, string])[], name: string): string | undefined {
  return headers.find(([each]) => each.toLowerCase() === name)?.[1];
}

/** A piece of what was pasted, short enough for a sentence. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

/** A count with its noun. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

// RFC 9110, section 5.6.2; HTTP/2 writes what was the request line as names that begin with a colon.
const TOKEN = /^:?[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
