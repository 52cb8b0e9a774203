// What `make test` prints: lines with the time gone by, a table, and the one closing line.

const started = performance.now();

/** Prints one line of progress, with the minutes and seconds since the start. */
export function say(text) {
  const seconds = Math.floor((performance.now() - started) / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  console.log(`[${clock.padStart(6)}] ${text}`);
}

/** Prints rows under their headings, each column as wide as its widest cell. */
export function table(headings, rows) {
  const widths = headings.map((heading, at) =>
    Math.max(...[heading, ...rows.map((row) => row[at])].map((cell) => `${cell}`.length)),
  );
  const pad = (cell, at) => (typeof cell === "number" ? `${cell}`.padStart(widths[at]) : cell.padEnd(widths[at]));
  const line = (cells) => cells.map(pad).join("  ");
  const rule = line(widths.map((width) => "-".repeat(width)));
  console.log(["", line(headings), rule, ...rows.map(line), ""].join("\n"));
}

/**
 * Results of all steps. A result is { name, passed, failed, seconds?, detail?, notRun? }: `detail` says what
 * failed, `notRun` why something could not run on this machine.
 */
export class Tally {
  passed = 0;
  failed = 0;
  #failures = [];
  #notRun = [];
  #lines = [];

  /** @param demandAll - count what could not run as failed: on our own machines nothing may be missing */
  constructor(demandAll) {
    this.demandAll = demandAll;
  }

  add(result) {
    const failed = result.failed + (result.notRun && this.demandAll ? 1 : 0);
    this.passed += result.passed;
    this.failed += failed;
    if (result.lines) this.#lines.push(...result.lines);
    if (result.notRun) this.#notRun.push(result);
    if (failed > 0) this.#failures.push(result);
    say(`${result.name.padEnd(38)} ${inWords(result, failed)}`);
  }

  /** Shows the lines that results carried, in the order of their names. */
  showTable(headings) {
    const lines = this.#lines.toSorted(([one], [other]) => one.localeCompare(other));
    if (lines.length > 0) table(headings, lines);
  }

  /** Says once more, at the end, what went wrong and what did not run; then closes. */
  close() {
    for (const { name, notRun } of this.#notRun) console.log(`not run: ${name} (${notRun})`);
    for (const { name, notRun, detail } of this.#failures) console.log(`\nFAILED ${name}\n${notRun ?? detail}`);
    console.log(`\n${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 && this.passed > 0;
  }
}

function inWords({ passed, notRun, seconds }, failed) {
  if (notRun) return `not run: ${notRun}`;
  const time = seconds === undefined ? "" : `  (${seconds.toFixed(1)} s)`;
  return failed > 0 ? `${passed} passed, ${failed} FAILED${time}` : `${passed} passed${time}`;
}
