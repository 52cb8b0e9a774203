// The fifty traps, and the proof that none was forgotten: every number has a test that runs here, or a reason.
import * as answers from "./answers.mjs";
import * as bodies from "./bodies.mjs";
import * as headers from "./headers.mjs";
import * as replays from "./replays.mjs";
import * as secrets from "./secrets.mjs";
import { TRAPS } from "./table.mjs";

const HOW_MANY = 50;
const SENTENCE = /^[A-Z].{19,}\.$/i;

const trapTests = { ...headers.tests, ...bodies.tests, ...secrets.tests, ...replays.tests, ...answers.tests };

export const tests = {
  ...trapTests,

  "every trap has a test that runs here, or a reason why it has none"(_, test) {
    const numbers = Array.from({ length: HOW_MANY }, (_, at) => at + 1);
    test.equal(Object.keys(TRAPS).map(Number), numbers);
    for (const [number, { trap, test: name, reason, left }] of Object.entries(TRAPS)) {
      test.ok((name === undefined) !== (reason === undefined), `trap ${number} has either a test or a reason`);
      if (name !== undefined) test.ok(name in trapTests, `trap ${number}'s test, "${name}",`);
      for (const sentence of [trap, reason, left]) {
        if (sentence !== undefined) test.matches(sentence, SENTENCE, `trap ${number}`);
      }
    }
  },

  "every test names a trap of the table, whose row names that test"(_, test) {
    for (const name of Object.keys(trapTests)) {
      const number = /^trap (\d+): /.exec(name)?.[1];
      test.equal(TRAPS[number]?.test, name);
    }
  },
};
