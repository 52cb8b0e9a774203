// Conformance: the corpus of every other runtime, in this browser, in front of the reader.

import { computed, signal } from "@preact/signals";
import { CopyButton, Notice } from "../ui/index.ts";
import { facts } from "virtual:corpus/facts";
import { browser } from "../ui/browser.ts";
import { Filters } from "./filters.tsx";
import type { Part } from "./messages.ts";
import { checks, failure, isBusy, millis, outcomes, perSecond, phase, rows, start, stop, wrong } from "./run.ts";
import { Switch } from "../ui/switch.tsx";
import { Table } from "./table.tsx";
import { inSeconds, inWhole, plural, summary } from "./text.ts";
import "./conformance.css";
import "../ui/progress.css";

const chosen = signal<readonly Part[]>(["vectors", "broken"]);

/** The conformance tab. */
export function ConformanceView() {
  return (
    <section class="conformance" aria-labelledby="conformance-title">
      <h2 id="conformance-title">Conformance in {browser}</h2>
      <p>
        Every vector goes through the checks that it goes through in Node, Deno, Bun, Workers and the other browsers:{" "}
        <code>check</code> with each form of headers and body, <code>verify</code>, and back by <code>sign</code>. Of a
        broken delivery, <code>explain</code> must find the right reason first, and of an attack none.
      </p>
      <Controls />
      <Progress />
      <Disagreements />
      {rows.value.length > 0 && (
        <>
          <Filters />
          <Table />
        </>
      )}
    </section>
  );
}

function Controls() {
  return (
    <div class="conformance-controls">
      <fieldset disabled={isBusy.value}>
        <legend>What runs</legend>
        <PartBox part="vectors" label={plural(facts.vectors.count, "vector")} />
        <PartBox part="broken" label={plural(facts.broken.count, "broken delivery", "broken deliveries")} />
      </fieldset>
      <Switch
        isBusy={isBusy.value}
        onStop={stop}
        onStart={() => start(chosen.value)}
        disabled={chosen.value.length === 0}
      >
        {phase.value === "ready" ? "Run" : "Run again"}
      </Switch>
    </div>
  );
}

function PartBox({ part, label }: { part: Part; label: string }) {
  const toggle = () => {
    const parts = ["vectors", "broken"] as const;
    chosen.value = parts.filter((each) => chosen.value.includes(each) !== (each === part));
  };
  return (
    <label class="choice">
      <input type="checkbox" checked={chosen.value.includes(part)} onChange={toggle} />
      {label} <span class="conformance-size">{inWhole(facts[part].gzip / 1000)} kB</span>
    </label>
  );
}

function Progress() {
  const [run, all] = [outcomes.value.length, rows.value.length];
  return (
    <div class="conformance-progress">
      <progress aria-label="Vectors that have run" value={run} max={all || 1} />
      <p>
        <span role="status">{said.value}</span>
        {!isBusy.value && run > 0 && <CopyButton text={copied} label="the result" />}
      </p>
      <dl>
        <Figure term="Run" value={`${inWhole(run)}${all ? ` of ${inWhole(all)}` : ""}`} />
        <Figure term="Disagreements" value={inWhole(wrong.value.length)} />
        <Figure term="Checks" value={inWhole(checks.value)} />
        <Figure term="Vectors a second" value={inWhole(perSecond.value)} />
        <Figure term="Time" value={inSeconds(millis.value)} />
      </dl>
    </div>
  );
}

function Figure({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}

// The figures below it change twenty times a second; a screen reader hears only of what begins and ends.
const said = computed(() => {
  switch (phase.value) {
    case "ready":
      return "Nothing is loaded yet. The sizes are those of the data, compressed; the code that judges it comes on top.";
    case "loading":
      return "Loading.";
    case "running":
      return "Running.";
    case "failed":
      return "It did not run.";
    case "stopped":
      return "Stopped.";
    case "done":
      return wrong.value.length === 0 ? "Done. Everything agrees." : "Done. Not everything agrees.";
  }
});

const copied = () => summary(browser, rows.value, outcomes.value, millis.value, phase.value === "stopped");

/** How many vectors are written out above the table, which has them all. */
const WRITTEN_OUT = 20;

function Disagreements() {
  if (phase.value === "failed")
    return <Notice kind="bad">The corpus could not run: {failure}. Reload the page.</Notice>;
  const all = wrong.value;
  if (all.length === 0) return null;
  return (
    <Notice kind="bad">
      <p>
        {plural(all.length, "vector disagrees", "vectors disagree")}: this browser, or this build, does not do what the
        corpus says.
      </p>
      <ul class="conformance-wrong">
        {all.slice(0, WRITTEN_OUT).map(({ at, disagreements: [first, ...rest] }) => (
          <li key={at}>
            {first}
            {rest.length > 0 && <Rest lines={rest} />}
          </li>
        ))}
      </ul>
      {all.length > WRITTEN_OUT && <p>And {inWhole(all.length - WRITTEN_OUT)} more, in the table and in the copy.</p>}
    </Notice>
  );
}

/** The same vector in other forms. */
function Rest({ lines }: { lines: readonly string[] }) {
  return (
    <details>
      <summary>{plural(lines.length, "more comparison")}</summary>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </details>
  );
}
