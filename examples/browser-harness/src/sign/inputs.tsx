// Inputs: the provider, the event, its body, and what signs it.

import { useSignal } from "@preact/signals";
import { WebhookError } from "countersign";
import { ProviderField, SchemeField } from "../scheme-fields.tsx";
import { secret } from "../state.ts";
import { Field } from "../ui/index.ts";
import { layouts, type Layout } from "./layouts.ts";
import * as model from "./model.ts";

/** All that is chosen and typed. */
export function Inputs() {
  return (
    <>
      <div class="pair">
        <ProviderField />
        <EventField />
      </div>
      <SchemeField />
      <SecretField />
      <BodyField />
      <div class="pair">
        <TimeField />
        {model.signsId.value && <IdField />}
      </div>
    </>
  );
}

function EventField() {
  return (
    <Field label="Event">
      <select value={model.event.value} onChange={(event) => model.chooseEvent(event.currentTarget.value)}>
        {model.events.value.map((type) => (
          <option key={type} value={type}>
            {type}
          </option>
        ))}
      </select>
    </Field>
  );
}

function SecretField() {
  const wanted = useSignal<boolean | null>(null);
  const isShown = wanted.value ?? model.isSecretGenerated.value;
  const made = model.genuine.value;
  const isWrong = made instanceof WebhookError && made.code === "SECRET_INVALID";
  return (
    <div class="secret">
      <Field
        label="Secret"
        hint={
          secret.value === ""
            ? "Empty: the generated one that is shown signs."
            : "Stays in this page: not in the link, not in any storage."
        }
        error={isWrong ? made.message : null}
      >
        <input
          class="mono"
          type={(isShown ? "text" : "password") as "text"}
          autocapitalize="off"
          data-1p-ignore
          data-lpignore="true"
          autocomplete="off"
          spellcheck={false}
          placeholder={model.ownSecret.value}
          value={secret.value}
          onInput={(event) => (secret.value = event.currentTarget.value)}
        />
      </Field>
      <button type="button" aria-pressed={isShown} onClick={() => (wanted.value = !isShown)}>
        {isShown ? "Hide" : "Show"}
      </button>
      <button type="button" aria-label="Generate a secret" onClick={model.generateSecret}>
        Generate
      </button>
    </div>
  );
}

function BodyField() {
  const bytes = new TextEncoder().encode(model.body.value).length;
  const state = model.isEdited.value ? "edited: another choice writes it anew" : "signed as it stands, byte for byte";
  return (
    <div class="stack">
      <fieldset>
        <legend>Body as written by</legend>
        <div class="row">
          {Object.entries(layouts).map(([layout, label]) => (
            <label class="choice" key={layout}>
              <input
                type="radio"
                name="layout"
                checked={model.layout.value === layout}
                onChange={() => (model.layout.value = layout as Layout)}
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <Field label="Body" hint={`${bytes.toLocaleString("en")} bytes, ${state}.`}>
        <textarea
          rows={10}
          spellcheck={false}
          value={model.body.value}
          onInput={(event) => model.editBody(event.currentTarget.value)}
        />
      </Field>
    </div>
  );
}

function TimeField() {
  const text = useSignal(String(Math.floor(model.time.value / 1000)));
  const seconds = Math.floor(model.time.value / 1000);
  const shown =
    parseSeconds(text.value) === seconds ? text.value : isSeconds(text.value) ? String(seconds) : text.value;
  const error = isSeconds(shown) ? null : "Seconds since 1970 are needed, as a whole number.";
  const type = (typed: string) => {
    text.value = typed;
    if (isSeconds(typed)) model.time.value = parseSeconds(typed) * 1000;
  };
  return (
    <div class="time">
      <Field label="Time in seconds" hint={timeHint()} error={error}>
        <input class="mono" inputMode="numeric" value={shown} onInput={(event) => type(event.currentTarget.value)} />
      </Field>
      <button
        type="button"
        onClick={() => {
          model.signNow();
          text.value = String(Math.floor(model.time.value / 1000));
        }}
      >
        Now
      </button>
    </div>
  );
}

function timeHint(): string {
  const iso = new Date(model.time.value).toISOString().replace(".000Z", "Z");
  return model.signsTime.value ? iso : `${iso}: not signed by this scheme`;
}

// Until the year 2243: a thousand times that is the last time that a Date can tell.
const isSeconds = (text: string) => /^\d{1,13}$/.test(text.trim()) && parseSeconds(text) <= 8_640_000_000;
const parseSeconds = (text: string) => Number(text.trim());

function IdField() {
  return (
    <Field label="Id" hint="Signed with the body.">
      <input
        class="mono"
        spellcheck={false}
        value={model.id.value}
        onInput={(event) => (model.id.value = event.currentTarget.value)}
      />
    </Field>
  );
}
