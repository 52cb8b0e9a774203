// Ledger: what a server's handlers did, by their own account.

/** How long a handler waits for a duplicate that is on its way. */
const LIMIT_MS = 20_000;

export class Ledger {
  #runs = {};
  #refusals = {};
  #meeting = new Map();
  #cpu = process.cpuUsage();

  /** The handler: the event has run once more. */
  async run({ data }) {
    this.#runs[data.message_id] = (this.#runs[data.message_id] ?? 0) + 1;
    if (data.meets) await this.#meet(data.message_id);
  }

  /** A duplicate was not run. */
  repeat({ data }) {
    if (data.meets) this.#meeting.get(data.message_id)?.resolve();
  }

  refuse(delivery, code) {
    this.#refusals[delivery] = code;
  }

  /** Tells everything since the last time: runs by event, codes by delivery, and microseconds of this process. */
  close() {
    const { user, system } = process.cpuUsage(this.#cpu);
    const report = { runs: this.#runs, refusals: this.#refusals, cpuUs: user + system };
    [this.#runs, this.#refusals, this.#cpu] = [{}, {}, process.cpuUsage()];
    return report;
  }

  // Of two that meet the second comes as a duplicate, or, where duplicates run, here again.
  #meet(event) {
    const other = this.#meeting.get(event);
    if (other) return other.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${event}: the other one never came`)), LIMIT_MS);
      this.#meeting.set(event, { resolve: () => (clearTimeout(timer), resolve()) });
    });
  }
}
