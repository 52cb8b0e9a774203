// Characters: other encodings of text, other forms of a letter, and lines.

import { fromUtf8, utf8, WINDOWS_1252 } from "./bytes.ts";
import { MATCH, type Spend } from "./decoder.ts";

/** Mail and terminals break long texts into lines. */
export function* joined(text: string, _: number, spend: Spend): Iterable<string> {
  const lines = text.split(/[\r\n]+/);
  spend(text.length + MATCH * lines.length);
  if (lines.length > 1) yield lines.map((line) => line.trim()).join("");
}

/** UTF-16 of either order, and what has more zeros. */
export function* wide(text: string, _: number, spend: Spend): Iterable<string> {
  if (!text.includes("\0")) return;
  spend(text.length * MATCH);
  yield text.replace(/\0+/g, "");
  yield text.replace(/([^])\0/g, "$1");
  yield text.replace(/\0([^])/g, "$1");
}

/** UTF-8 that was made of bytes, as if each were a character. */
export function* misread(text: string, _: number, spend: Spend): Iterable<string> {
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
export function* compatible(text: string, _: number, spend: Spend): Iterable<string> {
  if (!/[\xc2-\xf4][\x80-\xbf]/.test(text)) return;
  spend(text.length * 4);
  const view = utf8(
    fromUtf8(text)
      .normalize("NFKC")
      .replace(/\p{Default_Ignorable_Code_Point}/gu, ""),
  );
  if (view !== text) yield view;
}
