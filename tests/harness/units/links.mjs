// Links: what a link holds comes back as it was, and what no link can hold is refused in a sentence.

import { strict as assert } from "node:assert";
import { deflateRawSync } from "node:zlib";
import { load } from "./units.mjs";

const ACME = {
  name: "acme",
  algorithm: "hmac-sha256",
  key: { encoding: "base64", stripPrefixes: ["whsec_"] },
  signature: { header: ["X-Acme-Signature", "X-Acme"], format: { kind: "value", prefix: "sha256 = " } },
  content: "{timestamp}\n{{{body}",
  timestamp: { from: { header: "X-Acme-Time" }, unit: "rfc3339", toleranceSeconds: { past: 300 } },
  require: { "X-Acme-Version": "1" },
};

const LINKED = {
  scheme: ACME,
  method: "POST",
  url: "https://receiver.example/?a=b",
  headers: [["X-Acme", "caf\u00e9"]],
  body: "{}",
  now: 1_791_192_600_000,
  tolerance: { past: 300, future: "off" },
  maxEventAge: 60,
};

export async function runLinks(units) {
  const linked = await load("linked.ts");
  await units.check("a link brings back a scheme as the object that it was", () => comesBack(linked));
  await units.check("a link brings back every byte of a body", () => bodiesComeBack(linked));
  await units.check("what no link of this page holds is refused in a sentence", () => refuses(linked));
  const limits = await load("limits.ts");
  await units.check("a tolerance is typed, shown and linked as one limit or two", () => tolerances(limits));
}

async function comesBack({ packed, unpacked }) {
  assert.deepEqual(await unpacked(await packed(LINKED)), LINKED);
  const provider = { ...LINKED, scheme: "bookbag", tolerance: "off" };
  assert.deepEqual(await unpacked(await packed(provider)), provider);
}

async function bodiesComeBack({ packed, unpacked, linkedBody, bytesOf }) {
  for (const bytes of [[], [0x7b, 0x7d], [0xff, 0x00, 0x0d], [0xef, 0xbb, 0xbf, 0x61]]) {
    const { body } = await unpacked(await packed({ ...LINKED, body: linkedBody(Uint8Array.from(bytes)) }));
    assert.deepEqual([...bytesOf(body)], bytes);
  }
}

async function refuses({ packed, unpacked, LinkProblem }) {
  const none = /^The link holds no delivery of this page\.$/;
  const text = /^An older version of this page made the link, and wrote the scheme as text\. Make a new link\.$/;
  for (const [change, sentence] of [
    [{ scheme: "name: acme\nmac: sha256\nheader: X-Acme-Signature\n" }, text],
    [{ scheme: JSON.stringify(ACME) }, text],
    [{ scheme: "acme-corp" }, /^The link is of a provider that this page does not know: acme-corp\.$/],
    ...[[ACME], null, 7, undefined].map((scheme) => [{ scheme }, none]),
    ...[-1, 0.5, "300", null, { past: 1 }, []].map((tolerance) => [{ tolerance }, none]),
    ...[-1, "off", null].map((maxEventAge) => [{ maxEventAge }, none]),
  ]) {
    const link = deflateRawSync(JSON.stringify({ ...LINKED, ...change })).toString("base64url");
    const said = await unpacked(link).catch((problem) => problem);
    assert.ok(said instanceof LinkProblem, `${JSON.stringify(change)}: ${said}`);
    assert.match(said.message, sentence);
  }
  await assert.rejects(packed({ ...LINKED, headers: [["X-A", "1\n2"]] }), LinkProblem);
}

function tolerances({ accepted, isTolerance, parseTolerance, toleranceOf, typedTolerance, writtenTolerance }) {
  for (const [typed, tolerance, words] of [
    ["300", 300, "300 s are"],
    ["off", Infinity, "any age is"],
    ["5, 86400", { past: 5, future: 86_400 }, "5 s in the past and 86,400 s in the future are"],
    ["0, off", { past: 0, future: Infinity }, "0 s in the past and any time in the future are"],
  ]) {
    assert.deepEqual(parseTolerance(typed), tolerance);
    assert.equal(typedTolerance(tolerance), typed);
    const written = JSON.parse(JSON.stringify(writtenTolerance(tolerance)));
    assert.ok(isTolerance(written));
    assert.deepEqual(toleranceOf(written), tolerance);
    assert.equal(accepted(tolerance), words);
  }
  for (const wrong of ["", "-1", "1.5", "on", "1, 2, 3", "1,", ", 1", "1 2"]) assert.equal(parseTolerance(wrong), null);
}
