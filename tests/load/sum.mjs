// Sum: what all loads of a run came to, and the line that says so.

/** So much, by name. */
export class Counts extends Map {
  of(what) {
    return this.get(what) ?? 0;
  }

  add(what, count = 1) {
    this.set(what, this.of(what) + count);
  }

  addAll(counts) {
    for (const [what, count] of counts) this.add(what, count);
    return this;
  }
}

const SHOWN = 20;

export class Sum {
  #passed = 0;
  #failures = [];
  /** With Redis: that is what is promised. */
  #counts = new Counts();
  #told = [];

  /** Adds what the judge found in one load of a server; returns the load. */
  add(kind, load) {
    const { checked, wrong, lost, doubled, counts } = load.judged;
    for (const [fault, stories] of Object.entries({ wrong, lost, "run too often": doubled }))
      this.#failures.push(...stories.map((story) => `${kind}: ${fault}: ${story}`));
    this.#passed += Math.max(0, checked - wrong.length - lost.length - doubled.length);
    if (kind === "redis") this.#counts.addAll(counts);
    return load;
  }

  check(holds, otherwise) {
    if (holds) this.#passed += 1;
    else this.#failures.push(otherwise);
  }

  tell(phrase) {
    this.#told.push(phrase);
  }

  /** Prints what failed, and as its last line the sum. Tells whether all is well. */
  close(notRun) {
    for (const failure of this.#failures.slice(0, SHOWN)) console.error(failure);
    const failed = this.#failures.length;
    const counted = `${notRun ? "without Redis" : this.#countsInWords()}: ${failed} wrong, lost or run twice`;
    const measured = [counted, ...this.#told].join("; ");
    console.log(JSON.stringify({ passed: this.#passed, failed, measured, notRun }));
    return failed === 0 && this.#passed > 0;
  }

  #countsInWords() {
    const number = (what) => this.#counts.of(what).toLocaleString("en");
    return (
      `with Redis ${number("genuine")} events, ${number("attacks")} attacks, ` +
      `${number("duplicate before the answer")} duplicates while their event was under way ` +
      `(${number("told 409")} told 409), ${number("duplicate after the answer")} afterwards`
    );
  }
}
