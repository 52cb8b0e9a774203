// Rows: which of them the table shows, and in which order.

import type { Outcome, Part, Row } from "./messages.ts";

export const columns = ["id", "scheme", "comment", "expected", "got", "micros"] as const;
export type Column = (typeof columns)[number];

/** What the reader asks of the table; an empty text, scheme or code asks for nothing. */
export interface Query {
  readonly text: string;
  readonly part: Part | "";
  readonly scheme: string;
  readonly code: string;
  readonly onlyDisagreements: boolean;
  readonly sort: Column | null;
  readonly descending: boolean;
}

export const everything: Query = {
  text: "",
  part: "",
  scheme: "",
  code: "",
  onlyDisagreements: false,
  sort: null,
  descending: false,
};

type Outcomes = readonly (Outcome | undefined)[];

/** The indices of the rows that match, in the order that was asked for. */
export function select(rows: readonly Row[], outcomes: Outcomes, query: Query): number[] {
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (row: Row, outcome: Outcome | undefined) =>
    (query.part === "" || row.part === query.part) &&
    (query.scheme === "" || row.scheme === query.scheme) &&
    (query.code === "" || row.expected.includes(query.code)) &&
    (!query.onlyDisagreements || disagrees(outcome)) &&
    (words.length === 0 || hasAll(textOf(row, outcome), words));
  const found = rows.flatMap((row, at) => (matches(row, outcomes[at]) ? [at] : []));
  return query.sort ? sorted(found, rows, outcomes, query.sort, query.descending) : found;
}

export function disagrees(outcome: Outcome | undefined): boolean {
  return (outcome?.disagreements.length ?? 0) > 0;
}

function textOf({ id, scheme, comment, expected }: Row, outcome: Outcome | undefined): string {
  return [id, scheme, comment, ...expected, ...(outcome?.got ?? [])].join(" ").toLowerCase();
}

const hasAll = (text: string, words: readonly string[]) => words.every((word) => text.includes(word));

function sorted(found: number[], rows: readonly Row[], outcomes: Outcomes, sort: Column, descending: boolean) {
  const keys = new Map(found.map((at) => [at, keyOf(rows[at]!, outcomes[at], sort)]));
  const sign = descending ? -1 : 1;
  return found.sort((one, other) => sign * compare(keys.get(one)!, keys.get(other)!) || one - other);
}

// What has not run yet stands before what took no time at all.
function keyOf(row: Row, outcome: Outcome | undefined, sort: Column): string | number {
  if (sort === "micros") return outcome?.micros ?? -1;
  if (sort === "got") return (outcome?.got ?? []).join(" ");
  return sort === "expected" ? row.expected.join(" ") : row[sort];
}

function compare(one: string | number, other: string | number): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Each value and how many rows have it, the values in order. */
export function counted(values: readonly string[]): readonly (readonly [value: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([one], [other]) => compare(one, other));
}
