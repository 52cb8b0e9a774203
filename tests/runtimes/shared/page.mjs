// Runs the suite inside a page and leaves the outcome where the driver looks for it.
import corpus from "../corpus.mjs";
import { runSuite } from "../portable/suite.mjs";

/** @param countersign - the package, as the page's bundler resolved it; `options` are those of the suite */
export function runInPage(countersign, options) {
  runSuite(countersign, corpus, options).then(
    (found) => (globalThis.found = found),
    (error) => (globalThis.found = { error: `${error?.stack ?? error}` }),
  );
}
