// TextDump: the bytes as UTF-8; what is no UTF-8 stands as its hex, what is invisible as a sign.

import type { VNode } from "preact";
import { hexByte } from "./bytes.ts";
import { Page } from "./page.tsx";
import { isIn, type Range } from "./ranges.ts";
import { Sign, signOf } from "./visible.tsx";

interface Character {
  readonly shown: string;
  readonly kind: "plain" | "sign" | "break";
  readonly isMarked: boolean;
}

/** The bytes as text. */
export function TextDump({ bytes, ranges, label }: { bytes: Uint8Array; ranges: readonly Range[]; label: string }) {
  return (
    <Page bytes={bytes} ranges={ranges} unit={1}>
      {(start, end) => (
        <pre class="dump text" tabIndex={0} role="group" aria-label={`${label}, as text`}>
          {runs(charactersOf(bytes, start, end, ranges))}
        </pre>
      )}
    </Page>
  );
}

function runs(characters: readonly Character[]): (VNode | string)[] {
  const parts: (VNode | string)[] = [];
  for (let from = 0; from < characters.length; ) {
    const { isMarked } = characters[from]!;
    let to = from + 1;
    while (to < characters.length && characters[to]!.isMarked === isMarked) to++;
    const run = spans(characters.slice(from, to));
    if (isMarked) parts.push(<mark key={from}>{run}</mark>);
    else parts.push(...run);
    from = to;
  }
  return parts;
}

function spans(characters: readonly Character[]): (VNode | string)[] {
  const parts: (VNode | string)[] = [];
  let plain = "";
  for (const { shown, kind } of characters) {
    if (kind === "plain") {
      plain += shown;
      continue;
    }
    parts.push(plain, <Sign>{shown}</Sign>, kind === "break" ? "\n" : "");
    plain = "";
  }
  return [...parts, plain];
}

function charactersOf(bytes: Uint8Array, start: number, end: number, ranges: readonly Range[]): Character[] {
  const characters: Character[] = [];
  for (let at = start; at < end; ) {
    const length = lengthAt(bytes, at);
    const isMarked = Array.from({ length: Math.max(length, 1) }, (_, index) => isIn(at + index, ranges)).includes(true);
    characters.push(characterAt(bytes, at, length, isMarked));
    at += Math.max(length, 1);
  }
  return characters;
}

function characterAt(bytes: Uint8Array, at: number, length: number, isMarked: boolean): Character {
  if (length === 0) return { shown: `\\x${hexByte(bytes[at]!)}`, kind: "sign", isMarked };
  const text = decoder.decode(bytes.subarray(at, at + length));
  const sign = signOf(text);
  return { shown: sign ?? text, kind: sign === null ? "plain" : text === "\n" ? "break" : "sign", isMarked };
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** How many bytes the UTF-8 character here has; 0 where there is none. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  try {
    return decoder.decode(bytes.subarray(at, at + length)).length > 0 ? length : 0;
  } catch {
    return 0;
  }
}
