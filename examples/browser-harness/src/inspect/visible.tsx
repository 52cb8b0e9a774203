// Visible: characters that are seen, in place of those that are not.

import type { ComponentChildren } from "preact";

// Names and not the pictures of Unicode: few fonts have those.
const controls =
  "NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US";
const names = new Map(controls.split(" ").map((name, code) => [String.fromCharCode(code), name]));
names.set("\u007f", "DEL").set("\u00a0", "NBSP").set("\ufeff", "BOM");

/** A short text with its invisible characters shown. */
export function visible(text: string): ComponentChildren {
  return Array.from(text, (character) => {
    const sign = signOf(character);
    return sign === null ? character : <Sign>{sign}</Sign>;
  });
}

/** What stands for something that is not seen. */
export function Sign({ children }: { children: string }) {
  return <span class={children === "·" ? "glyph" : "glyph named"}>{children}</span>;
}

/** What stands for an invisible character; null for one that is seen. */
export function signOf(character: string): string | null {
  if (character === " ") return "·";
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
  // Controls, blanks of other widths, and what only changes how its neighbours look.
  const isUnseen = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(character);
  return names.get(character) ?? (isUnseen ? `U+${code}` : null);
}

/** A sentence of the explainer, in which names stand between backticks; some are the sender's to choose. */
export function withCode(sentence: string): ComponentChildren {
  return sentence.split("`").map((part, index) => (index % 2 === 1 ? <code>{visible(part)}</code> : part));
}
