// The explainer, beside the page: a body of half a megabyte keeps it busy for a second or two.

import type { SchemeSpec } from "countersign";
import { type ExplainInput, explain } from "countersign/explain";

/** What the page asks. Of the scheme, which the page has checked, the fields travel and the class does not. */
export type Question = Omit<ExplainInput, "scheme"> & { readonly scheme: SchemeSpec };

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  try {
    postMessage({ explanation: explain({ ...data, scheme: schemeOf(data.scheme) }) });
  } catch (problem) {
    postMessage({ problem: (problem as Error).message });
  }
});

// To define it again, this worker would have to carry the module that verifies, too. By this tag a scheme of another
// copy of the package is known.
function schemeOf(spec: SchemeSpec): Exclude<ExplainInput["scheme"], string> {
  return { ...spec, [Symbol.toStringTag]: "Scheme" };
}
