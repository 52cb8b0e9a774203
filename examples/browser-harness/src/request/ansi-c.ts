// ANSI-C: the escapes of bash's `$'…'`, in which browsers write every body that holds a quote or a control
// character. A byte is a byte, and `\u` is the UTF-8 of its character; half of a pair is taken with the other.

import { utf8 } from "./reading.ts";

/** What `$'…'` stands for; `notes` learns of a byte that no shell could hand on. */
export function unescapeAnsiC(inner: string, notes: Set<string>): string {
  return inner.replace(ANSI_C_ESCAPE, (whole, pair, hex4, hex8, hex2, octal, control, letter) => {
    const point = pair ? pair.replaceAll(/\\?u/gi, "") : (hex4 ?? hex8);
    const byte = hex2 ? Number.parseInt(hex2, 16) : octal ? Number.parseInt(octal, 8) & 0xff : undefined;
    if (byte === 0 || (point && /^0+$/.test(point))) notes.add(NUL);
    if (pair) return utf8(surrogates(point));
    if (point) return pointOf(Number.parseInt(point, 16)) ?? whole;
    if (byte !== undefined) return String.fromCharCode(byte);
    if (control) return String.fromCharCode(control.charCodeAt(0) & 0x1f);
    return ANSI_C_LETTERS[letter] ?? (/["'?\\]/.test(letter) ? letter : whole);
  });
}

const surrogates = (hex: string) =>
  String.fromCharCode(Number.parseInt(hex.slice(0, 4), 16), Number.parseInt(hex.slice(4), 16));

const pointOf = (point: number) => (point <= 0x10ffff ? utf8(String.fromCodePoint(point)) : undefined);

const NUL = "The command holds a NUL byte: a shell would end the word there. Here it is kept.";

const ANSI_C_LETTERS: Record<string, string> = {
  a: "\x07",
  b: "\b",
  e: "\x1b",
  E: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

// In the order of the arguments above; a lone half of a pair is taken for a character of its own.
const ESCAPES = [
  "(u[dD][89abAB][0-9a-fA-F]{2}\\\\u[dD][c-fC-F][0-9a-fA-F]{2})",
  "u([0-9a-fA-F]{1,4})",
  "U([0-9a-fA-F]{1,8})",
  "x([0-9a-fA-F]{1,2})",
  "([0-7]{1,3})",
  "c([^])",
  "([^])",
];
const ANSI_C_ESCAPE = new RegExp(`\\\\(?:${ESCAPES.join("|")})`, "g");
