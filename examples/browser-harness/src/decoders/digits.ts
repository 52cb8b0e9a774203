// Digits: bytes as digits of some base, in runs or apart.

import { ofBytes } from "./bytes.ts";
import { BETWEEN, type Decoder, MATCH, type Spend } from "./decoder.ts";

export const ofHex = ofDigits("0123456789ABCDEF", 4);
const hex = runs(/[0-9a-f]+/gi, 4, ofHex);
const binary = runs(/[01]+/g, 1, ofDigits("01", 1));
export const base64 = runs(
  /[A-Za-z0-9+/_-]+/g,
  6,
  ofDigits("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", 6, "+-", "/_"),
);
export const base32 = runs(/[A-Za-z2-7]+/g, 5, ofDigits("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 5));
export const base32hex = runs(/[0-9A-Va-v]+/g, 5, ofDigits("0123456789ABCDEFGHIJKLMNOPQRSTUV", 5));

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
export function* apart(text: string, shortest: number, spend: Spend): Iterable<string> {
  spend(text.length * 8);
  const bare = text.replace(/0x([0-9a-f])(?![0-9a-f])/gi, "0x0$1").replace(/0x|\\x|[^0-9a-z]+/gi, "");
  yield* hex(bare, shortest, spend);
  yield* binary(bare.replaceAll("0b", ""), shortest, spend);
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
