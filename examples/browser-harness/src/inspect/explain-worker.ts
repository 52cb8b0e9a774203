// The explainer, beside the page: a body of half a megabyte keeps it busy for a second or two.

import { type ExplainInput, explain } from "countersign/explain";

/** What the page asks; the scheme is text, since its class does not travel. */
export type Question = Omit<ExplainInput, "scheme"> & { readonly scheme: string };

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  try {
    postMessage({ explanation: explain({ ...data, scheme: schemeOf(data.scheme) }) });
  } catch (problem) {
    postMessage({ problem: (problem as Error).message });
  }
});

// The name of a provider, or a text form that the page has checked.
function schemeOf(text: string): ExplainInput["scheme"] {
  if (!text.includes(":")) return text as ExplainInput["scheme"];
  return {
    name: "",
    text,
    toString: () => text,
    toJSON: () => text,
    [Symbol.toStringTag]: "Scheme",
  } as ExplainInput["scheme"];
}
