// The demo's table, printed row by row, so that one sees it happen.
const WIDTHS = [10, 36, 6, 20, 6];
const colours = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code, text) => (colours ? `\x1b[${code}m${text}\x1b[0m` : text);
const [GREEN, YELLOW, RED, DIM] = [32, 33, 31, 2];

export class Table {
  #rows = 0;
  #duplicates = 0;
  #refused = 0;
  #provider;

  constructor() {
    console.log(`\n${paint(1, cells("provider", "case", "status", "code", "µs"))}`);
  }

  row({ given, answer, verdict, problems }, microseconds) {
    const { provider, name } = given;
    const isAccepted = answer.status < 300;
    const isDuplicate = verdict.word === "duplicate";
    if (provider !== this.#provider) console.log(paint(DIM, "-".repeat(WIDTHS.reduce((a, b) => a + b + 2, -2))));
    this.#provider = provider;
    this.#rows += 1;
    this.#duplicates += isDuplicate;
    this.#refused += !isAccepted;
    const colour = problems.length > 0 ? RED : isAccepted ? GREEN : YELLOW;
    const line = cells(
      provider,
      name,
      String(answer.status),
      isAccepted && !isDuplicate ? "verified" : verdict.word,
      microseconds.toFixed(0),
    );
    console.log(paint(colour, line) + (problems.length > 0 ? paint(RED, "  UNEXPECTED") : ""));
  }

  end(unexpected) {
    const handled = this.#rows - this.#duplicates - this.#refused;
    console.log(`
${this.#rows} deliveries: ${handled} handled, ${this.#duplicates} duplicates, ${this.#refused} refused, ${unexpected} not as expected.
µs is the check alone. The first calls are slower: the engine has not warmed up yet.
A replay carries a genuine signature. Agentbot signs a time, so it ages out after five minutes; the other four sign
none. Until then, and of those for as long as the store remembers, the idempotency key stops it: it is the same as
before, so the replay is a duplicate, answered 200 and not handled again.`);
  }
}

function cells(...texts) {
  return texts
    .map((text, i) => (i === WIDTHS.length - 1 ? text.padStart(WIDTHS[i]) : text.padEnd(WIDTHS[i])))
    .join("  ");
}
