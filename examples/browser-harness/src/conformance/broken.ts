// Broken: the broken deliveries, judged as in every other runtime.

import * as countersign from "countersign";
import { explain } from "countersign/explain";
import { Checks } from "@tests/portable/checks.mjs";
import { checked, explained } from "@tests/portable/explain.mjs";
import corpus from "virtual:corpus/explain";
import type { BrokenFile, BrokenVector, Judged, RawVector, Row } from "./messages.ts";

const files = corpus as readonly BrokenFile[];
const vectors = files.flatMap(({ scheme, vectors }) => vectors.map((vector) => ({ scheme, vector })));
const namespaces = { ...countersign, explain };

export const rows: readonly Row[] = vectors.map(({ scheme, vector }) => ({
  part: "broken",
  id: vector.id,
  scheme,
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
  const expected = expectedOf(vector).join(", ");
  const [got, verified] = [answer(() => explainedCodes(scheme, vector)), answer(() => verifiedCode(scheme, vector))];
  const line = (wanted: string, came: string) => `${vector.id} ${vector.comment}: expected ${wanted}, got ${came}`;
  checks.that(got.join(", ") === expected, () => line(expected, got.join(", ")));
  checks.that(verified[0] === vector.reason, () => line(vector.reason, `${verified[0]} (check)`));
  return { got, checks: checks.checks, disagreements: checks.disagreements };
}

function explainedCodes(scheme: string, vector: BrokenVector): string[] {
  const { verdict, findings } = explained(namespaces, scheme, vector);
  return [verdict.code ?? "verified", findings[0]?.code ?? "nothing"];
}

function verifiedCode(scheme: string, vector: BrokenVector): string[] {
  return [checked(namespaces, scheme, vector) ?? "verified"];
}

function answer(ask: () => string[]): string[] {
  try {
    return ask();
  } catch (error) {
    return [`threw ${error}`];
  }
}
