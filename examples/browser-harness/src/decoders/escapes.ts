// Escapes: characters that are written as others, one by one.

import { decodeHTML } from "entities/decode";
import { ofByte, ofCodePoint, utf8 } from "./bytes.ts";
import { type Decoder, ESCAPE, type Spend } from "./decoder.ts";

const HEX = "[0-9a-fA-F]";
const HIGH = `([dD][89abAB]${HEX}{2})`;
const LOW = `([dD][c-fC-F]${HEX}{2})`;

export const percent = escapes("%", `%u${HIGH}%u${LOW}|%u(${HEX}{4})|%(${HEX}{2})`, codeOfHex);
export const backslash = escapes(
  "\\",
  `\\\\u${HIGH}\\\\u${LOW}|\\\\u(${HEX}{4})|\\\\[ux]\\{0*(${HEX}{1,6})\\}|\\\\x(${HEX}{2})|\\\\U00(${HEX}{6})|\\\\([^])`,
  (groups) => codeOfControl(groups.at(-1)) ?? codeOfHex(groups.slice(0, -1)),
);
export const octal = escapes("\\", "\\\\(?:o\\{0*)?([0-3]?[0-7]{1,2})\\}?", ([digits]) =>
  Number.parseInt(digits ?? "", 8),
);
export const css = escapes("\\", `\\\\0{0,5}(${HEX}{1,6})(?:\\r\\n|[ \\t\\r\\n\\f])?`, codeOfHex);
// The soft line break of mail has no code: it stands for nothing. So does the border between two encoded words.
export const quotedPrintable = escapes(
  "=",
  `=[ \\t]{0,8}\\r?\\n|\\?=\\s{1,8}=\\?[^?\\s]{1,40}\\?[qQbB]\\?|=(${HEX}{2})`,
  codeOfHex,
);

export const entities = replacing("&", /&#?[0-9a-z]{1,40};?/gi, htmlOf);
/** In forms. */
export const plus = replacing("+", /\+/g, () => " ");

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
export function* mixed(text: string, shortest: number, spend: Spend): Iterable<string> {
  let view = text;
  for (const decode of [percent, backslash, entities, quotedPrintable]) {
    for (const decoded of decode(view, shortest, spend)) {
      view = decoded;
      break;
    }
  }
  if (view !== text) yield view;
}
