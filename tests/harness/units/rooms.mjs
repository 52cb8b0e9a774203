// Rooms: what the conformance and the benchmark tab work out, without a page: which row is shown, what opening a vector
// fills in, and what is said of the figures.

import { strict as assert } from "node:assert";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readBroken, readCorpusFiles } from "../../runtimes/corpus.mjs";
import { packageDir } from "../../tools/paths.mjs";
import { load } from "./units.mjs";

const { defineScheme, Webhook } = await import(pathToFileURL(join(packageDir, "dist", "index.js")).href);

export async function runRooms(units) {
  const { inspectedOf } = await load("conformance/inspected.ts");
  const files = [...readCorpusFiles().map(({ data }) => data), ...readBroken()];
  const vectors = files.flatMap(({ scheme, vectors }) => vectors.map((vector) => ({ scheme, ...vector })));
  await units.check("a vector that is opened has the verdict of the corpus", () => opened(inspectedOf, vectors));
  units.tell(`${vectors.length} vectors opened`);
  const { everything, select } = await load("conformance/rows.ts");
  await units.check("the table filters and sorts", () => filtered(select, everything));
  const { measured } = await load("benchmark/statistics.ts");
  await units.check("the figures are medians, quartiles and the median of the ratios", () => figures(measured));
  const { verdict } = await load("benchmark/text.ts");
  await units.check("who was faster where is said as it was measured", () => said(verdict));
}

function opened(inspectedOf, vectors) {
  for (const vector of vectors) {
    const { id, result, reason } = vector;
    assert.equal(codeOf(inspectedOf(vector)), result === "verified" ? "verified" : reason, id);
  }
}

// A secret that does not suit its scheme is refused when the Webhook is built.
function codeOf({ scheme, secret, now, tolerance, maxEventAge, delivery }) {
  const limits = { toleranceSeconds: tolerance ?? undefined, maxEventAgeSeconds: maxEventAge ?? undefined };
  try {
    const defined = typeof scheme === "string" ? scheme : defineScheme(scheme);
    const webhook = new Webhook(defined, secret, { now: () => now, ...limits });
    webhook.verify(delivery.body, delivery.headers);
    webhook.dispose();
    return "verified";
  } catch (error) {
    return error.code ?? error.message;
  }
}

function filtered(select, everything) {
  const rows = [row("a/1", "one sound delivery", "verified"), row("b/1", "Tampered", "X"), row("b/2", "sound", "Y")];
  const outcomes = [outcome(9, []), outcome(30, ["b/1: expected X, got Y"])];
  const found = (query) => select(rows, outcomes, { ...everything, ...query });
  assert.deepEqual(found({}), [0, 1, 2]);
  assert.deepEqual(found({ text: "SOUND b/" }), [2]);
  assert.deepEqual(found({ code: "X" }), [1]);
  assert.deepEqual(found({ scheme: "b" }), [1, 2]);
  assert.deepEqual(found({ part: "broken" }), []);
  assert.deepEqual(found({ onlyDisagreements: true }), [1]);
  assert.deepEqual(found({ sort: "micros", descending: true }), [1, 0, 2]);
  assert.deepEqual(found({ sort: "comment" }), [1, 0, 2]);
}

const row = (id, comment, code) => ({ part: "vectors", id, scheme: id[0], comment, expected: [code] });
const outcome = (micros, disagreements) => ({ got: ["Z"], micros, disagreements });

function figures(measured) {
  const pairs = [4, 1, 3, 2, 5].map((ours) => ({ ours, theirs: 12 }));
  const [line, ...more] = measured([pairs, []]);
  assert.deepEqual(more, []);
  assert.deepEqual([line.bytes, line.times, line.ours], [64, 5, { low: 2, median: 3, high: 4 }]);
  assert.equal(line.ratio, 4);
  const [alone] = measured([[{ ours: 1, theirs: null }]]);
  assert.deepEqual([alone.theirs, alone.ratio], [null, null]);
}

function said(verdict) {
  const of = (...ratios) => verdict(ratios.map((ratio, at) => ({ bytes: 64 * 2 ** at, ratio })));
  assert.equal(of(null), "");
  assert.equal(of(3, 2), "In this run countersign was faster at every size.");
  assert.equal(of(0.5), "In this run WebCrypto was faster at every size.");
  assert.equal(of(3, 2, 0.5), "In this run countersign was faster below 256 B, WebCrypto from there on.");
  assert.equal(of(3, 0.9, 2, 0.5), "In this run the two changed places 3 times, between 128 B and 512 B.");
}
