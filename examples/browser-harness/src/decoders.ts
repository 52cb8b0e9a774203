// Decoders: the ways in which a text may be written. Each one undoes one of them, wherever in the text it stands.
// Bytes are texts of one character each here: V8 and SpiderMonkey search those fastest.

import { decodeHTML } from "entities/decode";
import { Gunzip, Inflate, Unzlib } from "fflate";

/** Counts the work that is left. It throws when there is none left. */
export type Spend = (characters: number) => void;

/**
 * Yields what a text may stand for. It yields nothing if the text has nothing of its kind. A result that is shorter than
 * `shortest` bytes cannot hold a secret, so it need not be yielded.
 */
export type Decoder = (text: string, shortest: number, spend: Spend) => Iterable<string>;

/** Something that is found and decoded alone costs as much as this many characters that are only looked at. */
const MATCH = 24;
/** The same, if it is written back into its text. */
const ESCAPE = 80;

const HEX = "[0-9a-fA-F]";
const HIGH = `([dD][89abAB]${HEX}{2})`;
const LOW = `([dD][c-fC-F]${HEX}{2})`;

const ofHex = ofDigits("0123456789ABCDEF", 4);
const hex = runs(/[0-9a-f]+/gi, 4, ofHex);
const binary = runs(/[01]+/g, 1, ofDigits("01", 1));
const percent = escapes("%", `%u${HIGH}%u${LOW}|%u(${HEX}{4})|%(${HEX}{2})`, codeOfHex);
const backslash = escapes(
  "\\",
  `\\\\u${HIGH}\\\\u${LOW}|\\\\u(${HEX}{4})|\\\\[ux]\\{0*(${HEX}{1,6})\\}|\\\\x(${HEX}{2})|\\\\U00(${HEX}{6})|\\\\([^])`,
  (groups) => codeOfControl(groups.at(-1)) ?? codeOfHex(groups.slice(0, -1)),
);
const octal = escapes("\\", "\\\\(?:o\\{0*)?([0-3]?[0-7]{1,2})\\}?", ([digits]) => Number.parseInt(digits ?? "", 8));
const css = escapes("\\", `\\\\0{0,5}(${HEX}{1,6})(?:\\r\\n|[ \\t\\r\\n\\f])?`, codeOfHex);
// The soft line break of mail has no code: it stands for nothing. So does the border between two encoded words.
const quotedPrintable = escapes(
  "=",
  `=[ \\t]{0,8}\\r?\\n|\\?=\\s{1,8}=\\?[^?\\s]{1,40}\\?[qQbB]\\?|=(${HEX}{2})`,
  codeOfHex,
);

/** By the name of what each one undoes. */
export const DECODERS: Readonly<Record<string, Decoder>> = {
  percent,
  backslash,
  octal,
  css,
  "quoted-printable": quotedPrintable,
  entities: replacing("&", /&#?[0-9a-z]{1,40};?/gi, htmlOf),
  plus: replacing("+", /\+/g, () => " "), // in forms
  mixed,
  lines: joined,
  wide,
  misread,
  compatible,
  base64: runs(
    /[A-Za-z0-9+/_-]+/g,
    6,
    ofDigits("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", 6, "+-", "/_"),
  ),
  base32: runs(/[A-Za-z2-7]+/g, 5, ofDigits("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 5)),
  base32hex: runs(/[0-9A-Va-v]+/g, 5, ofDigits("0123456789ABCDEFGHIJKLMNOPQRSTUV", 5)),
  hex: apart,
  numbers,
  dump,
  compressed,
};

function replacing(mark: string, pattern: RegExp, replacement: (whole: string) => string): Decoder {
  return function* replaced(text, _, spend) {
    if (!text.includes(mark)) return;
    spend(text.length);
    const view = text.replace(pattern, (whole) => {
      spend(ESCAPE);
      return replacement(whole);
    });
    if (view !== text) yield view;
  };
}

type CodeOf = (groups: (string | undefined)[]) => number | undefined;

/** An escape is a byte in some languages, and a character in others. */
function escapes(mark: string, source: string, codeOf: CodeOf): Decoder {
  const pattern = new RegExp(source, "g");
  const alone = new RegExp(source);
  return function* unescaped(text, _, spend) {
    if (!text.includes(mark)) return;
    const write = (ofCode: (code: number) => string) => {
      spend(text.length);
      // A text has few different escapes.
      const known = new Map<string, string>();
      return text.replace(pattern, (whole) => {
        spend(ESCAPE);
        const before = known.get(whole);
        if (before !== undefined) return before;
        const code = codeOf(alone.exec(whole)?.slice(1) ?? []);
        const written = code === undefined ? "" : ofCode(code);
        known.set(whole, written);
        return written;
      });
    };
    const view = write(ofByte);
    if (view === text) return;
    yield view;
    if (/[\x80-\xff]/.test(view)) yield write(ofCodePoint);
  };
}

function codeOfHex(groups: (string | undefined)[]): number | undefined {
  const [first, second] = groups.filter((digits) => digits !== undefined).map((digits) => Number.parseInt(digits, 16));
  // The two halves of a character outside of the first plane.
  return first === undefined || second === undefined ? first : 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
}

const CONTROLS: Record<string, number | undefined> = {
  n: 0x0a,
  r: 0x0d,
  t: 0x09,
  b: 0x08,
  f: 0x0c,
  v: 0x0b,
  a: 0x07,
  e: 0x1b,
};

function codeOfControl(character: string | undefined): number | undefined {
  return character === undefined ? undefined : (CONTROLS[character] ?? character.charCodeAt(0));
}

function htmlOf(entity: string): string {
  const text = decodeHTML(entity);
  return text === entity ? entity : utf8(text);
}

/** Some of the characters in one way, and some in another. */
function* mixed(text: string, shortest: number, spend: Spend): Iterable<string> {
  let view = text;
  for (const decode of [percent, backslash, DECODERS["entities"] as Decoder, quotedPrintable]) {
    for (const decoded of decode(view, shortest, spend)) {
      view = decoded;
      break;
    }
  }
  if (view !== text) yield view;
}

/** Mail and terminals break long texts into lines. */
function* joined(text: string, _: number, spend: Spend): Iterable<string> {
  const lines = text.split(/[\r\n]+/);
  spend(text.length + MATCH * lines.length);
  if (lines.length > 1) yield lines.map((line) => line.trim()).join("");
}

/** UTF-16 of either order, and what has more zeros. */
function* wide(text: string, _: number, spend: Spend): Iterable<string> {
  if (!text.includes("\0")) return;
  spend(text.length * MATCH);
  yield text.replace(/\0+/g, "");
  yield text.replace(/([^])\0/g, "$1");
  yield text.replace(/\0([^])/g, "$1");
}

/** UTF-8 that was made of bytes, as if each were a character. */
function* misread(text: string, _: number, spend: Spend): Iterable<string> {
  spend(text.length);
  const view = text.replace(/[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}/g, (whole) => {
    spend(MATCH);
    const [lead, next, last] = [0, 1, 2].map((at) => whole.charCodeAt(at) & 0x3f) as [number, number, number];
    const code = whole.length === 2 ? ((lead & 0x1f) << 6) | next : ((lead & 0xf) << 12) | (next << 6) | last;
    const byte = WINDOWS_1252.get(code) ?? code;
    return byte <= 0xff ? String.fromCharCode(byte) : whole;
  });
  if (view !== text) yield view;
}

/** Characters that stand for others, such as those of full width, and characters that do not show. */
function* compatible(text: string, _: number, spend: Spend): Iterable<string> {
  if (!/[\xc2-\xf4][\x80-\xbf]/.test(text)) return;
  spend(text.length * 4);
  const view = utf8(
    fromUtf8(text)
      .normalize("NFKC")
      .replace(/\p{Default_Ignorable_Code_Point}/gu, ""),
  );
  if (view !== text) yield view;
}

/** Between texts that were decoded from different places: each may be deflated, which only shows at its start. */
const BETWEEN = "\n\0\xff\0\n";

/** Runs of digits, decoded from each digit that may be the first: what stands in front of a secret moves it. */
function runs(pattern: RegExp, bits: number, decode: (run: string) => string): Decoder {
  const starts = bits % 2 === 1 ? 8 : bits === 6 ? 4 : 2;
  return function* decoded(text, shortest, spend) {
    spend(text.length);
    const all = text.match(pattern) ?? [];
    spend(all.length * 4);
    const found = all.filter(({ length }) => length * bits >= shortest * 8);
    const characters = found.reduce((sum, { length }) => sum + length, 0);
    for (let start = 0; start < starts && found.length > 0; start += 1) {
      spend(found.length * MATCH + characters);
      yield found.map((run) => decode(run.slice(start))).join(BETWEEN);
    }
  };
}

/** Hex and binary, where digits may stand apart, or have a mark of their base: `77 68`, `0x7, 0x68`, `["77","68"]`, `01110111 01101000`. */
function* apart(text: string, shortest: number, spend: Spend): Iterable<string> {
  spend(text.length * 8);
  const bare = text.replace(/0x([0-9a-f])(?![0-9a-f])/gi, "0x0$1").replace(/0x|\\x|[^0-9a-z]+/gi, "");
  yield* hex(bare, shortest, spend);
  yield* binary(bare.replaceAll("0b", ""), shortest, spend);
}

/** Lists of numbers, as `JSON.stringify` writes bytes, or with an index before each. */
function* numbers(text: string, shortest: number, spend: Spend): Iterable<string> {
  spend(text.length * 4);
  const bare = text.replace(/["']?\b\d{1,7}["']?\s{0,8}(?::|=>)/g, () => {
    spend(MATCH);
    return "";
  });
  for (const list of new Set([text, bare])) {
    for (const base of [10, 8]) {
      // A character may have four bytes.
      const found = listsOf(list, base, spend).filter(({ length }) => length * 4 >= shortest);
      if (found.length === 0) continue;
      yield found.map((codes) => textOf(codes, ofByte)).join(BETWEEN);
      if (found.some((codes) => codes.some((code) => code > 0x7f || code < 0)))
        yield found.map((codes) => textOf(codes, ofCodePoint)).join(BETWEEN);
    }
  }
}

function textOf(codes: readonly number[], ofCode: (code: number) => string): string {
  return codes.map(ofCode).join("");
}

/** What stands between two numbers of one list is short, and has no letter. */
const GAP = 64;

function listsOf(text: string, base: number, spend: Spend): number[][] {
  spend(text.length * 2);
  const lists: number[][] = [];
  let list: number[] = [];
  let gap = 0;
  for (let at = 0; at < text.length; at += 1) {
    const start = at;
    let number = 0;
    for (; at < text.length && isDigit(text.charCodeAt(at)); at += 1) number = number * base + text.charCodeAt(at) - 48;
    if (at > start) {
      spend(MATCH);
      const isSigned = text.charCodeAt(start - 1) === 45 && number <= 128;
      // One that is no code ends the list.
      if (number <= 0x10ffff) list.push(isSigned ? -number : number);
      else [list] = ended(lists, list);
      gap = 0;
    }
    gap += 1;
    if (gap > GAP || isLetter(text.charCodeAt(at))) [list] = ended(lists, list);
  }
  ended(lists, list);
  return lists;
}

function ended(lists: number[][], list: number[]): [number[]] {
  if (list.length < 2) return [[]];
  lists.push(list);
  return [[]];
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** Dumps of xxd, hexdump, od and the like: lines of an offset, bytes, and often the same bytes as text. */
function* dump(text: string, _: number, spend: Spend): Iterable<string> {
  spend(text.length);
  const lines = Array.from(text.matchAll(DUMP_LINE), ([, short, long, rest = ""]) => ({
    offset: Number.parseInt(short ?? long ?? "", 16),
    rest,
    tokens: rest.split(/[\s|-]+/).filter((token) => token !== ""),
  }));
  if (lines.length === 0) return;
  spend(lines.length * MATCH * 32);
  const digits = lines.map(({ offset, tokens }, at) =>
    bytesOfLine(tokens, (lines[at + 1]?.offset ?? Infinity) - offset),
  );
  yield ofHex(digits.flat().join(""));
  // In some, the bytes of each word are in the order of the machine.
  yield ofHex(digits.flat().map(swapped).join(""));
  yield lines.map(({ rest }) => rest).join(" ");
  yield lines.map(({ rest }) => ofColumns(rest)).join("");
}

// A long offset is known as one wherever it stands: the first line may follow other text.
const DUMP_LINE = /(?:(?:^[ \t>]{0,16}|["'`=>])(?:0x)?([0-9a-f]{3,16})|([0-9a-f]{7,8}))[:h]?([ \t]{1,64}\S.*)$/gim;

/** The bytes of one line. The next offset says how many there are: what follows them may look like more. */
function bytesOfLine(tokens: readonly string[], count: number): string[] {
  const most = count > 0 && count <= 256 ? count : Infinity;
  const hex: string[] = [];
  let bytes = 0;
  for (const token of tokens) {
    const digits = token.replace(/^0x/i, "");
    bytes += digits.length / 2;
    if (bytes > most || !/^(?:[0-9a-f]{2})+$/i.test(digits)) break;
    hex.push(digits);
  }
  return hex;
}

/** As `od -c` writes a line: each byte has four columns, with a character, an escape or three octal digits. */
function ofColumns(line: string): string {
  return line.replace(/.{1,4}/g, (column) => {
    const token = column.trim();
    return /^[0-3][0-7]{2}$/.test(token) ? ofByte(Number.parseInt(token, 8)) : token || " ";
  });
}

function swapped(word: string): string {
  return (word.match(/../g) ?? []).reverse().join("");
}

/** A try that fails costs as much as this many characters. */
const TRY = 2000;

/** Gzip, zlib and zip at any place; deflate without a head only at the start, because anything may look like it. */
function* compressed(text: string, _: number, spend: Spend): Iterable<string> {
  spend(text.length);
  const heads = Array.from(text.matchAll(/\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]|PK\x03\x04/g), ({ index }) => index);
  const starts = startsIn(text).filter((at) => mayBeDeflated(text, at));
  if (heads.length + starts.length === 0) return;
  const bytes = toBytes(text);
  for (const at of heads) {
    spend(TRY);
    yield inflatedAt(bytes, at, spend);
  }
  for (const at of starts) {
    spend(TRY);
    yield inflated(bytes.subarray(at), Inflate, spend);
  }
}

function startsIn(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf(BETWEEN); at >= 0; at = text.indexOf(BETWEEN, starts.at(-1)))
    starts.push(at + BETWEEN.length);
  return starts;
}

/** The first bits say how the first block is written. Three of the four ways exist. */
function mayBeDeflated(text: string, at: number): boolean {
  return ((text.charCodeAt(at) >> 1) & 3) !== 3;
}

function inflatedAt(bytes: Uint8Array, at: number, spend: Spend): string {
  const rest = bytes.subarray(at);
  if (rest[0] === 0x1f) return inflated(rest, Gunzip, spend);
  if (rest[0] === 0x78) return inflated(rest, Unzlib, spend);
  // A file of a zip has two lengths in its head: of its name, and of what else is told of it.
  const [name = 0, name256 = 0, extra = 0, extra256 = 0] = rest.subarray(26, 30);
  return inflated(rest.subarray(30 + name + extra + 256 * (name256 + extra256)), Inflate, spend);
}

type Inflating = new (onData: (chunk: Uint8Array) => void) => { push(chunk: Uint8Array, isLast: boolean): void };

/** What comes out before the end, or before what is wrong. A small text may become a very large one. */
function inflated(bytes: Uint8Array, Stream: Inflating, spend: Spend): string {
  const views: string[] = [];
  let fresh = 0;
  const stream = new Stream((chunk) => {
    spend(chunk.length * 4);
    fresh += chunk.length;
    views.push(ofBytes(chunk));
  });
  try {
    let idle = 0;
    for (let at = 0, size = 512; at < bytes.length && idle < 3; at += size, size = Math.min(size * 2, 8192)) {
      fresh = 0;
      stream.push(bytes.subarray(at, at + size), at + size >= bytes.length);
      idle = fresh === 0 ? idle + 1 : 0;
    }
  } catch (problem) {
    // The library numbers what may be wrong with a text; all else is not about the text.
    if (!(problem instanceof Error && "code" in problem && typeof problem.code === "number")) throw problem;
  }
  return views.join("");
}

/** From digits of so many bits each; what is left over at the end is dropped. */
function ofDigits(digits: string, bits: number, ...equals: string[]): (run: string) => string {
  const values = new Uint8Array(128);
  for (const [value, digit] of Array.from(digits).entries()) {
    // Where lower case means the same, it is no digit of its own.
    for (const one of digits.includes("a") ? [digit] : [digit, digit.toLowerCase()]) values[one.charCodeAt(0)] = value;
  }
  for (const [digit = "", other = ""] of equals) values[other.charCodeAt(0)] = values[digit.charCodeAt(0)] ?? 0;
  return (run) => {
    const bytes = new Uint8Array(Math.floor((run.length * bits) / 8));
    let [held, heldBits, end] = [0, 0, 0];
    for (let at = 0; at < run.length && end < bytes.length; at += 1) {
      held = ((held << bits) | (values[run.charCodeAt(at)] ?? 0)) & 0xffff;
      heldBits += bits;
      if (heldBits < 8) continue;
      heldBits -= 8;
      bytes[end] = (held >> heldBits) & 0xff;
      end += 1;
    }
    return ofBytes(bytes);
  };
}

function ofByte(code: number): string {
  return code <= 0xff ? String.fromCharCode(code & 0xff) : ofCodePoint(code);
}

function ofCodePoint(code: number): string {
  if (code < 0x80) return String.fromCharCode(code & 0xff);
  return code <= 0x10ffff ? utf8(String.fromCodePoint(code)) : "";
}

/** The UTF-8 of a text. */
export function utf8(text: string): string {
  return ofBytes(new TextEncoder().encode(text));
}

function fromUtf8(text: string): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(toBytes(text));
}

/** Bytes as a text of one character each. */
export function ofBytes(bytes: Uint8Array): string {
  if (bytes.length <= 8192) return String.fromCharCode(...bytes);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join("");
}

function toBytes(text: string): Uint8Array {
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
