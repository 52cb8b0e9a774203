// The corpus → everything that is written of it: its files, and the two lists that name them.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { corpus } from "./corpus.mjs";
import { grammarOf, partOf, VERDICT } from "./grammar.mjs";
import { readProviders } from "./providers.mjs";

const TESTS = join(import.meta.dirname, "..", "..");
const FUZZ = join("fuzz", "schemes.json");

/** What is written: `{ path, text }`, by paths from the folder of the tests. */
export function outputs() {
  const providers = readProviders();
  const files = corpus(providers);
  return [
    ...files.map(({ name, text }) => ({ path: join("vectors", name), text })),
    { path: join("corpus", "files.rs"), text: rustList(files) },
    { path: FUZZ, text: fuzzList(providers) },
  ];
}

/** Rust takes the text of a file into a program only by a name that is written there, and so it is with a test. */
function rustList(files) {
  const names = files.map(({ name }) => name.replace(/\.json$/, "")).sort();
  // A name may be a word of Rust, as `box` is: r# allows it.
  return `//! Files: those of \`tests/vectors\`, each with the name of its test. Written by \`tests/vectors/build.mjs\`.

/// Calls a macro with all of them.
macro_rules! for_each_file {
    ($macro:ident) => {
        $macro! {
${names.map((name) => `            r#${name.replaceAll("-", "_")} = "${name}",`).join("\n")}
        }
    };
}
`;
}

/** A byte names a scheme, and whether the age of its events is limited: so many fit, and later grammars are left out. */
const PLACES = 128;

/**
 * A scheme of each grammar, for the fuzzer. Its inputs name a scheme by its place in this list, so a name keeps its place
 * and new ones go to the end.
 */
function fuzzList(providers) {
  const grammars = new Map(
    providers.map(({ name, scheme }) => [name, partOf(grammarOf(scheme), [...VERDICT, "eventTime", "eventUnit"])]),
  );
  const names = JSON.parse(readFileSync(join(TESTS, FUZZ), "utf8")).filter((name) => grammars.has(name));
  const known = new Set(names.map((name) => grammars.get(name)));
  for (const [name, grammar] of grammars) {
    if (!known.has(grammar)) names.push(name);
    known.add(grammar);
  }
  return `${JSON.stringify(names.slice(0, PLACES), null, 2)}\n`;
}
