// Broken: the broken deliveries, judged as in every other runtime.

import * as countersign from "countersign";
import { explain } from "countersign/explain";
import { Checks, whereThrown } from "@tests/portable/checks.mjs";
import { checked, explained, wordsOf } from "@tests/portable/explain.mjs";
import corpus from "virtual:corpus/explain";
import { type BrokenFile, type BrokenVector, type Judged, nameOf, type RawVector, type Row } from "./messages.ts";

const files = corpus as readonly BrokenFile[];
const vectors = files.flatMap(({ scheme, vectors }) => vectors.map((vector) => ({ scheme, vector })));
const namespaces = { ...countersign, explain };

export const rows: readonly Row[] = vectors.map(({ scheme, vector }) => ({
  part: "broken",
  id: vector.id,
  scheme: nameOf(scheme),
  comment: vector.comment,
  expected: expectedOf(vector),
}));

export const rawVector = (at: number): RawVector => ({ scheme: vectors[at]!.scheme, ...vectors[at]!.vector });

// Of an attack nothing may be found.
function expectedOf({ reason, finding }: BrokenVector): string[] {
  return [reason, finding ?? "nothing"];
}

/** Explains one broken delivery: its verdict and what ranks first; and the verdict of the module that verifies. */
export function judge(at: number): Judged {
  const { scheme, vector } = vectors[at]!;
  const checks = new Checks();
  try {
    const { verdict, findings } = explained(namespaces, scheme, vector);
    const check = checked(namespaces, scheme, vector);
    const got = [verdict.code ?? "verified", findings[0]?.code ?? "nothing"];
    compare(vector, expectedOf(vector).join(", "), got.join(", "), checks);
    compare(vector, vector.reason, check.code ?? "verified", checks);
    compare(vector, JSON.stringify(check), JSON.stringify(wordsOf(verdict)), checks);
    return { got, checks: checks.checks, disagreements: checks.disagreements };
  } catch (error) {
    checks.that(false, () => `${vector.id}: threw ${whereThrown(error)}`);
    return { got: ["threw"], checks: checks.checks, disagreements: checks.disagreements };
  }
}

function compare({ id, comment }: BrokenVector, expected: string, got: string, checks: Checks): void {
  checks.that(got === expected, () => `${id} ${comment}: expected ${expected}, got ${got}`);
}
