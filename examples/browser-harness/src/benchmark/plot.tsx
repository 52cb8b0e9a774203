// Plot: the chart's place in the page, with its legend. uPlot comes with this tab only.

import { useEffect, useRef } from "preact/hooks";
import { type Chart, drawChart } from "./chart.ts";
import { lines } from "./run.ts";

/** The chart, growing while the figures come in. */
export function Plot() {
  const [host, ours, theirs] = [useRef<HTMLDivElement>(null), useRef<HTMLElement>(null), useRef<HTMLElement>(null)];
  useEffect(() => {
    const chart = drawChart({ host: host.current!, ours: ours.current!, theirs: theirs.current! });
    const forget = follow(chart);
    return () => {
      forget();
      chart.destroy();
    };
  }, []);
  return (
    <figure class="benchmark-plot">
      <figcaption>
        <span class="title">Time of one verification over the size of the body</span>
        <span class="legend">
          <i class="ours" ref={ours} /> countersign
        </span>
        <span class="legend">
          <i class="theirs" ref={theirs} /> WebCrypto
        </span>
        <span class="hint">Line: median. Band: middle half. Lower is faster.</span>
      </figcaption>
      <div class="benchmark-canvas" ref={host} role="img" aria-label="Chart of the figures in the table" />
    </figure>
  );
}

// Pairs may come faster than frames; a frame shows what is there by then.
function follow(chart: Chart): () => void {
  let frame = 0;
  const unsubscribe = lines.subscribe(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => chart.show(lines.value));
  });
  return () => {
    unsubscribe();
    cancelAnimationFrame(frame);
  };
}
