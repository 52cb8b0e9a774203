// Verdict: what is said of the delivery, first of all and in one line.

import { outcome, type Outcome } from "./look.ts";

const words = {
  verified: "Verified",
  refused: "Refused",
  misuse: "Cannot be verified yet",
  empty: "Nothing to verify yet",
};
const marks = { verified: "✓", refused: "✕", misuse: "!", empty: "·" };

/** The verdict, with its code and its sentence. */
export function VerdictLine() {
  const result = outcome.value;
  return (
    <div class={`verdict ${result.kind}`} role="status" data-verdict={result.kind}>
      <span class="seal" aria-hidden="true">
        {marks[result.kind]}
      </span>
      <div>
        <h2>
          {words[result.kind]} {codeOf(result)}
        </h2>
        <p>{result.message}</p>
      </div>
    </div>
  );
}

function codeOf(result: Outcome) {
  return result.kind === "refused" || result.kind === "misuse" ? <code data-code>{result.code}</code> : null;
}
