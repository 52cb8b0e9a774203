// InspectView: the verdict and what is wrong, beside them the delivery, and below them the walk.

import { followed } from "../address.ts";
import { accepted } from "../limits.ts";
import { delivery, maxEventAge, now, secret, tolerance } from "../state.ts";
import { ProviderField, SchemeField } from "../scheme-fields.tsx";
import { Notice } from "../ui/index.ts";
import { BodyField } from "./body-field.tsx";
import { ClockFields } from "./clock-fields.tsx";
import { Content } from "./content.tsx";
import { clear, type ExampleId, examples, openedExample, openExample } from "./examples.ts";
import { Findings } from "./findings.tsx";
import { explanation, explanationNumber, isFresh } from "./look.ts";
import { emptyBox, RequestBox } from "./request-box.tsx";
import { RequestFields } from "./request-fields.tsx";
import { SecretFields } from "./secret-fields.tsx";
import { useShare } from "./share.tsx";
import { VerdictLine } from "./verdict.tsx";
import { Walk } from "./walk.tsx";

/** The tab that looks into a delivery. */
export function InspectView() {
  const number = explanationNumber.value;
  return (
    <div class="inspect">
      <Bar />
      <section
        class={openedExample.value === "restringified" ? "card result first" : "card result"}
        aria-label="Verdict"
      >
        <VerdictLine />
        <Findings />
      </section>
      <Form />
      {/* Of another explanation nothing stays, so nothing moves. */}
      <div key={`below ${number}`} class={isFresh.value ? "below" : "below stale"}>
        {explanation.value && <Walk explanation={explanation.value} />}
      </div>
      <div key={`wide ${number}`} class={isFresh.value ? "wide" : "wide stale"}>
        <Content />
      </div>
    </div>
  );
}

function Bar() {
  const { button, said } = useShare();
  const open = (event: Event) => {
    const select = event.currentTarget as HTMLSelectElement;
    if (select.value !== "") openExample(select.value as ExampleId);
    emptyBox();
  };
  return (
    <div class="bar">
      <label class="theme">
        <span>Example</span>
        <select value={openedExample.value ?? ""} onChange={open}>
          <option value="">{openedExample.value ? "none" : "choose one"}</option>
          {groups.map(([group, members]) => (
            <optgroup key={group} label={group}>
              {members.map(([id, { label }]) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <button type="button" onClick={clearAll}>
        Clear
      </button>
      {button}
      <LinkNotice />
      {said}
    </div>
  );
}

function LinkNotice() {
  if (followed.value?.of !== delivery.value || followed.value.now !== now.value) return null;
  const { problem } = followed.value;
  if (problem !== null) return <Notice kind="bad">{problem}</Notice>;
  const age = tolerance.value === null ? "" : `, and ${accepted(tolerance.value)} tolerated`;
  const eventAge =
    maxEventAge.value === null ? "" : `, and an event may be ${maxEventAge.value.toLocaleString("en")} s old`;
  return (
    <Notice kind="info">
      Opened from a link. The secret was not in it{secret.value === "" ? ": type it" : ""}. The time of the receiver is
      the one of the link{age}
      {eventAge}.
    </Notice>
  );
}

const groups = Object.entries(Object.groupBy(Object.entries(examples), ([, { group }]) => group)).map(
  ([group, members]) => [group, members ?? []] as const,
);

function Form() {
  return (
    <section class="form stack" aria-label="Delivery">
      <div class="card stack">
        <ProviderField />
        <SchemeField />
        <SecretFields />
      </div>
      <div class="card stack">
        <RequestBox />
        <RequestFields />
        <BodyField />
      </div>
      <div class="card">
        <ClockFields />
      </div>
    </section>
  );
}

function clearAll(): void {
  emptyBox();
  clear();
}
