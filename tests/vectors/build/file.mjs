// Vectors → the text of one file of the corpus.

import { flags as allFlags } from "./flags.mjs";

/** The file of these vectors, numbered in their order, each delivery once. */
export function corpusFile(name, { about, builtIn, scheme }, all) {
  const vectors = once(name, all);
  const used = new Set(vectors.flatMap(({ flags }) => flags));
  for (const flag of used)
    if (!allFlags[flag]) throw new Error(`${name}: nobody says what the flag ${flag} stands for`);
  const notes = Object.fromEntries(Object.entries(allFlags).filter(([flag]) => used.has(flag)));
  vectors.forEach((vector, at) => {
    vector.id = `${name}/${String(at + 1).padStart(3, "0")}`;
  });
  const head = { _comment: about, scheme: builtIn ? scheme.name : scheme.spec, notes };
  return { name: `${name}.json`, text: write(head, vectors) };
}

/** Of two vectors with the same delivery the first one stays. Two that disagree are a mistake of the tables. */
function once(name, vectors) {
  const seen = new Map();
  return vectors.filter((vector) => {
    const { secrets, headers, body_hex, body_repeat, now, tolerance_seconds, max_event_age_seconds } = vector;
    const limits = [now, tolerance_seconds, max_event_age_seconds];
    const delivered = JSON.stringify([secrets, headers, body_hex, body_repeat, ...limits]);
    const same = seen.get(delivered);
    seen.set(delivered, same ?? vector);
    if (same && same.reason !== vector.reason) {
      throw new Error(`${name}: "${same.comment}" and "${vector.comment}" are one delivery with two verdicts`);
    }
    return !same;
  });
}

/** One note and one vector on a line: a diff of the corpus reads as a list of vectors. */
function write({ _comment, scheme, notes }, vectors) {
  const text = (value) => ascii(JSON.stringify(value));
  const lines = (entries) => entries.map((entry) => `    ${entry}`).join(",\n");
  const noted = Object.entries(notes).map(([flag, note]) => `${text(flag)}: ${text(note)}`);
  return `{
  "_comment": ${text(_comment)},
  "scheme": ${text(scheme)},
  "notes": {
${lines(noted)}
  },
  "vectors": [
${lines(vectors.map(text))}
  ]
}
`;
}

/** Everything outside ASCII, and DEL, as an escape: no editor can change what it does not show. */
function ascii(json) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return json.replace(/[^\x00-\x7e]/g, escaped);
}
