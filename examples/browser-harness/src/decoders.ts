// Decoders: the ways in which a text may be written. Each one undoes one of them, wherever in the text it stands.

import { compatible, joined, misread, wide } from "./decoders/characters.ts";
import { compressed } from "./decoders/compressed.ts";
import type { Decoder } from "./decoders/decoder.ts";
import { apart, base32, base32hex, base64 } from "./decoders/digits.ts";
import { dump } from "./decoders/dump.ts";
import { backslash, css, entities, mixed, octal, percent, plus, quotedPrintable } from "./decoders/escapes.ts";
import { numbers } from "./decoders/numbers.ts";

/** By the name of what each one undoes. */
export const DECODERS: Readonly<Record<string, Decoder>> = {
  percent,
  backslash,
  octal,
  css,
  "quoted-printable": quotedPrintable,
  entities,
  plus,
  mixed,
  lines: joined,
  wide,
  misread,
  compatible,
  base64,
  base32,
  base32hex,
  hex: apart,
  numbers,
  dump,
  compressed,
};
