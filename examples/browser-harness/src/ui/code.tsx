// Code: a block of code that scrolls in itself, never the page.

import type { ComponentChildren } from "preact";

/** A block of code; `wrap` breaks long lines, where otherwise they scroll. */
export function Code({ children, wrap = false }: { children: ComponentChildren; wrap?: boolean }) {
  return (
    <pre class={wrap ? "code wrap" : "code"} tabIndex={wrap ? undefined : 0}>
      <code>{children}</code>
    </pre>
  );
}
