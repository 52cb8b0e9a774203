// SecretFields: the secret, and others that may be the right one. They never leave the page.

import { useSignal } from "@preact/signals";
import type { OtherSecret } from "countersign/explain";
import { otherSecrets, secret } from "../state.ts";
import { Field } from "../ui/index.ts";
import { outcome } from "./look.ts";
import { visible } from "./visible.tsx";

const kinds: Record<OtherSecret["kind"], string> = { previous: "previous", mode: "test or live", other: "another" };

/** Takes the secrets. */
export function SecretFields() {
  const isShown = useSignal(false);
  const result = outcome.value;
  const error = result.kind === "misuse" && result.code.startsWith("SECRET_") ? result.message : null;
  const input = (label: string, value: string, set: (text: string) => void) => (
    <SecretInput label={label} value={value} set={set} isShown={isShown.value} />
  );
  return (
    <>
      <div class="with-button">
        <Field label="Secret" hint={hintOf(secret.value)} error={error}>
          {SecretInput({ value: secret.value, set: (text) => (secret.value = text), isShown: isShown.value })}
        </Field>
        <button type="button" aria-pressed={isShown.value} onClick={() => (isShown.value = !isShown.value)}>
          {isShown.value ? "Hide" : "Show"}
        </button>
      </div>
      <details open={otherSecrets.value.length > 0}>
        <summary>Secrets that may be the right one</summary>
        <ul class="others stack">
          {otherSecrets.value.map((other, index) => (
            <li key={index} class="other">
              <select
                aria-label={`Kind of further secret ${index + 1}`}
                value={other.kind}
                onChange={(event) => change(index, { kind: event.currentTarget.value as OtherSecret["kind"] })}
              >
                {Object.entries(kinds).map(([kind, label]) => (
                  <option key={kind} value={kind}>
                    {label}
                  </option>
                ))}
              </select>
              {input(`Further secret ${index + 1}`, other.secret, (text) => change(index, { secret: text }))}
              <button
                type="button"
                aria-label={`Remove further secret ${index + 1}`}
                onClick={(event) => remove(index, event)}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
        <button type="button" onClick={add}>
          Add a secret
        </button>
      </details>
    </>
  );
}

// One line of input shows no newline, and loses it when it is edited.
function hintOf(text: string) {
  if (text === text.trim()) return "It never leaves this page.";
  return (
    <>
      As it stands, with the blanks around it: “{visible(text.slice(0, 3))}…{visible(text.slice(-3))}”
    </>
  );
}

interface SecretInputProps {
  label?: string;
  value: string;
  set(text: string): void;
  isShown: boolean;
}

// Managers of passwords would offer to keep it.
function SecretInput({ label, value, set, isShown }: SecretInputProps) {
  return (
    <input
      class="mono"
      type={(isShown ? "text" : "password") as "text"}
      aria-label={label}
      value={value}
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
      data-1p-ignore
      data-lpignore="true"
      onInput={(event) => set(event.currentTarget.value)}
    />
  );
}

function add(): void {
  const label = `further secret ${otherSecrets.value.length + 1}`;
  otherSecrets.value = [...otherSecrets.value, { kind: "previous", label, secret: "" }];
}

function change(index: number, part: Partial<OtherSecret>): void {
  otherSecrets.value = otherSecrets.value.map((other, at) => (at === index ? { ...other, ...part } : other));
}

// The button goes with its secret, so the focus goes to what stays.
function remove(index: number, { currentTarget }: { readonly currentTarget: Element }): void {
  currentTarget.closest("details")?.querySelector("summary")?.focus();
  otherSecrets.value = otherSecrets.value.filter((_, at) => at !== index);
}
