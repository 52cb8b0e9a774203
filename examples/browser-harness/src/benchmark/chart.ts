// Chart: verify time over body size, both axes logarithmic. The table beside it has the same figures.

import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { sizes } from "./messages.ts";
import type { Measured, Spread } from "./statistics.ts";
import { inBytes, inPlain } from "./text.ts";

/** Where the colours come from: the legend's own elements, so that chart and legend cannot differ. */
export interface Palette {
  readonly host: HTMLElement;
  readonly ours: HTMLElement;
  readonly theirs: HTMLElement;
}

export interface Chart {
  show(lines: readonly Measured[]): void;
  destroy(): void;
}

/** Draws an empty chart; it follows the host's width and the page's theme. */
export function drawChart(palette: Palette): Chart {
  const { host } = palette;
  const plot = new uPlot(options(palette), columnsOf([]), host);
  const resized = new ResizeObserver(() => plot.setSize({ width: host.clientWidth, height: host.clientHeight }));
  resized.observe(host);
  const forget = onThemeChange(() => plot.redraw(false));
  return {
    show: (lines) => plot.setData(columnsOf(lines)),
    destroy() {
      resized.disconnect();
      forget();
      plot.destroy();
    },
  };
}

function options(palette: Palette): uPlot.Options {
  const { host, ours, theirs } = palette;
  return {
    width: host.clientWidth,
    height: host.clientHeight,
    padding: [12, 16, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, distr: 3, log: 2, range: [sizes[0]! / 1.3, sizes.at(-1)! * 1.3] },
      y: { distr: 3, log: 10, range: (_, low, high) => decadesAround(low, high) },
    },
    axes: [
      axis(host, {
        scale: "x",
        size: 32,
        filter: (_, ticks) => ticks,
        splits: (plot) => sizeTicks(plot.width),
        values: (_, ticks) => ticks.map(inBytes),
      }),
      axis(host, {
        scale: "y",
        filter: (_, ticks) => ticks,
        splits: (_, __, low, high) => decades(low, high),
        size: 64,
        values: (_, ticks) => ticks.map((micros) => inPlain(micros / 1000)),
      }),
    ],
    series: [{}, ...side(ours, []), ...side(theirs, [6, 4])],
    bands: [band(ours, 1), band(theirs, 4)],
  };
}

function axis(host: HTMLElement, more: uPlot.Axis): uPlot.Axis {
  const line = { stroke: () => variable(host, "borderTopColor"), width: 1 };
  const font = `12px ${getComputedStyle(host).fontFamily}`;
  return { font, stroke: () => variable(host, "color"), grid: line, ticks: { ...line, size: 4 }, ...more };
}

// Three columns for each side: the two quartiles, which only bound the band, and the median.
function side(legend: HTMLElement, dash: number[]): uPlot.Series[] {
  const bound = { width: 0, points: { show: false } };
  const stroke = () => variable(legend, "color");
  return [bound, { stroke, width: 2, dash, points: { show: true, size: 5, stroke, fill: stroke } }, bound];
}

const band = (legend: HTMLElement, first: number): uPlot.Band => ({
  series: [first + 2, first],
  fill: () => variable(legend, "backgroundColor"),
});

function variable(element: HTMLElement, property: "color" | "backgroundColor" | "borderTopColor"): string {
  return getComputedStyle(element)[property];
}

function columnsOf(lines: readonly Measured[]): uPlot.AlignedData {
  const found = sizes.map((bytes) => lines.find((line) => line.bytes === bytes));
  const column = (side: "ours" | "theirs", value: keyof Spread) => found.map((line) => line?.[side]?.[value] ?? null);
  const three = (side: "ours" | "theirs") => (["low", "median", "high"] as const).map((each) => column(side, each));
  return [[...sizes], ...three("ours"), ...three("theirs")];
}

// An empty chart shows the decades in which most of it will come to lie.
function decadesAround(low: number | null, high: number | null): uPlot.Range.MinMax {
  return [10 ** Math.floor(Math.log10(Math.min(low ?? 1, 1))), 10 ** Math.ceil(Math.log10(Math.max(high ?? 1, 1e4)))];
}

function decades(low: number, high: number): number[] {
  const first = Math.round(Math.log10(low));
  return Array.from({ length: Math.round(Math.log10(high)) - first + 1 }, (_, at) => 10 ** (first + at));
}

/** Every fourth size where there is no room for every second one. */
function sizeTicks(width: number): number[] {
  const step = width < 560 ? 4 : 2;
  return sizes.filter((_, at) => at % step === 0);
}

function onThemeChange(redraw: () => void): () => void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = new MutationObserver(redraw);
  dark.addEventListener("change", redraw);
  chosen.observe(document.documentElement, { attributes: true });
  return () => {
    dark.removeEventListener("change", redraw);
    chosen.disconnect();
  };
}
