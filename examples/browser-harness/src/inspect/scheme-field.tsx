// SchemeField: by whose rules the delivery is verified.

import { providers, type ProviderName } from "countersign";
import { schemeName, schemeText } from "../state.ts";
import { Field } from "../ui/index.ts";
import { outcome } from "./look.ts";

/** The choice of a provider, or a scheme of one's own. */
export function SchemeField() {
  const name = schemeName.value;
  const choose = (value: string) => (schemeName.value = value as ProviderName | "custom");
  return (
    <>
      <Field label="Provider">
        <select value={name} onChange={(event) => choose(event.currentTarget.value)}>
          {Object.values(providers).map((provider) => (
            <option key={provider.name} value={provider.name}>
              {provider.title}
            </option>
          ))}
          <option value="custom">Another: type its scheme</option>
        </select>
      </Field>
      {name === "custom" && <SchemeText />}
    </>
  );
}

function SchemeText() {
  const result = outcome.value;
  const error = result.kind === "misuse" && result.code === "SCHEME_INVALID" ? result.message : null;
  return (
    <Field label="Scheme" hint="What defineScheme takes, as JSON or in text form." error={error}>
      <textarea
        rows={9}
        spellcheck={false}
        autocomplete="off"
        value={schemeText.value}
        onInput={(event) => (schemeText.value = event.currentTarget.value)}
      />
    </Field>
  );
}
