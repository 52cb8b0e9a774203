// ClockFields: the receiver's time, and how old a delivery may be for it.

import { useSignal } from "@preact/signals";
import { now, tolerance } from "../state.ts";
import { Field } from "../ui/index.ts";

/** Takes the time and the tolerance; what is left empty is this machine's, or the scheme's. */
export function ClockFields() {
  return (
    <div class="pair">
      <Draft
        label="Time of the receiver"
        hint={now.value === null ? "Empty: this machine's clock." : new Date(now.value).toISOString()}
        placeholder="ISO 8601, or seconds or ms since 1970"
        value={now.value}
        shown={(ms) => new Date(ms).toISOString()}
        parse={parseTime}
        wrong="Not a time: 2026-10-05T09:30:00Z, 1791192600 or 1791192600000."
        set={(ms) => (now.value = ms)}
      />
      <Draft
        label="Tolerance in seconds"
        hint="Empty: the scheme's own."
        placeholder="300"
        value={tolerance.value}
        shown={String}
        parse={parseSeconds}
        wrong="Not a number of whole seconds."
        set={(seconds) => (tolerance.value = seconds)}
      />
    </div>
  );
}

interface DraftProps {
  label: string;
  hint: string;
  placeholder: string;
  value: number | null;
  shown(value: number): string;
  parse(text: string): number | null;
  wrong: string;
  set(value: number | null): void;
}

// What is typed stands as it was typed while it means what is set.
function Draft({ label, hint, placeholder, value, shown, parse, wrong, set }: DraftProps) {
  const draft = useSignal("");
  const isWrong = draft.value.trim() !== "" && parse(draft.value) === null;
  const isDraft = isWrong || parse(draft.value) === value;
  const text = isDraft ? draft.value : value === null ? "" : shown(value);
  const type = (typed: string) => {
    draft.value = typed;
    set(parse(typed));
  };
  return (
    <Field label={label} hint={hint} error={isWrong ? wrong : null}>
      <input
        class="mono"
        value={text}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => type(event.currentTarget.value)}
      />
    </Field>
  );
}

/** A time in milliseconds; numbers below 10^11 are seconds, as of 1973 no time in milliseconds is. */
export function parseTime(text: string): number | null {
  const trimmed = text.trim();
  if (/^\d{1,16}(\.\d+)?$/.test(trimmed)) {
    const number = Number(trimmed);
    return Math.round(number < 1e11 ? number * 1000 : number);
  }
  const ms = /^\d{4}-\d\d-\d\d/.test(trimmed) ? Date.parse(trimmed) : Number.NaN;
  return Number.isNaN(ms) || ms < 0 ? null : ms;
}

function parseSeconds(text: string): number | null {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}
