// What was compared, and what was otherwise. Nothing throws here: one run tells all disagreements.

export class Checks {
  checks = 0;
  disagreements = [];
  /** Deliveries that a form or a wire cannot carry, counted by form: never left out in silence. */
  notCarried = {};

  /** Counts one comparison; `line` is asked for only when it failed. */
  that(holds, line) {
    this.checks += 1;
    if (!holds) this.disagreements.push(line());
  }

  cannotCarry(form) {
    this.notCarried[form] = (this.notCarried[form] ?? 0) + 1;
  }
}

/** The comparisons of one test, which is named by a sentence. */
export class Test {
  #all;
  #name;

  constructor(all, name) {
    this.#all = all;
    this.#name = name;
  }

  /** Compares by value: primitives, arrays of them, bytes. */
  equal(actual, expected, what = "") {
    const [got, wanted] = [show(actual), show(expected)];
    this.#all.that(got === wanted, () => this.#line(what, `expected ${wanted}, got ${got}`));
  }

  ok(holds, what) {
    this.#all.that(Boolean(holds), () => this.#line(what, "is not so"));
  }

  matches(text, pattern, what = "") {
    this.#all.that(pattern.test(text), () => this.#line(what, `expected ${pattern}, got ${show(text)}`));
  }

  /** Expects a WebhookError of this code, from a function or a promise's function; returns it, or an empty one. */
  throws(action, code, what = "") {
    try {
      const value = action();
      this.#all.that(false, () => this.#line(what, `expected ${code}, got ${show(value)}`));
      return { message: "" };
    } catch (error) {
      return this.#thrown(error, code, what);
    }
  }

  async rejects(action, code, what = "") {
    const outcome = await action().then(
      (value) => ({ value }),
      (error) => ({ error }),
    );
    return this.throws(
      () => {
        if ("error" in outcome) throw outcome.error;
        return outcome.value;
      },
      code,
      what,
    );
  }

  /** A test that ended in an exception of its own has failed, too. */
  broke(error) {
    this.#all.that(false, () => this.#line("", `threw ${whereThrown(error)}`));
  }

  #thrown(error, code, what) {
    const got = error?.name === "WebhookError" ? error.code : `${error?.name}: ${error?.message}`;
    this.#all.that(got === code, () => this.#line(what, `expected ${code}, got ${got}`));
    return error;
  }

  #line(what, outcome) {
    return `${this.#name}${what ? ` (${what})` : ""}: ${outcome}`;
  }
}

function show(value) {
  if (ArrayBuffer.isView(value))
    return `bytes ${[...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)]}`;
  if (typeof value === "object" && value !== null) return JSON.stringify(value);
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

/** Runs one group of tests; one that ends in an exception of its own has failed. */
export async function runGroup(group, { tests }, countersign, checks, vectors) {
  for (const [sentence, body] of Object.entries(tests)) {
    const test = new Test(checks, `${group}: ${sentence}`);
    await Promise.resolve()
      .then(() => body(countersign, test, vectors))
      .catch((error) => test.broke(error));
  }
}

/** An unexpected error and the place it comes from: the rest of a stack is the same for hundreds of vectors. */
export function whereThrown(error) {
  const frames = `${error?.stack ?? ""}`.split("\n").filter((line) => !line.includes(error.message));
  return [`${error}`, ...frames.slice(0, 2)].join(" ").slice(0, 400);
}
