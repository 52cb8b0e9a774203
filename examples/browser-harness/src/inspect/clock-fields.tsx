// ClockFields: the receiver's time, and how old a delivery may be for it.

import { computed, useSignal } from "@preact/signals";
import { WebhookError } from "countersign";
import { parseTolerance, typedTolerance } from "../limits.ts";
import { checkedScheme, maxEventAge, now, tolerance } from "../state.ts";
import { LATEST_MS } from "../time.ts";
import { Field } from "../ui/index.ts";

/** Takes the time and the limits; what is left empty is this machine's, or the scheme's. */
export function ClockFields() {
  return (
    <div class="stack">
      <div class="pair">
        <Draft
          label="Time of the receiver"
          hint={now.value === null ? "Empty: this machine's clock." : new Date(now.value).toISOString()}
          placeholder="2026-10-05T09:30:00Z"
          value={now.value}
          shown={(ms) => new Date(ms).toISOString()}
          parse={parseTime}
          wrong="Not a time: 2026-10-05T09:30:00Z, 1791192600 or 1791192600000."
          set={(ms) => (now.value = ms)}
        />
        <Draft
          label="Tolerance in seconds"
          hint="Empty: the scheme's own. off: any age. 300, 60: past, future."
          placeholder="300"
          value={tolerance.value}
          shown={typedTolerance}
          parse={parseTolerance}
          wrong="Not a number of whole seconds, not two with a comma between them, and not off."
          set={(seconds) => (tolerance.value = seconds)}
        />
      </div>
      {tellsTime.value && <EventAge />}
    </div>
  );
}

// It stays as long as it says something, so that it can be taken back.
const tellsTime = computed(() => {
  const scheme = checkedScheme.value;
  return maxEventAge.value !== null || (!(scheme instanceof WebhookError) && scheme.eventTime !== undefined);
});

function EventAge() {
  return (
    <Draft
      label="Maximum age of the event in seconds"
      hint="Empty: any age. It is read from the signed body."
      placeholder="3600"
      value={maxEventAge.value}
      shown={String}
      parse={parseAge}
      wrong="Not a number of whole seconds."
      set={(seconds) => (maxEventAge.value = seconds)}
    />
  );
}

interface DraftProps<Value> {
  label: string;
  hint: string;
  placeholder: string;
  value: Value | null;
  shown(value: Value): string;
  parse(text: string): Value | null;
  wrong: string;
  set(value: Value | null): void;
}

// What is typed stands as it was typed while it means what is set.
function Draft<Value>({ label, hint, placeholder, value, shown, parse, wrong, set }: DraftProps<Value>) {
  const draft = useSignal("");
  const written = (one: Value | null) => (one === null ? "" : shown(one));
  const isWrong = draft.value.trim() !== "" && parse(draft.value) === null;
  const isDraft = isWrong || written(parse(draft.value)) === written(value);
  const text = isDraft ? draft.value : written(value);
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
  const ms = msOf(text.trim());
  return ms >= 0 && ms <= LATEST_MS ? ms : null;
}

function msOf(text: string): number {
  if (/^\d{4}-\d\d-\d\d/.test(text)) return Date.parse(text);
  if (!/^\d{1,16}(\.\d+)?$/.test(text)) return Number.NaN;
  const number = Number(text);
  return Math.round(number < 1e11 ? number * 1000 : number);
}

function parseAge(text: string): number | null {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}
