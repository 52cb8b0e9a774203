// Byte-exactness: nothing but the bytes that arrived is proven. The corpus holds bodies that change when they are parsed,
// decoded or copied, for every place that a body can have in what is signed; here this very engine changes them once more.
import { failsWith, utf8 } from "./api/kit.mjs";
import { sameBytes } from "./deliveries.mjs";
import { openWebhook } from "./vectors.mjs";

/** The ways in which a body changes, closed: a class that loses its last body is a hole in the proof. */
const CLASSES = [
  "number-form",
  "big-integer",
  "number-precision",
  "letter-escape",
  "short-escape",
  "control-escape",
  "line-separator",
  "surrogate",
  "key-order",
  "duplicate-key",
  "prototype-key",
  "whitespace",
  "line-end",
  "empty-container",
  "top-level",
  "nesting",
  "byte-order-mark",
  "invalid-utf8",
  "nul",
  "unicode-form",
  "replace-pattern",
  "form-fields",
  "not-json",
];

const LEAST_BODIES = 100;
/** The body alone, behind something, before something, and between. */
const LEAST_PLACES = 4;

export const tests = {
  "holds bodies of every class for every place of the body in what is signed"(countersign, test, vectors) {
    const families = byFile(familiesOf(vectors));
    test.ok(families.size >= LEAST_PLACES, `${families.size} files of such bodies`);
    for (const [file, raw] of families) {
      test.ok(raw.length >= LEAST_BODIES, `${raw.length} bodies in ${file}`);
      const classes = new Set(raw.flatMap(([{ flags }]) => flags.slice(1)));
      test.equal([...classes].sort(), [...CLASSES].sort(), file);
    }
  },

  "refuses what was made of a body, under the signature of that body"(countersign, test, vectors) {
    for (const [raw, ...made] of familiesOf(vectors)) {
      test.equal(raw.expected, "verified", raw.id);
      test.ok(made.length > 0, `${raw.id}: something is made of it`);
      for (const { id, body, headers, expected } of made) {
        test.equal([headers, expected], [raw.headers, "SIGNATURE_MISMATCH"], id);
        test.ok(!sameBytes(body, raw.body), `${id}: other bytes than those of ${raw.id}`);
      }
    }
  },

  "refuses what this engine makes of every body that is JSON, and it always makes something else"(
    countersign,
    test,
    vectors,
  ) {
    for (const [raw] of familiesOf(vectors)) {
      const text = restringified(raw.body);
      if (text === undefined) continue;
      test.ok(!sameBytes(utf8(text), raw.body), `${raw.id} ${raw.comment}: other bytes than the body's`);
      const webhook = openWebhook(countersign, raw);
      for (const body of [text, utf8(text)]) {
        test.equal(failsWith(webhook.check(body, raw.headers)), "SIGNATURE_MISMATCH", `${raw.id} ${raw.comment}`);
      }
      webhook.dispose();
    }
  },
};

/** `[raw, ...made]` for each body: what is made of a body stands behind it in its file. */
function familiesOf(vectors) {
  const families = [];
  for (const vector of vectors.filter(({ id }) => id.startsWith("restringify-"))) {
    if (vector.flags[0] === "odd-body") families.push([vector]);
    else families.at(-1).push(vector);
  }
  return families;
}

function byFile(families) {
  const files = new Map();
  for (const family of families) {
    const file = family[0].id.split("/")[0];
    files.set(file, [...(files.get(file) ?? []), family]);
  }
  return files;
}

/** What a receiver hashes that parses first, or undefined when it cannot parse this body. */
function restringified(body) {
  try {
    return JSON.stringify(JSON.parse(new TextDecoder().decode(body)));
  } catch {
    return undefined;
  }
}
