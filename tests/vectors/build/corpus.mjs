// Puts the corpus together: facts of a provider → genuine deliveries → attacks → one file.

import { bodyAttacks, deepBodyAttacks } from "./attacks/body.mjs";
import { contentAttacks, deepContentAttacks } from "./attacks/content.mjs";
import { deepFreshnessAttacks, freshnessAttacks } from "./attacks/freshness.mjs";
import { deepHeaderAttacks, headerAttacks } from "./attacks/header.mjs";
import { limitAttacks, longContentHeader } from "./attacks/limits.mjs";
import { deepManyAttacks, manyAttacks } from "./attacks/many.mjs";
import { deepPairsAttacks, pairsAttacks, positionalAttacks, tokensAttacks } from "./attacks/pairs.mjs";
import { accepted } from "./attacks/row.mjs";
import { deepSecretAttacks, secretAttacks } from "./attacks/secret.mjs";
import { deepSignatureAttacks, signatureAttacks } from "./attacks/signature.mjs";
import { sizeAttacks } from "./attacks/size.mjs";
import { dateAttacks, deepTimestampAttacks, timestampAttacks } from "./attacks/timestamp.mjs";
import { deepValueAttacks, valueAttacks } from "./attacks/value.mjs";
import { oddBodies } from "./bodies.mjs";
import { headersOf, genuine, sign, toVector } from "./draft.mjs";
import { providers } from "./facts/index.mjs";
import { flags as allFlags } from "./flags.mjs";
import { restringified } from "./restringify.mjs";
import { readContent, readScheme } from "./scheme.mjs";

/**
 * Each theme: the rows that every scheme gets, and those of the schemes that name it in `deep`.
 * A scheme that differs from another one by its header alone names the themes it wants in `only`.
 */
const themes = {
  body: [bodyAttacks, deepBodyAttacks],
  secret: [secretAttacks, deepSecretAttacks],
  signature: [signatureAttacks, deepSignatureAttacks],
  value: [valueAttacks, deepValueAttacks],
  header: [headerAttacks, deepHeaderAttacks],
  many: [manyAttacks, deepManyAttacks],
  pairs: [[...pairsAttacks, ...tokensAttacks, ...positionalAttacks], deepPairsAttacks],
  timestamp: [timestampAttacks, deepTimestampAttacks],
  dates: [[], dateAttacks],
  freshness: [freshnessAttacks, deepFreshnessAttacks],
  content: [contentAttacks, deepContentAttacks],
  limits: [[], limitAttacks],
  sizes: [[], sizeAttacks],
};

/** Without it, a scheme that nothing ever fits would refuse every attack and look sound. */
const untouched = accepted("genuine", "the delivery that the attacks below change", () => ({}));

/** Every file of the corpus: `{ name, text }`. */
export function corpus() {
  const ready = providers.map((facts) => ({ ...facts, scheme: readScheme(facts.scheme) }));
  return [
    ...ready.map((facts) => file(facts.scheme.name, facts, vectorsOf(facts))),
    ...ready.filter(({ isRestringified }) => isRestringified).map(restringifyFile),
  ];
}

function restringifyFile(facts) {
  const { name } = facts.scheme;
  const about = `Bodies that receivers change before they verify, signed by ${name}.`;
  return file(`restringify-${name}`, { ...facts, about }, restringified(facts));
}

function vectorsOf(facts) {
  return [
    ...(facts.published ?? []).map((sample) => publishedVector(facts, sample)),
    ...(facts.genuine ?? []).map((sample) => sampleVector(facts, sample, "genuine")),
    ...oddBodies(facts).map((sample) => sampleVector(facts, sample, "odd-body")),
    ...(facts.more ?? []).map((sample) => sampleVector(facts, sample)),
    attack(facts, untouched),
    ...attacksOn(facts),
    // At the end, where they change no other's number.
    ...(facts.last ?? []).map((sample) => sampleVector(facts, sample)),
  ];
}

function sampleVector(facts, sample, flag) {
  const draft = genuine(facts, sample);
  const content = sample.signWith && readContent(sample.signWith);
  if (content) draft.signatures = [sign({ ...draft, scheme: { ...draft.scheme, content } })];
  // What the receiver holds differs from what the sender signed with.
  if (sample.held) Object.assign(draft, { signatures: [sign(draft)], secrets: sample.held });
  return toVector(draft, { ...sample, flags: sample.flags ?? [flag] });
}

/** A published delivery is written down as it is; its signature is recomputed to be sure of it. */
function publishedVector(facts, sample) {
  const draft = genuine(facts, { ...sample, edit: () => sample.headers });
  const values = headersOf(draft).map(([, value]) => value);
  if (!sample.reason && !values.some((value) => value.includes(sign(draft)))) {
    throw new Error(`${facts.scheme.name}: "${sample.comment}" is not what its secret signs`);
  }
  return toVector(draft, { ...sample, flags: ["published"] });
}

function attacksOn(facts) {
  const isDeep = (theme) => facts.deep?.includes(theme);
  const isCovered = (theme) => isDeep(theme) || (facts.only?.includes(theme) ?? true);
  const rows = Object.entries(themes).flatMap(([theme, [shallow, deep]]) => [
    ...(isCovered(theme) ? shallow : []),
    ...(isDeep(theme) ? deep : []),
  ]);
  const vectors = rows.filter(({ when }) => when(facts.scheme)).map((row) => attack(facts, row));
  if (isDeep("limits") && longContentHeader.when(facts.scheme)) {
    vectors.push(attack(facts, longContentHeader, "unchecked"));
  }
  return vectors.filter(Boolean);
}

function attack(facts, row, expect) {
  const draft = genuine(facts, { hints: [], ...facts.attacked });
  const changes = row.make(draft, sign(draft));
  return changes && toVector({ ...draft, ...changes }, { ...row, expect });
}

function file(name, facts, vectors) {
  const used = new Set(vectors.flatMap(({ flags }) => flags));
  const notes = Object.fromEntries(Object.entries(allFlags).filter(([flag]) => used.has(flag)));
  const scheme = facts.builtIn ? facts.scheme.name : facts.scheme.spec;
  vectors.forEach((vector, at) => {
    vector.id = `${name}/${String(at + 1).padStart(3, "0")}`;
  });
  return { name: `${name}.json`, text: write({ _comment: facts.about, scheme, notes }, vectors) };
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
