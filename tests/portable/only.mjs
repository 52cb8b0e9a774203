// What is run when not everything is. A word names a file of vectors (`agentbot`), one vector (`agentbot/017`), a group
// of tests (`headers`), or the tests of a group whose sentences begin with it (`headers: refuses`).

/**
 * The vectors and groups that the words name; without words, all of them.
 *
 * @throws Error for a word that names nothing: a run of nothing would look like a run in which all is well
 */
export function choice(words = [], vectors, groups) {
  if (words.length === 0) return { vectors, groups };
  const named = vectors.filter(({ id }) => words.includes(id) || words.includes(fileOf(id)));
  const tests = Object.entries(groups).map(([group, { tests }]) => [
    group,
    { tests: chosenTests(words, group, tests) },
  ]);
  const chosen = { vectors: named, groups: Object.fromEntries(tests.filter(([, { tests }]) => isAny(tests))) };
  const unknown = words.find((word) => !isKnown(word, chosen));
  if (unknown !== undefined) throw new Error(`nothing is called "${unknown}"\n${known(vectors, groups)}`);
  return chosen;
}

const fileOf = (id) => id.split("/")[0];
const isAny = (tests) => Object.keys(tests).length > 0;

function chosenTests(words, group, tests) {
  const isChosen = ([sentence]) => words.some((word) => word === group || isStart(word, group, sentence));
  return Object.fromEntries(Object.entries(tests).filter(isChosen));
}

const isStart = (word, group, sentence) => word.includes(": ") && `${group}: ${sentence}`.startsWith(word);

function isKnown(word, { vectors, groups }) {
  const isOfVectors = vectors.some(({ id }) => word === id || word === fileOf(id));
  const isOfTests = ([group, { tests }]) =>
    word === group || Object.keys(tests).some((sentence) => isStart(word, group, sentence));
  return isOfVectors || Object.entries(groups).some(isOfTests);
}

function known(vectors, groups) {
  const files = new Set(vectors.map(({ id }) => fileOf(id)));
  return `groups: ${Object.keys(groups).join(" ")}\nfiles of vectors: ${[...files].join(" ")}`;
}
