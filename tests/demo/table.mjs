// The demo's table, printed row by row, so that one sees it happen.
const WIDTHS = [10, 36, 6, 20, 6];
const colours = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code, text) => (colours ? `\x1b[${code}m${text}\x1b[0m` : text);
const [GREEN, YELLOW, RED, DIM] = [32, 33, 31, 2];

export class Table {
  #rows = 0;
  #accepted = 0;
  #provider;

  constructor() {
    console.log(`\n${paint(1, cells("provider", "case", "status", "code", "µs"))}`);
  }

  row({ given, answer, verdict, problems }, microseconds) {
    const { provider, name } = given;
    const isAccepted = answer.status < 300;
    if (provider !== this.#provider) console.log(paint(DIM, "-".repeat(WIDTHS.reduce((a, b) => a + b + 2, -2))));
    this.#provider = provider;
    this.#rows += 1;
    this.#accepted += isAccepted;
    const colour = problems.length > 0 ? RED : isAccepted ? GREEN : YELLOW;
    const line = cells(
      provider,
      name,
      String(answer.status),
      isAccepted ? "verified" : verdict.word,
      microseconds.toFixed(0),
    );
    console.log(paint(colour, line) + (problems.length > 0 ? paint(RED, "  UNEXPECTED") : ""));
  }

  end(unexpected) {
    const refused = this.#rows - this.#accepted;
    console.log(`
${this.#rows} deliveries: ${this.#accepted} accepted, ${refused} refused, ${unexpected} not as expected.
µs is the verify call alone. The first calls are slower: the engine has not warmed up yet.
A replay carries a genuine signature. Agentbot signs a time, so it ages out after five minutes. The other four
sign none: their replays are accepted, and the idempotency key, the same as before, is what stops them.`);
  }
}

function cells(...texts) {
  return texts
    .map((text, i) => (i === WIDTHS.length - 1 ? text.padStart(WIDTHS[i]) : text.padEnd(WIDTHS[i])))
    .join("  ");
}
