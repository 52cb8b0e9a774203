// RequestFields: the method, the URL and the headers, one by one.

import { useSignal } from "@preact/signals";
import { delivery, type Delivery } from "../state.ts";
import { Field } from "../ui/index.ts";

/** Edits all of the request but its body. */
export function RequestFields() {
  const { method, url } = delivery.value;
  return (
    <>
      <div class="request-line">
        <Field label="Method">
          <input value={method} spellcheck={false} onInput={(event) => edit({ method: event.currentTarget.value })} />
        </Field>
        <Field label="URL">
          <input
            class="mono"
            value={url}
            spellcheck={false}
            autocomplete="off"
            autocapitalize="off"
            onInput={(event) => edit({ url: event.currentTarget.value })}
          />
        </Field>
      </div>
      <HeadersField />
    </>
  );
}

function HeadersField() {
  const draft = useSignal("");
  const { headers } = delivery.value;
  // While it says the same, what was typed stands as it was typed.
  const text = isSame(headersOf(draft.value), headers) ? draft.value : textOf(headers);
  const bad = linesOf(text).filter((line) => line.indexOf(":") < 1);
  const type = (value: string) => {
    draft.value = value;
    edit({ headers: headersOf(value) });
  };
  return (
    <Field
      label="Headers"
      hint="One to a line, as Name: value."
      error={
        bad.length > 0 ? `This line has no name in front of a colon, and is left out: ${bad[0]!.slice(0, 60)}` : null
      }
    >
      <textarea
        rows={5}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
      />
    </Field>
  );
}

function edit(change: Partial<Delivery>): void {
  delivery.value = { ...delivery.value, ...change };
}

function textOf(headers: Delivery["headers"]): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join("\n");
}

// The blanks behind a value are the explainer's to find, so only the one behind the colon goes.
function headersOf(text: string): [string, string][] {
  return linesOf(text).flatMap((line) => {
    const colon = line.indexOf(":");
    return colon < 1
      ? []
      : [[line.slice(0, colon).trim(), line.slice(colon + 1).replace(/^ /, "")] as [string, string]];
  });
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}

function isSame(left: Delivery["headers"], right: Delivery["headers"]): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
