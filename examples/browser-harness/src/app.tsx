// App: the head, the tabs, and the one that is open.

import { openTab } from "./address.ts";
import { InspectView } from "./inspect/view.tsx";
import { NewBuild } from "./offline.tsx";
import { Room } from "./rooms.tsx";
import { tab, type Tab } from "./state.ts";
import { ThemeSwitch } from "./theme.tsx";
import { TabPanel, Tabs } from "./ui/index.ts";

const labels: readonly { id: Tab; label: string }[] = [
  { id: "inspect", label: "Inspect" },
  { id: "sign", label: "Sign" },
  { id: "conformance", label: "Conformance" },
  { id: "benchmark", label: "Benchmark" },
];

/** The whole page. */
export function App() {
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it goes to #main; the handler keeps that out of the address */}
      <a class="skip" href="#main" onClick={skip}>
        Skip to the content
      </a>
      <header class="head">
        <h1>
          countersign <span>harness</span>
        </h1>
        <p class="promise">Everything happens in this page. It cannot connect anywhere.</p>
        <ThemeSwitch />
        <Tabs label="Tools" tabs={labels} selected={tab.value} onSelect={openTab} />
      </header>
      <NewBuild />
      <main id="main" tabIndex={-1}>
        <TabPanel id={tab.value} key={tab.value}>
          {tab.value === "inspect" ? <InspectView /> : <Room name={tab.value} />}
        </TabPanel>
      </main>
    </>
  );
}

// The hash is the tab's and the link's, so this jump must not be written into it.
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
