// HexDump: offset, bytes and characters; what differs is marked in both columns.

import { signal } from "@preact/signals";
import type { VNode } from "preact";
import { hexByte } from "./bytes.ts";
import { Page } from "./page.tsx";
import { isIn, type Range } from "./ranges.ts";

// On a phone, and where two dumps stand side by side, sixteen bytes are too wide.
const wide = matchMedia("(min-width: 40rem) and (max-width: 63.99rem), (min-width: 80rem)");
const perLine = signal(wide.matches ? 16 : 8);
wide.addEventListener("change", () => (perLine.value = wide.matches ? 16 : 8));

interface DumpProps {
  bytes: Uint8Array;
  ranges: readonly Range[];
  label: string;
}

/** The bytes as hex. */
export function HexDump({ bytes, ranges, label }: DumpProps) {
  const count = perLine.value;
  return (
    <Page bytes={bytes} ranges={ranges} unit={count}>
      {(start, end) => (
        <pre class="dump" tabIndex={0} role="group" aria-label={`${label}, as hex`}>
          {linesOf(start, end, count).map((at) => (
            <Line key={at} bytes={bytes} at={at} end={Math.min(at + count, end)} count={count} ranges={ranges} />
          ))}
        </pre>
      )}
    </Page>
  );
}

function Line({
  bytes,
  at,
  end,
  count,
  ranges,
}: Omit<DumpProps, "label"> & { at: number; end: number; count: number }) {
  const digits = (byte: number) => hexByte(byte);
  const gap = "   ".repeat(count - (end - at));
  return (
    <div>
      <span class="offset">{at.toString(16).padStart(bytes.length > 0xffff ? 6 : 4, "0")}</span>
      {"  "}
      {runs(bytes, at, end, ranges, digits, " ")}
      {gap}
      {"  "}
      {runs(bytes, at, end, ranges, characterOf, "")}
    </div>
  );
}

// Neighbours that are both marked share one mark, so that a page is hundreds of elements and not thousands.
function runs(
  bytes: Uint8Array,
  at: number,
  end: number,
  ranges: readonly Range[],
  shown: (byte: number) => string,
  gap: string,
) {
  const parts: (string | VNode)[] = [];
  for (let from = at; from < end; ) {
    const isMarked = isIn(from, ranges);
    let to = from + 1;
    while (to < end && isIn(to, ranges) === isMarked) to++;
    const text = Array.from(bytes.subarray(from, to), shown).join(gap);
    parts.push(isMarked ? <mark key={from}>{text}</mark> : text, to < end ? gap : "");
    from = to;
  }
  return parts;
}

function characterOf(byte: number): string {
  return byte < 0x20 || byte > 0x7e ? "." : String.fromCharCode(byte);
}

function linesOf(start: number, end: number, count: number): number[] {
  return Array.from({ length: Math.ceil((end - start) / count) }, (_, line) => start + line * count);
}
