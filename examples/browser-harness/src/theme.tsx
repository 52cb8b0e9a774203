// Theme: dark, light, or as the system has it.

import { signal } from "@preact/signals";

const themes = ["auto", "light", "dark"] as const;
type Theme = (typeof themes)[number];
const KEY = "countersign-harness-theme";

const theme = signal<Theme>(remembered());
show(theme.value);

/** The choice of the theme. */
export function ThemeSwitch() {
  const choose = (event: Event) => {
    theme.value = (event.currentTarget as HTMLSelectElement).value as Theme;
    show(theme.value);
    remember(theme.value);
  };
  return (
    <label class="theme">
      <span aria-hidden="true">Theme</span>
      <select aria-label="Theme" value={theme.value} onChange={choose}>
        {themes.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function show(name: Theme): void {
  document.documentElement.dataset["theme"] = name;
}

// Storage throws where the user forbids it, and in a sandboxed frame.
function remembered(): Theme {
  try {
    return themes.find((name) => name === localStorage.getItem(KEY)) ?? "auto";
  } catch {
    return "auto";
  }
}

function remember(name: Theme): void {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // Then it lasts as long as the page.
  }
}
