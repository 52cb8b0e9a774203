// Filters: which rows the reader wants to see.

import { computed } from "@preact/signals";
import { Field } from "../ui/index.ts";
import type { Part } from "./messages.ts";
import { counted } from "./rows.ts";
import { rows } from "./run.ts";
import { ask, query } from "./table.tsx";
import { inWhole } from "./text.ts";

const parts = computed(() => counted(rows.value.map(({ part }) => part)));
const schemes = computed(() => counted(rows.value.map(({ scheme }) => scheme)));
const codes = computed(() => counted(rows.value.flatMap(({ expected }) => expected)));

const PARTS: Record<string, string> = { vectors: "Vectors", broken: "Broken deliveries" };

/** The controls above the table. */
export function Filters() {
  const { text, part, scheme, code, onlyDisagreements } = query.value;
  return (
    <form
      class="conformance-filters"
      role="search"
      aria-label="Filter the vectors"
      onSubmit={(e) => e.preventDefault()}
    >
      <Field label="Text">
        <input
          type="search"
          value={text}
          placeholder="id, words, code"
          onInput={(event) => ask({ text: event.currentTarget.value })}
        />
      </Field>
      <Choice
        label="Part"
        all="Both"
        value={part}
        values={parts.value}
        onChoose={(part) => ask({ part: part as Part })}
      />
      <Choice label="Scheme" all="All" value={scheme} values={schemes.value} onChoose={(scheme) => ask({ scheme })} />
      <Choice label="Expected" all="Any" value={code} values={codes.value} onChoose={(code) => ask({ code })} />
      <label class="choice">
        <input
          type="checkbox"
          checked={onlyDisagreements}
          onChange={(event) => ask({ onlyDisagreements: event.currentTarget.checked })}
        />
        Only disagreements
      </label>
    </form>
  );
}

interface ChoiceProps {
  label: string;
  /** What the empty choice is called. */
  all: string;
  value: string;
  values: readonly (readonly [value: string, count: number])[];
  onChoose(value: string): void;
}

function Choice({ label, all, value, values, onChoose }: ChoiceProps) {
  return (
    <Field label={label}>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{all}</option>
        {values.map(([each, count]) => (
          <option key={each} value={each}>
            {PARTS[each] ?? each} ({inWhole(count)})
          </option>
        ))}
      </select>
    </Field>
  );
}
