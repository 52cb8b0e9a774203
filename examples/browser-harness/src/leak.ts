// Leak: whether something holds a secret, in any spelling. What is searched is decoded in every way that may apply, one
// inside the other; no list of spellings could name them all. Bytes are texts of one character each here.

import type { SchemeSpec } from "countersign";

/** How deep spellings stand inside each other: base64 of JSON with escapes, in a URL, is 3. */
const DEPTH = 3;
/** What is shorter than this may be a chance find, if it was only guessed how the secret is encoded. */
const GUESSED_BYTES = 8;

/** What must not be found of these secrets: their text, with and without its prefix, and the key that it encodes. */
export function partsOf(secrets: readonly string[], key: SchemeSpec["key"], prefixes: readonly string[]): string[] {
  const known = ["whsec_", ...prefixes, ...(key?.stripPrefixes ?? [])];
  const parts = secrets
    // The blanks around one may be what is wrong with it.
    .map((secret) => secret.trim())
    .flatMap((secret) => {
      const bare = known.filter((prefix) => secret.startsWith(prefix)).map((prefix) => secret.slice(prefix.length));
      const texts = [secret, ...bare];
      const keys = texts.flatMap((text) => [
        ...keyOf("base64", text, key?.encoding),
        ...keyOf("hex", text, key?.encoding),
      ]);
      return [...texts.flatMap((text) => [utf8(text), utf16(text, true), utf16(text, false)]), ...keys];
    });
  return [...new Set(parts)].filter((part) => part !== "");
}

/** Whether one of these holds one of the parts. */
export function holdsAny(held: readonly (string | Uint8Array)[], parts: readonly string[]): boolean {
  const shortest = Math.min(...parts.map((part) => part.length));
  let views = [held.map((one) => (typeof one === "string" ? utf8(one) : ofBytes(one))).join("\n\n")];
  // Many orders of decoding lead to the same text.
  const seen = new Set(views);
  for (let depth = 0; parts.length > 0; depth += 1) {
    if (views.some((view) => parts.some((part) => view.includes(part)))) return true;
    if (depth === DEPTH) break;
    const decoded = views.flatMap((view) => DECODERS.flatMap((decode) => decode(view, shortest)));
    views = [...new Set(decoded)].filter((view) => !seen.has(view));
    for (const view of views) seen.add(view);
  }
  return false;
}

/**
 * Each returns what a text may stand for; nothing if it has nothing of its kind. What decodes to less than the shortest
 * part cannot be one.
 */
const DECODERS: readonly ((text: string, shortest: number) => string[])[] = [
  replacing(/%([0-9a-f]{2})/gi, (_, digits: string) => ofHex(digits)),
  replacing(/%([0-9a-f]{2})|\+/gi, (_, digits?: string) => (digits === undefined ? " " : ofHex(digits))), // forms
  replacing(/((?:\\u[0-9a-f]{4})+)|\\x([0-9a-f]{2})|\\(.)/gi, (_, units?: string, digits?: string, other?: string) =>
    units !== undefined
      ? ofUnits(units)
      : digits !== undefined
        ? ofHex(digits)
        : (CONTROLS[other ?? ""] ?? other ?? ""),
  ),
  replacing(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name?: string) =>
    name !== undefined
      ? (ENTITIES[name.toLowerCase()] ?? whole)
      : ofCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)),
  ),
  (text, shortest) => ofBase64Runs(text, shortest),
  (text, shortest) => ofBase64Runs(unbroken(text), shortest),
  (text, shortest) => ofHexRuns(text, shortest),
  (text, shortest) => ofHexRuns(text.replace(/[\s:,-]|0x|\\x/gi, ""), shortest),
];

const CONTROLS: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function replacing(pattern: RegExp, replacement: (whole: string, ...groups: string[]) => string) {
  return (text: string): string[] => {
    const view = text.replace(pattern, replacement);
    return view === text ? [] : [view];
  };
}

// Mail breaks base64 into lines, and so do the tools of a terminal.
function unbroken(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, "");
}

// What stands in front of a secret moves it in its group of four characters.
function ofBase64Runs(text: string, shortest: number): string[] {
  const runs =
    text
      .replaceAll("-", "+")
      .replaceAll("_", "/")
      .match(/[A-Za-z0-9+/]{2,}/g) ?? [];
  return views(runs, Math.ceil((shortest * 4) / 3), [0, 1, 2, 3], (run) =>
    atob(run.slice(0, run.length - (run.length % 4 === 1 ? 1 : 0))),
  );
}

function ofHexRuns(text: string, shortest: number): string[] {
  const runs = text.match(/[0-9a-f]{2,}/gi) ?? [];
  return views(runs, shortest * 2, [0, 1], (run) => ofHex(run.slice(0, run.length - (run.length % 2))));
}

function views(
  runs: readonly string[],
  shortest: number,
  starts: readonly number[],
  decode: (run: string) => string,
): string[] {
  const long = runs.filter(({ length }) => length >= shortest);
  return long.length === 0 ? [] : starts.map((start) => long.map((run) => decode(run.slice(start))).join("\n"));
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

function ofUnits(units: string): string {
  return utf8(units.replace(/\\u(....)/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))));
}

function ofCodePoint(code: number): string {
  return code <= 0x10ffff ? utf8(String.fromCodePoint(code)) : "";
}

function utf8(text: string): string {
  return ofBytes(new TextEncoder().encode(text));
}

function utf16(text: string, isLittle: boolean): string {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return ofBytes(new Uint8Array(view.buffer));
}

function ofBytes(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join("");
}
