// A handful of the suite, for hosts of which the question is whether they load the package: it verifies, refuses and
// explains there. The corpus that it gets is as small; see few() of runtimes/corpus.mjs.
import { Checks } from "./checks.mjs";
import { runVector } from "./deliveries.mjs";
import { checked, explained } from "./explain.mjs";
import { readCorpus } from "./vectors.mjs";

/** @param countersign - the package's namespace with `explain`, however this host imported them */
export function runFew(countersign, corpus) {
  const checks = new Checks();
  const vectors = readCorpus(corpus.vectors);
  for (const vector of vectors) runVector(countersign, vector, checks);
  for (const { scheme, vectors: broken } of corpus.broken) {
    for (const vector of broken) {
      const { verdict, findings } = explained(countersign, scheme, vector);
      const got = [verdict.code, findings[0]?.code ?? null, checked(countersign, scheme, vector).code].join();
      const wanted = [vector.reason, vector.finding, vector.reason].join();
      checks.that(got === wanted, () => `${vector.id}: expected ${wanted}, got ${got}`);
    }
  }
  return { vectors: vectors.length, ...checks };
}
