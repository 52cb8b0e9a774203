// Properties: what holds of every delivery. fast-check draws them, first from a fixed seed, then from a fresh one; a
// failure tells the seed, the path and the smallest case.
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
 */
export function properties(fc, { runs = 100, fresh, path } = {}) {
  const tests = Object.entries({ ...proofs, ...alike, ...anything }).map(([sentence, property]) => [
    sentence,
    (countersign, test) => {
      const [arbitrary, holds] = property(fc, draws(fc, countersign), countersign);
      // Drawn here and not when the module loads: Workers have no chance outside of a request.
      const second = fresh ?? Math.floor(Math.random() * 2 ** 31);
      for (const seed of path === undefined ? [FIXED, second] : [second]) {
        const found = fc.check(fc.property(arbitrary, holds), { seed, path, numRuns: runs });
        test.ok(!found.failed, found.failed ? tell(fc, found) : "");
      }
    },
  ]);
  return { tests: Object.fromEntries(tests) };
}

function tell(fc, { seed, counterexamplePath, counterexample, errorInstance }) {
  const why = errorInstance?.message ?? "it does not hold";
  return `seed ${seed}, path ${counterexamplePath}: ${fc.stringify(counterexample)}: ${why}`;
}
