// SchemeFields: by whose rules is signed and verified; the same choice in each tab.

import { providers, WebhookError, type ProviderName } from "countersign";
import { checkedScheme, schemeName, schemeText } from "./state.ts";
import { Field } from "./ui/index.ts";

/** The choice of a provider, or of a scheme of one's own. */
export function ProviderField() {
  const choose = (value: string) => (schemeName.value = value as ProviderName | "custom");
  return (
    <Field label="Provider">
      <select value={schemeName.value} onChange={(event) => choose(event.currentTarget.value)}>
        {Object.values(providers).map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
        <option value="custom">Another: type its scheme</option>
      </select>
    </Field>
  );
}

/** The scheme of one's own, where that is chosen. */
export function SchemeField() {
  if (schemeName.value !== "custom") return null;
  const checked = checkedScheme.value;
  return (
    <Field
      label="Scheme"
      hint="The object that defineScheme takes, as JSON."
      error={checked instanceof WebhookError ? checked.message : null}
    >
      <textarea
        rows={18}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        value={schemeText.value}
        onInput={(event) => (schemeText.value = event.currentTarget.value)}
      />
    </Field>
  );
}
