// Address: the hash names the open tab, and may carry a delivery behind it.

import { signal } from "@preact/signals";
import { openExample } from "./inspect/examples.ts";
import { openLink } from "./link.ts";
import { LinkProblem } from "./linked.ts";
import { type Delivery, delivery, now, tab, tabs, type Tab } from "./state.ts";

/** A link that was followed. */
export interface Followed {
  /** What stands on the page since; changed, it is no longer the link's. */
  readonly of: Delivery;
  /** The time of the receiver, of which the same holds. */
  readonly now: number | null;
  /** Why it was not opened, and what stands there instead. */
  readonly problem: string | null;
}

export const followed = signal<Followed | null>(null);

/** Opens what the address says, now and whenever it changes. */
export async function followAddress(): Promise<void> {
  addEventListener("hashchange", () => void openAddress(false));
  await openAddress(true);
}

/** Opens a tab, so that Back leads out of it again. */
export function openTab(id: Tab): void {
  tab.value = id;
  // Back must not open the link again, over what was made of it since.
  if (linkIn(location.hash) !== null) history.replaceState(null, "", "#inspect");
  if (location.hash !== `#${id}`) location.hash = id;
}

async function openAddress(isFirst: boolean): Promise<void> {
  const { hash } = location;
  tab.value = tabOf(hash) ?? "inspect";
  const link = linkIn(hash);
  const problem = link === null ? null : await problemWith(link);
  if (isFirst && (link === null || problem !== null)) openExample("restringified");
  if (link === null) return;
  const instead = isFirst ? "is an example" : "stood here before";
  followed.value = {
    of: delivery.value,
    now: now.value,
    problem: problem && `${problem.message} What stands below ${instead}.`,
  };
}

async function problemWith(link: string): Promise<LinkProblem | null> {
  try {
    await openLink(link);
    return null;
  } catch (problem) {
    if (problem instanceof LinkProblem) return problem;
    throw problem;
  }
}

function linkIn(hash: string): string | null {
  return hash.startsWith(LINK) ? hash.slice(LINK.length) : null;
}

function tabOf(hash: string): Tab | null {
  const name = hash.slice(1).split("/")[0];
  return tabs.find((id) => id === name) ?? null;
}

const LINK = "#inspect/";
