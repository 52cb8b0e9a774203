// What watches a page from before its first script: it is sent to the browser as text.

/** Counts shifts of the layout, and keeps what the page's policy refused, in `globalThis.seen`. */
export function instrument() {
  const seen = { shift: 0, shifts: [], refused: [] };
  globalThis.seen = seen;
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    seen.refused.push(`${effectiveDirective} ${blockedURI}`),
  );
  if (!PerformanceObserver.supportedEntryTypes.includes("layout-shift")) return; // Firefox has no such measure
  // By the measure's own rule half a second; on a slow machine an answer takes longer, and is no less one.
  const ANSWER_MS = 5000;
  let acted = -Infinity;
  for (const type of ["keydown", "pointerdown"]) addEventListener(type, ({ timeStamp }) => (acted = timeStamp), true);
  const nameOf = ({ node }) => node?.outerHTML?.slice(0, 120) ?? node?.nodeName;
  const observer = new PerformanceObserver((list) => {
    // What moves because its user did something does not count.
    for (const { value, startTime, hadRecentInput, sources } of list.getEntries()) {
      if (hadRecentInput || startTime - acted < ANSWER_MS) continue;
      seen.shift += value;
      seen.shifts.push(`${value.toFixed(4)}: ${sources.map(nameOf).join(" | ")}`);
    }
  });
  observer.observe({ type: "layout-shift", buffered: true });
}
