// Numbers: lists of them, as programs print bytes.

import { ofByte, ofCodePoint } from "./bytes.ts";
import { BETWEEN, MATCH, type Spend } from "./decoder.ts";

/** Lists of numbers, as `JSON.stringify` writes bytes, or with an index before each. */
export function* numbers(text: string, shortest: number, spend: Spend): Iterable<string> {
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
