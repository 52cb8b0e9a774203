// What is run when not everything is. A word names a file of vectors (`agentbot`), one vector (`agentbot/017`), a group
// of tests (`headers`), or the tests of a group whose sentences begin with it (`headers: refuses`).

/**
 * The vectors and groups that the words name; without words, all of them.
 *
 * @throws RangeError for a word that names nothing: a run of nothing would look like a run in which all is well
 */
export function choice(words = [], vectors, groups) {
  if (words.length === 0) return { vectors, groups };
  const sentences = Object.entries(groups).flatMap(([group, { tests }]) =>
    Object.keys(tests).map((sentence) => [group, sentence]),
  );
  const unknown = words.find(
    (word) => !vectors.some(({ id }) => isVector(word, id)) && !sentences.some((test) => isTest(word, ...test)),
  );
  if (unknown !== undefined) throw new RangeError(`nothing is called "${unknown}"\n${known(vectors, groups)}`);
  const chosenTests = ([group, { tests }]) => {
    const chosen = Object.entries(tests).filter(([sentence]) => words.some((word) => isTest(word, group, sentence)));
    return [group, { tests: Object.fromEntries(chosen) }];
  };
  return {
    vectors: vectors.filter(({ id }) => words.some((word) => isVector(word, id))),
    groups: Object.fromEntries(Object.entries(groups).map(chosenTests)),
  };
}

const fileOf = (id) => id.split("/")[0];
const isVector = (word, id) => word === id || word === fileOf(id);
const isTest = (word, group, sentence) =>
  word === group || (word.includes(": ") && `${group}: ${sentence}`.startsWith(word));

function known(vectors, groups) {
  const files = new Set(vectors.map(({ id }) => fileOf(id)));
  return `groups: ${Object.keys(groups).join(" ")}\nfiles of vectors: ${[...files].join(" ")}`;
}
