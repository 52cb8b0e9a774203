// Bytes are texts of one character each here: V8 and SpiderMonkey search those fastest.

export function ofByte(code: number): string {
  return code <= 0xff ? String.fromCharCode(code & 0xff) : ofCodePoint(code);
}

export function ofCodePoint(code: number): string {
  if (code < 0x80) return String.fromCharCode(code & 0xff);
  return code <= 0x10ffff ? utf8(String.fromCodePoint(code)) : "";
}

/** The UTF-8 of a text. */
export function utf8(text: string): string {
  return ofBytes(new TextEncoder().encode(text));
}

export function fromUtf8(text: string): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(toBytes(text));
}

/** Bytes as a text of one character each. */
export function ofBytes(bytes: Uint8Array): string {
  if (bytes.length <= 8192) return String.fromCharCode(...bytes);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join("");
}

export function toBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** The bytes of windows-1252 that differ from Latin-1, by their characters. */
export const WINDOWS_1252: ReadonlyMap<number, number> = new Map(
  Array.from(
    "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178",
    (character, at) => [character.charCodeAt(0), 0x80 + at],
  ),
);
