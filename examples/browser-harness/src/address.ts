// Address: the hash names the open tab, and may carry a delivery behind it.

import { signal } from "@preact/signals";
import { openExample } from "./inspect/examples.ts";
import { LinkProblem, openLink } from "./link.ts";
import { tab, tabs, type Tab } from "./state.ts";

/** What the reader should know of the link that was opened. */
export const linkNotice = signal<{ readonly kind: "bad" | "info"; readonly sentence: string } | null>(null);

/** Opens what the address says, now and whenever it changes. */
export async function followAddress(): Promise<void> {
  addEventListener("hashchange", () => void openAddress(false));
  await openAddress(true);
}

/** Opens a tab, so that Back leads out of it again. */
export function openTab(id: Tab): void {
  tab.value = id;
  if (tabOf(location.hash) !== id || location.hash.includes("/")) location.hash = id;
}

async function openAddress(isFirst: boolean): Promise<void> {
  const { hash } = location;
  tab.value = tabOf(hash) ?? "inspect";
  const link = hash.startsWith("#inspect/") ? hash.slice("#inspect/".length) : null;
  if (link !== null && (await hasOpened(link))) return;
  if (isFirst) openExample("restringified");
}

async function hasOpened(link: string): Promise<boolean> {
  try {
    await openLink(link);
  } catch (problem) {
    if (!(problem instanceof LinkProblem)) throw problem;
    linkNotice.value = { kind: "bad", sentence: `${problem.message} What stands below is an example.` };
    return false;
  }
  linkNotice.value = { kind: "info", sentence: "Opened from a link. The secret was not in it: type it here." };
  return true;
}

function tabOf(hash: string): Tab | null {
  const name = hash.slice(1).split("/")[0];
  return tabs.find((id) => id === name) ?? null;
}
