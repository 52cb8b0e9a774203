// BodyField: the body as text where that is safe, as hex where it is not.

import { useSignal } from "@preact/signals";
import { delivery } from "../state.ts";
import { Field } from "../ui/index.ts";
import { areEqual, bytesOfHex, editableText, hexOf, sizeOf } from "./bytes.ts";
import { FileButton, useDrop } from "./files.tsx";

/** A text box of this many characters still answers to keys at once. */
const EDITED_BYTES = 256 * 1024;
const SHOWN_BYTES = 1024;

/** Edits the bytes of the body. */
export function BodyField() {
  const wantsHex = useSignal(false);
  const { body } = delivery.value;
  const text = editableText(body);
  const drop = useDrop((file) => void openBody(file));
  const isLarge = body.length > EDITED_BYTES;
  const asHex = wantsHex.value || text === null || isLarge;
  return (
    <div class="body-field" {...drop}>
      {isLarge ? <Large /> : asHex ? <Hex why={whyHex(text)} /> : <Text text={text} />}
      <div class="row between below">
        <label class="choice">
          <input
            type="checkbox"
            checked={asHex}
            disabled={text === null || isLarge}
            onChange={(event) => (wantsHex.value = event.currentTarget.checked)}
          />
          Edit as hex
        </label>
        <span class="hint">{sizeOf(body.length)}</span>
        <FileButton label="Body from a file" onFile={(file) => void openBody(file)} />
      </div>
    </div>
  );
}

/** Takes the bytes of a file as they are. */
export async function openBody(file: File): Promise<void> {
  setBody(new Uint8Array(await file.arrayBuffer()));
}

function Text({ text }: { text: string }) {
  return (
    <Field label="Body" hint="The bytes as they arrived, not pretty-printed.">
      <textarea
        class="tall"
        rows={7}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        value={text}
        onInput={(event) => setBody(new TextEncoder().encode(event.currentTarget.value))}
      />
    </Field>
  );
}

function Hex({ why }: { why: string }) {
  const draft = useSignal("");
  const { body } = delivery.value;
  const drafted = bytesOfHex(draft.value);
  const isDraft = drafted === null || areEqual(drafted, body);
  const edit = (text: string) => {
    draft.value = text;
    const bytes = bytesOfHex(text);
    if (bytes) setBody(bytes);
  };
  const error = drafted === null ? "This is not hex: two digits make a byte. The last bytes that were are kept." : null;
  return (
    <Field label="Body, as hex" hint={why} error={error}>
      <textarea
        class="tall"
        rows={7}
        spellcheck={false}
        autocomplete="off"
        value={isDraft && draft.value !== "" ? draft.value : hexOf(body)}
        onInput={(event) => edit(event.currentTarget.value)}
        onBlur={() => (draft.value = "")}
      />
    </Field>
  );
}

function Large() {
  return (
    <Field
      label="Body"
      hint={`Kept as it is. More than ${sizeOf(EDITED_BYTES)} are not edited here: these are the first ${sizeOf(SHOWN_BYTES)}.`}
    >
      <textarea class="tall" rows={7} readOnly value={hexOf(delivery.value.body.subarray(0, SHOWN_BYTES))} />
    </Field>
  );
}

function whyHex(text: string | null): string {
  if (text !== null) return "Two digits make a byte; blanks between them mean nothing.";
  if (delivery.value.body.includes(0x0d)) return "The body holds carriage returns, which a text box would lose.";
  return "The body is not plain UTF-8 text, so it is edited as its bytes.";
}

function setBody(body: Uint8Array): void {
  delivery.value = { ...delivery.value, body };
}
