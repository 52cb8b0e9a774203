// Dump: what tools print of a file.

import { ofByte } from "./bytes.ts";
import { MATCH, type Spend } from "./decoder.ts";
import { ofHex } from "./digits.ts";

/** Dumps of xxd, hexdump, od and the like: lines of an offset, bytes, and often the same bytes as text. */
export function* dump(text: string, _: number, spend: Spend): Iterable<string> {
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
