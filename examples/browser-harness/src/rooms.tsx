// Rooms: the tabs that are loaded when they are first opened.

import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { Notice, Wait } from "./ui/index.ts";
import type { Tab } from "./state.ts";

type LazyTab = Exclude<Tab, "inspect">;

const loaders: Record<LazyTab, () => Promise<ComponentType>> = {
  sign: async () => (await import("./sign/view.tsx")).SignView,
  conformance: async () => (await import("./conformance/view.tsx")).ConformanceView,
  benchmark: async () => (await import("./benchmark/view.tsx")).BenchmarkView,
};

const loaded = signal<Partial<Record<LazyTab, ComponentType>>>({});
const failed = signal<string | null>(null);

/** A room, as soon as it is here. */
export function Room({ name }: { name: LazyTab }) {
  useEffect(() => void load(name), [name]);
  const View = loaded.value[name];
  if (View) return <View />;
  if (failed.value) return <Notice kind="bad">This tab could not be loaded: {failed.value}. Reload the page.</Notice>;
  return <Wait>Loading.</Wait>;
}

async function load(name: LazyTab): Promise<void> {
  if (loaded.value[name]) return;
  try {
    failed.value = null;
    const view = await loaders[name]();
    loaded.value = { ...loaded.value, [name]: view };
  } catch (problem) {
    failed.value = (problem as Error).message;
  }
}
