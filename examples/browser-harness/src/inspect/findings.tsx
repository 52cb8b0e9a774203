// Findings: what is wrong, the likeliest first, each with what shows it and the line that mends it.

import type { Explanation, Finding, Framework } from "countersign/explain";
import { delivery } from "../state.ts";
import { Code, CopyButton, Notice } from "../ui/index.ts";
import { frameworks } from "./frameworks.ts";
import { explainProblem, explanation, framework, isFresh, outcome } from "./look.ts";
import { withCode } from "./visible.tsx";

/** All findings, or why there are none. */
export function Findings() {
  const found = explanation.value;
  const isRefused = outcome.value.kind === "refused";
  return (
    <section class="findings" aria-label="Findings" aria-busy={isRefused && !isFresh.value} data-fresh={isFresh.value}>
      {explainProblem.value && <Notice kind="bad">The explainer failed: {explainProblem.value}</Notice>}
      {isRefused && found === null && !explainProblem.value && <p class="hint">Looking for the cause.</p>}
      {isRefused && found && <List explanation={found} />}
      {outcome.value.kind === "verified" && <p class="hint">Nothing to mend. The walk below shows what was checked.</p>}
    </section>
  );
}

function List({ explanation: { findings, work } }: { explanation: Explanation }) {
  return (
    <>
      {findings.length > 0 ? (
        <div class="row between">
          <h3>{findings.length === 1 ? "What is wrong" : `What is wrong, ${findings.length} things`}</h3>
          <FrameworkChoice />
        </div>
      ) : (
        <NoFinding walks={work.walks} isComplete={work.complete} />
      )}
      <ol>
        {findings.map((finding) => (
          <Item key={finding.code + finding.evidence} finding={finding} />
        ))}
      </ol>
    </>
  );
}

function Item({ finding: { code, sentence, evidence, fix, proven } }: { finding: Finding }) {
  return (
    <li class="finding" data-finding={code}>
      <p class="finding-head">
        <code>{code}</code>
        <span class={proven ? "tag proven" : "tag"}>{proven ? "proven" : "not proven"}</span>
      </p>
      <p class="sentence">{withCode(sentence)}</p>
      <p class="evidence">{withCode(evidence)}</p>
      <div class="fix">
        <Code wrap>{fix}</Code>
        <CopyButton text={fix} label={`the fix of ${code}`} />
      </div>
    </li>
  );
}

function NoFinding({ walks, isComplete }: { walks: number; isComplete: boolean }) {
  const result = outcome.value;
  const isMalformed = result.kind === "refused" && result.family === "malformed";
  return (
    <Notice kind="info">
      {isMalformed ? (
        <p>
          Nothing that came is near what this scheme reads. Without a signature that can be read, no one can say who
          sent this.
        </p>
      ) : (
        <p>
          Nothing that was tried explains it: {walks.toLocaleString("en")} other bodies, secrets, schemes, headers and
          clocks do not match either. Either the secret is another one, or this is a forgery.
        </p>
      )}
      {delivery.value.body.length === 0 && (
        <p>The body is empty. If the sender sent one, put it in: without its bytes no cause is found.</p>
      )}
      {!isComplete && <p>The body is large, so not everything was tried.</p>}
    </Notice>
  );
}

function FrameworkChoice() {
  const choose = (value: string) => (framework.value = value === "" ? null : (value as Framework));
  return (
    <label class="theme">
      <span>Fix for</span>
      <select value={framework.value ?? ""} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">any framework</option>
        {Object.entries(frameworks).map(([id, title]) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
