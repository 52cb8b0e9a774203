// Puts the corpus together: own deliveries of each provider, and the attacks on each grammar, carried by the first scheme
// that has it.

import { accepted, everywhere } from "./attacks/row.mjs";
import { themes } from "./attacks/themes.mjs";
import { oddBodies } from "./bodies.mjs";
import { ownDeliveries } from "./deliveries.mjs";
import { genuine, sign, toVector } from "./draft.mjs";
import { corpusFile } from "./file.mjs";
import { grammarOf, partOf } from "./grammar.mjs";
import { restringified } from "./restringify.mjs";

/** Without it, a scheme that nothing ever fits would refuse every attack and look sound. */
const untouched = everywhere(accepted("genuine", "the delivery that the attacks below change", () => ({})));

/** Every file of the corpus of these providers: `{ name, text }`. */
export function corpus(providers) {
  const first = firsts();
  const all = providers.map((facts) => ({ facts, grammar: grammarOf(facts.scheme) }));
  return [
    ...all.map(({ facts, grammar }) => corpusFile(facts.name, facts, vectorsOf(facts, grammar, first))),
    ...all.filter(({ grammar }) => isRestringified(grammar, first)).map(({ facts }) => restringifyFile(facts)),
  ];
}

/** Answers whether this part of a grammar is asked for the first time for this purpose. */
function firsts() {
  const seen = new Set();
  return (purpose, part) => {
    const word = `${purpose}: ${part}`;
    const isFirst = !seen.has(word);
    seen.add(word);
    return isFirst;
  };
}

function vectorsOf(facts, grammar, first) {
  const odd = oddBodies(facts.scheme, (kind, parts) => first(kind, partOf(grammar, parts)));
  return [
    ...ownDeliveries(facts),
    ...odd.map((sample) => toVector(genuine(facts, { ...sample, hints: [] }), { ...sample, flags: ["odd-body"] })),
    ...[untouched, ...rowsFor(grammar, first)]
      .filter(({ when }) => when(facts.scheme))
      .map((row) => attack(facts, row))
      .filter(Boolean),
  ];
}

/** The rows of every theme that no scheme before had to take; those for everyone are among them always. */
function rowsFor(grammar, first) {
  const isNew = first("all", partOf(grammar));
  return Object.entries(themes).flatMap(([name, { parts, shallow, deep }]) => [
    ...shallow.filter((row) => isNew || row.everywhere),
    ...(first(name, partOf(grammar, parts)) ? deep : []),
  ]);
}

function attack(facts, row) {
  const draft = genuine(facts, { hints: [], ...facts.attacked });
  const changes = row.make(draft, sign(draft));
  return changes && toVector({ ...draft, ...changes }, row);
}

/** Where a body stands in what is signed decides whether its bytes are. */
function isRestringified({ content, time }, first) {
  return time !== "body" && first("restringify", content);
}

function restringifyFile(facts) {
  const about = `Bodies that receivers change before they verify, signed by ${facts.name}.`;
  return corpusFile(`restringify-${facts.name}`, { ...facts, about }, restringified(facts));
}
