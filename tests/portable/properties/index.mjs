// Properties: what holds of every delivery. fast-check draws them, first from a fixed seed, then from a fresh one; a
// failure tells the smallest case, and the command that runs it again.
import { alike } from "./alike.mjs";
import { anything } from "./anything.mjs";
import { draws } from "./draws.mjs";
import { proofs } from "./proofs.mjs";

const FIXED = 20;

/**
 * The properties as tests of the portable suite.
 *
 * @param fc - fast-check, however this runtime has it
 * @param options.runs - cases of each property and seed
 * @param options.fresh - the second seed
 * @param options.only - the sentence of the only property that is wanted
 * @param options.path - its one case, as a failure names it: of the seed `fresh`
 */
export function properties(fc, { runs = 100, fresh, only, path } = {}) {
  const all = Object.entries({ ...proofs, ...alike, ...anything });
  const chosen = all.filter(([sentence]) => only === undefined || sentence === only);
  const tests = chosen.map(([sentence, property]) => [
    sentence,
    (countersign, test) => {
      const [arbitrary, holds] = property(fc, draws(fc, countersign), countersign);
      // Drawn here and not when the module loads: Workers have no chance outside of a request.
      const second = fresh ?? Math.floor(Math.random() * 2 ** 31);
      for (const seed of path === undefined ? [FIXED, second] : [second]) {
        const found = fc.check(fc.property(arbitrary, holds), { seed, path, numRuns: path === undefined ? runs : 1 });
        test.ok(!found.failed, found.failed ? tell(fc, sentence, found) : "");
      }
    },
  ]);
  return { tests: Object.fromEntries(tests) };
}

function tell(fc, sentence, { seed, counterexamplePath, counterexample, errorInstance }) {
  const why = errorInstance?.message ?? "it does not hold";
  const again = `node tests/properties/main.mjs --seed ${seed} --path ${counterexamplePath} --only "${sentence}"`;
  return `${fc.stringify(counterexample)}: ${why}; again: ${again}`;
}
