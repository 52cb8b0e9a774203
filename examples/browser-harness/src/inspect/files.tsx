// Files: from a button and by drop, as the bytes they are.

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";

/** A button that opens the file dialog. */
export function FileButton({ label, onFile }: { label: string; onFile(file: File): void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="plain" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
          // So that the same file can be chosen again.
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}

/** What makes an element take files that are dropped on it. */
export function useDrop(onFile: (file: File) => void) {
  const isOver = useSignal(false);
  return {
    "data-over": isOver.value ? "" : undefined,
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      isOver.value = true;
    },
    onDragLeave: () => {
      isOver.value = false;
    },
    onDrop: (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      isOver.value = false;
      if (!file) return;
      event.preventDefault();
      event.stopPropagation();
      onFile(file);
    },
  };
}
