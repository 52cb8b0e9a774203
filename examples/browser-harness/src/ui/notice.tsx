// Notice: a sentence that the reader must not miss. The word says what the colour says.

import type { ComponentChildren } from "preact";

/** A notice; good and bad ones begin with a mark, not with a colour alone. */
export function Notice({ kind, children }: { kind: "good" | "bad" | "info"; children: ComponentChildren }) {
  const mark = { good: "✓", bad: "✕", info: "i" }[kind];
  return (
    <div class={`notice ${kind}`}>
      <span class="mark" aria-hidden="true">
        {mark}
      </span>
      <div>{children}</div>
    </div>
  );
}
