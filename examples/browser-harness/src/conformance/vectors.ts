// Vectors: the corpus, judged as in every other runtime, by the portable suite's own code.

import * as countersign from "countersign";
import { Checks, whereThrown } from "@tests/portable/checks.mjs";
import { runVector } from "@tests/portable/deliveries.mjs";
import { readCorpus } from "@tests/portable/vectors.mjs";
import corpus from "virtual:corpus";
import { type Judged, nameOf, type RawVector, type Row, type VectorFile } from "./messages.ts";

const files = corpus as readonly VectorFile[];
const vectors = readCorpus(files);
const raw: readonly RawVector[] = files.flatMap(({ scheme, vectors }) => vectors.map((each) => ({ ...each, scheme })));

export const rows: readonly Row[] = vectors.map(({ id, scheme, comment, expected }) => ({
  part: "vectors",
  id,
  scheme: nameOf(scheme),
  comment,
  expected: [expected],
}));

export const rawVector = (at: number): RawVector => raw[at]!;

/** Puts one vector through every form: `check`, `verify`, and back by `sign`. */
export function judge(at: number): Judged {
  const checks = new Checks();
  const answers: string[] = [];
  try {
    runVector({ ...countersign, Webhook: listening(answers) }, vectors[at]!, checks);
  } catch (error) {
    checks.that(false, () => `${vectors[at]!.id}: threw ${whereThrown(error)}`);
  }
  return { got: [answers[0] ?? "threw"], checks: checks.checks, disagreements: checks.disagreements };
}

/** A `Webhook` that notes what `check` answers, and changes nothing. */
function listening(answers: string[]) {
  return class<P extends string> extends countersign.Webhook<P> {
    override check(...delivery: Parameters<countersign.Webhook<P>["check"]>) {
      const answer = super.check(...delivery);
      answers.push(answer.ok ? "verified" : answer.code);
      return answer;
    }
  };
}
