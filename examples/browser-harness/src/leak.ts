// Leak: whether something holds a secret, in any spelling. What is searched is decoded in every way that may apply, one
// inside the other; no list of spellings could name them all. Bytes are texts of one character each here.

import type { SchemeSpec } from "countersign";
import { DECODERS } from "./decoders.ts";
import { ofBytes, utf8, WINDOWS_1252 } from "./decoders/bytes.ts";
import type { Decoder, Spend } from "./decoders/decoder.ts";
import type { Linked } from "./linked.ts";

/** How deep spellings stand inside each other: gzip in base64, in JSON, in a form is 4. */
const DEPTH = 4;
/** How deep is always searched. A search that ends before is unsure, and one that ends behind it is not. */
const SURE_DEPTH = 3;
/** How many characters are looked at, at most: some seconds of work. */
const MOST_CHARACTERS = 120_000_000;
/** What is shorter than this may be a chance find, if it was only guessed how the secret is encoded. */
const GUESSED_BYTES = 8;

/** What a search says. `unsure`: it would take too long to look everywhere. */
export type Found = "secret" | "nothing" | "unsure";

/** What must not be found of these secrets: their text, with and without its prefix, and the key that it encodes. */
export function partsOf(secrets: readonly string[], key: SchemeSpec["key"], prefixes: readonly string[]): string[] {
  const known = ["whsec_", ...prefixes, ...(key?.stripPrefixes ?? [])];
  const parts = secrets
    // A secret may be refused because of the spaces around it. The delivery then holds it without them.
    .map((secret) => secret.trim())
    .flatMap((secret) => {
      const bare = known.filter((prefix) => secret.startsWith(prefix)).map((prefix) => secret.slice(prefix.length));
      const texts = [secret, ...bare];
      const keys = texts.flatMap((text) => [
        ...keyOf("base64", text, key?.encoding),
        ...keyOf("hex", text, key?.encoding),
      ]);
      return [...texts.flatMap(bytesOf), ...keys];
    });
  return [...new Set(parts)].filter((part) => part !== "");
}

/** Whether a delivery holds one of the parts: in its body, or in any text of what else is told of it. */
export function search(
  told: unknown,
  body: Uint8Array,
  parts: readonly string[],
  decoders: readonly Decoder[] = Object.values(DECODERS),
): Found {
  if (parts.length === 0) return "nothing";
  let left = MOST_CHARACTERS;
  const spend = (characters: number) => {
    left -= characters;
    if (left < 0) throw new Spent();
  };
  let searched = 0;
  try {
    const views = [...textsOf(told).map(utf8), ofBytes(body)];
    return isHeld(views, parts, decoders, spend, (depth) => (searched = depth)) ? "secret" : "nothing";
  } catch (problem) {
    if (problem instanceof Spent) return searched < SURE_DEPTH ? "unsure" : "nothing";
    throw problem;
  }
}

function isHeld(
  whole: readonly string[],
  parts: readonly string[],
  decoders: readonly Decoder[],
  spend: Spend,
  onSearched: (depth: number) => void,
): boolean {
  const shortest = Math.min(...parts.map((part) => part.length));
  // Many orders of decoding lead to the same text.
  const seen = new Set<string>();
  const isNew = (view: string) => {
    spend(view.length);
    if (view.length < shortest || seen.has(view)) return false;
    seen.add(view);
    return true;
  };
  const isFound = (view: string) => parts.some((part) => view.includes(part));
  let views = whole.filter(isNew);
  if (views.some(isFound)) return true;
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const next: string[] = [];
    for (const view of views) {
      for (const decode of decoders) {
        for (const decoded of decode(view, shortest, spend)) {
          if (!isNew(decoded)) continue;
          if (isFound(decoded)) return true;
          next.push(decoded);
        }
      }
    }
    views = next;
    onSearched(depth + 1);
  }
  return false;
}

/** By what a body is compressed, if {@link search} cannot look into it. */
export function opaqueEncoding(headers: Linked["headers"], body: Uint8Array): string | undefined {
  const named = headers
    .filter(([name]) => /^(?:http[-_])?content[-_]encoding$/i.test(name))
    .flatMap(([, value]) => value.toLowerCase().split(","))
    .map((name) => name.trim())
    .find((name) => !["", "gzip", "x-gzip", "deflate", "identity"].includes(name));
  const start = ofBytes(body.subarray(0, 8));
  return body.length === 0
    ? undefined
    : (named ?? Object.entries(OPAQUE).find(([, head]) => start.startsWith(head))?.[0]);
}

const OPAQUE: Readonly<Record<string, string>> = {
  zstd: "\x28\xb5\x2f\xfd",
  xz: "\xfd7zXZ\0",
  bzip2: "BZh",
  "7z": "7z\xbc\xaf\x27\x1c",
};

/** All texts in a value, the names of its fields too. */
function textsOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return Object.entries(value).flatMap(([name, field]) => [name, ...textsOf(field)]);
}

/** The work that a search may take is done. */
class Spent extends Error {}

/** A text as bytes: accents may stand apart from their letters, and not all bytes are UTF-8. */
function bytesOf(text: string): string[] {
  const forms = ["NFC", "NFD", "NFKC", "NFKD"].map((form) => text.normalize(form));
  // UTF-16 of ASCII is found without its zeros.
  return [...new Set([text, ...forms])].flatMap((form) =>
    /^[\0-\x7f]*$/.test(form) ? [form] : [utf8(form), utf16(form, true), utf16(form, false), ...singleBytes(form)],
  );
}

/** In Latin-1, and in the windows-1252 that is often meant by it; nothing if it has other characters. */
function singleBytes(text: string): string[] {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const bytes = codes.map((code) => WINDOWS_1252.get(code) ?? code);
  return bytes.every((byte) => byte <= 0xff) ? [String.fromCharCode(...bytes)] : [];
}

function keyOf(encoding: "base64" | "hex", text: string, declared: string | undefined): string[] {
  const isEncoded = encoding === "hex" ? /^(?:[0-9a-f]{2})+$/i : /^[A-Za-z0-9+/_-]+={0,2}$/;
  const digits = text.replaceAll("=", "");
  if (!isEncoded.test(text) || (encoding === "base64" && digits.length % 4 === 1)) return [];
  const key = encoding === "hex" ? ofHex(text) : atob(digits.replaceAll("-", "+").replaceAll("_", "/"));
  return key.length >= GUESSED_BYTES || declared === encoding ? [key] : [];
}

function ofHex(digits: string): string {
  return digits.replace(/../g, (two) => String.fromCharCode(Number.parseInt(two, 16)));
}

function utf16(text: string, isLittle: boolean): string {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return ofBytes(new Uint8Array(view.buffer));
}
