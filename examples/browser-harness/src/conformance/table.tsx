// Table: one row for each vector, fifty at a time, so that five thousand of them cost nothing.

import { computed, signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Outcome, Row } from "./messages.ts";
import { columns, disagrees, everything, select, type Column, type Query } from "./rows.ts";
import { open, outcomes, rows, tick } from "./run.ts";
import { inMicros, inWhole } from "./text.ts";

const PAGE = 50;

export const query = signal<Query>(everything);
const page = signal(0);
const found = computed(() => select(rows.value, outcomes.value, query.value));

/** Asks for other rows, from the first page on. */
export function ask(change: Partial<Query>): void {
  query.value = { ...query.value, ...change };
  page.value = 0;
}

/** The rows that match, with what turns their pages. */
export function Table() {
  const pages = Math.max(1, Math.ceil(found.value.length / PAGE));
  const from = Math.min(page.value, pages - 1) * PAGE;
  const shown = found.value.slice(from, from + PAGE);
  return (
    <>
      <Pager from={from} to={from + shown.length} pages={pages} />
      <div class="conformance-rows" role="region" aria-label="Vectors" tabIndex={0}>
        <table>
          <caption class="unseen">Each vector: what it must come to, and what it came to</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <ColumnHead key={column} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((at) => (
              <VectorRow key={at} at={at} row={rows.value[at]!} outcome={outcomes.value[at]} />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <p class="conformance-none">No vector matches these filters.</p>}
      </div>
    </>
  );
}

const LABELS: Record<Column, string> = {
  id: "Vector",
  scheme: "Scheme",
  comment: "What it is",
  expected: "Expected",
  got: "Got",
  micros: "µs",
};

function ColumnHead({ column }: { column: Column }) {
  const { sort, descending } = query.value;
  const isSorted = sort === column;
  const order = isSorted ? (descending ? "descending" : "ascending") : undefined;
  // Ascending, descending, and back to the order of the files.
  const turn = () =>
    ask(isSorted && descending ? { sort: null, descending: false } : { sort: column, descending: isSorted });
  return (
    <th scope="col" class={column} aria-sort={order}>
      <button type="button" onClick={turn}>
        {LABELS[column]}
        <span aria-hidden="true">{isSorted ? (descending ? " ↓" : " ↑") : ""}</span>
      </button>
    </th>
  );
}

function VectorRow({ at, row, outcome }: { at: number; row: Row; outcome: Outcome | undefined }) {
  return (
    <tr class={disagrees(outcome) ? "disagrees" : undefined} onClick={() => getSelection()?.isCollapsed && open(at)}>
      <th scope="row" class="id">
        <button type="button" aria-label={`${row.id}, open in the inspect tab`} onClick={stopped(() => open(at))}>
          {row.id}
        </button>
        <span class="narrow">{row.comment}</span>
      </th>
      <td class="scheme">{row.scheme}</td>
      <td class="comment">{row.comment}</td>
      <td class="expected">{row.expected.map(code)}</td>
      <td class="got">{outcome ? <Got row={row} outcome={outcome} /> : <span class="pending">–</span>}</td>
      <td class="micros">{outcome && inMicros(outcome.micros, tick.value)}</td>
    </tr>
  );
}

function Got({ row, outcome }: { row: Row; outcome: Outcome }) {
  const wrong = disagrees(outcome);
  return (
    <>
      <span class={wrong ? "mark bad" : "mark good"} role="img" aria-label={wrong ? "disagrees:" : "as expected:"}>
        {wrong ? "✕" : "✓"}
      </span>
      <span>
        {outcome.got.map(code)}
        {wrong && <span class="narrow">expected {row.expected.map(code)}</span>}
      </span>
    </>
  );
}

// A line may break behind an underscore, nowhere else.
function code(text: string): ComponentChildren {
  return (
    <code key={text}>
      {text.split(/(?<=_)/).flatMap((piece, at) => (at === 0 ? [piece] : [<wbr key={at} />, piece]))}
    </code>
  );
}

// The row listens for clicks, too; one is enough.
function stopped(action: () => void) {
  return (event: Event) => {
    event.stopPropagation();
    action();
  };
}

function Pager({ from, to, pages }: { from: number; to: number; pages: number }) {
  const at = from / PAGE;
  const all = found.value.length;
  return (
    <nav class="conformance-pager" aria-label="Pages of the table">
      <button type="button" disabled={at === 0} onClick={() => (page.value = at - 1)}>
        Previous
      </button>
      <button type="button" disabled={at >= pages - 1} onClick={() => (page.value = at + 1)}>
        Next
      </button>
      <span role="status">{all === 0 ? "No rows" : `${inWhole(from + 1)}–${inWhole(to)} of ${inWhole(all)}`}</span>
      <p class="hint">
        µs: all forms of a vector together. This clock ticks every {inMicros(tick.value * 1000, 0)} µs.
      </p>
    </nav>
  );
}
