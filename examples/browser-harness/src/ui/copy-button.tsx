// CopyButton: puts a text on the clipboard, and says so.

import { useSignal } from "@preact/signals";

/** A button that copies `text`; `label` tells a screen reader what it copies. */
export function CopyButton({ text, label }: { text: string | (() => string); label: string }) {
  const said = useSignal("");
  const copy = async () => {
    said.value = (await copied(typeof text === "string" ? text : text())) ? "Copied" : "Not copied";
    setTimeout(() => (said.value = ""), 1500);
  };
  return (
    <>
      <button type="button" class="copy" aria-label={`Copy ${label}`} onClick={copy}>
        {said.value || "Copy"}
      </button>
      {/* Not in the button, whose name is all that is read of it. */}
      <span class="unseen" role="status">
        {said}
      </span>
    </>
  );
}

// Without HTTPS there is no clipboard; with it, the user may still refuse.
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
