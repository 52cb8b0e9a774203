// Page: a part of many bytes, around the first that differ, and more of them on demand.

import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { sizeOf } from "./bytes.ts";
import type { Range } from "./ranges.ts";

/** How many bytes are shown at first, and by each demand more. */
const PAGE_BYTES = 1024;
/** From here on the first difference has so many bytes shown in front of it, and not all. */
const FAR_BYTES = 512;
const BEFORE_BYTES = 64;

interface PageProps {
  bytes: Uint8Array;
  ranges: readonly Range[];
  /** Pages begin and end at a multiple of this. */
  unit: number;
  children(start: number, end: number): ComponentChildren;
}

/** Shows a part of the bytes, with buttons for what lies before and behind. */
export function Page({ bytes, ranges, unit, children }: PageProps) {
  const different = ranges[0]?.[0] ?? 0;
  const first = different < FAR_BYTES ? 0 : different - BEFORE_BYTES;
  const before = useSignal(0);
  const behind = useSignal(PAGE_BYTES);
  const start = Math.max(0, first - before.value - ((first - before.value) % unit));
  const end = Math.min(bytes.length, start + before.value + behind.value);
  return (
    <>
      {start > 0 && (
        <button type="button" class="plain" onClick={() => (before.value += PAGE_BYTES)}>
          Show more before: {sizeOf(start)}
        </button>
      )}
      {children(start, end)}
      {end < bytes.length && (
        <button type="button" class="plain" onClick={() => (behind.value *= 2)}>
          Show more: {sizeOf(bytes.length - end)}
        </button>
      )}
    </>
  );
}
