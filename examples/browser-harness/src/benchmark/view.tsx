// Benchmark: verify time over body size, beside what the browser itself brings, measured in front of the reader.

import { version } from "countersign/package.json";
import { browser } from "../ui/browser.ts";
import { Switch } from "../ui/switch.tsx";
import { CopyButton, Notice } from "../ui/index.ts";
import { Figures } from "./figures.tsx";
import { algorithms, hashes } from "./messages.ts";
import { Plot } from "./plot.tsx";
import { algorithm, choose, clock, done, failure, isBusy, lines, phase, start, stop } from "./run.ts";
import { asCsv, asMarkdown, inPlain, verdict } from "./text.ts";
import "./benchmark.css";
import "../ui/progress.css";

/** The benchmark tab. */
export function BenchmarkView() {
  return (
    <section class="benchmark" aria-labelledby="benchmark-title">
      <h2 id="benchmark-title">Benchmark</h2>
      <p>
        countersign beside WebCrypto in {browser}, on the same bodies under the same key. countersign does the whole of{" "}
        <code>check</code>: it reads the headers, hashes, compares, and makes the delivery. WebCrypto does{" "}
        <code>crypto.subtle.verify</code> with an imported key and the signature ready as bytes.
      </p>
      <Controls />
      {phase.value === "failed" && <Notice kind="bad">It could not run: {failure}.</Notice>}
      {clock.value?.hasWebCrypto === false && (
        <Notice kind="info">This page has no WebCrypto: browsers give it to HTTPS and localhost only.</Notice>
      )}
      <div class="benchmark-side">
        <Plot />
        <Figures />
      </div>
      <Reading />
    </section>
  );
}

function Controls() {
  return (
    <>
      <div class="benchmark-controls">
        <fieldset disabled={isBusy.value}>
          <legend>Hash</legend>
          {algorithms.map((each) => (
            <label class="choice" key={each}>
              <input type="radio" name="algorithm" checked={algorithm.value === each} onChange={() => choose(each)} />
              {hashes[each]}
            </label>
          ))}
        </fieldset>
        <Switch isBusy={isBusy.value} onStop={stop} onStart={start}>
          {phase.value === "ready" ? "Measure" : "Measure again"}
        </Switch>
        <Copies />
      </div>
      <progress aria-label="How much has been measured" value={done.value} />
      <p class="benchmark-said" role="status">
        {said()}
      </p>
    </>
  );
}

function said(): string {
  switch (phase.value) {
    case "ready":
      return "Nothing has been measured yet.";
    case "warming":
      return "Warming up.";
    case "running":
      return "Measuring.";
    case "failed":
      return "It did not run.";
    case "stopped":
      return `Stopped. ${verdict(lines.value)}`;
    case "done":
      return `Done. ${verdict(lines.value)}`;
  }
}

function Copies() {
  const title = () =>
    `HMAC ${hashes[algorithm.value]}, countersign ${version} and WebCrypto in ${browser}, ${machine()}`;
  return (
    <span class={isBusy.value || lines.value.length === 0 ? "benchmark-copies absent" : "benchmark-copies"}>
      CSV <CopyButton text={() => asCsv(lines.value)} label="the figures as CSV" />
      Markdown <CopyButton text={() => asMarkdown(title(), lines.value)} label="the figures as Markdown" />
    </span>
  );
}

const machine = () => `${navigator.hardwareConcurrency} logical cores`;

function Reading() {
  return (
    <div class="benchmark-reading">
      <h3>How to read it</h3>
      <p>
        WebCrypto answers by a promise: a small body pays for the way there and back, however fast the hash is. A large
        one pays for the hash, and gains from instructions for it that the processor may have and WebAssembly cannot
        use. Each call waits for the one before, as a handler of one delivery does.
      </p>
      <p>
        The two sides take turns, batch by batch, in a worker, after a warm-up. A batch is long enough for the clock:{" "}
        {clock.value
          ? `here it ticks every ${inPlain(clock.value.tick)}, so a batch lasts ${inPlain(clock.value.batch)} at least.`
          : "browsers make it coarse on purpose."}{" "}
        The last column is the median of the ratios of neighbouring batches.
      </p>
      <p class="benchmark-machine">
        {machine()}. {navigator.userAgent}
      </p>
    </div>
  );
}
