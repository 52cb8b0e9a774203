// What callers of countersign/explain may rely on beside what ../portable/explain.mjs has: options, and what it answers.

import { strict as assert } from "node:assert";

/** By name: tests of one entry, beside the entry that signs. */
export const checks = {
  "bytes that are the key itself are taken": keyBytes,
  "an unknown option is refused, with what was probably meant": options,
  "the tolerance and the clock are those that were given": clock,
  "evidence quotes shapes, and no scheme in a form that nobody can write": shapes,
  "the content is shown to anyone who asks, and to nobody else": content,
  "every finding means what the table says, in the words of a framework": meanings,
};

function keyBytes({ explain }, { Webhook }) {
  const key = new Uint8Array([1, 2, 250]);
  const headers = new Webhook("bookbag", key).sign("{}");
  assert.equal(explain({ scheme: "bookbag", secret: [key], body: "{}", headers }).verdict.ok, true);
}

function soundInput({ Webhook }) {
  const headers = new Webhook("bookbag", "bb_secret").sign("{}");
  return { scheme: "bookbag", secret: "bb_secret", body: "{}", headers };
}

function options({ explain }, core) {
  const input = soundInput(core);
  const other = { kind: "previous", label: "of last month", secret: "bb_previous" };
  const invalid = {
    toleranceSeconds: [-1, 1.5, Number.NaN, "300", null, { past: -1 }, { future: "300" }],
    maxEventAgeSeconds: [-1, 1.5, Number.NaN, "300", null, {}],
    now: [Number.NaN, Number.POSITIVE_INFINITY, -1, "now", null, new Date(Number.NaN), () => 0],
    framework: ["expres", "", 1, null, "toString"],
    showContent: ["yes", 1, null],
    otherSecrets: [other, [null], ["bb_previous"], [{ ...other, kind: "old" }], [{ ...other, label: 1 }]],
  };
  const secrets = ["", undefined, new Uint8Array(1), "\ud800"].map((secret) => [{ ...other, secret }]);
  invalid.otherSecrets.push(...secrets);
  for (const [option, values] of Object.entries(invalid)) {
    for (const value of values) {
      const wrong = { ...input, [option]: value };
      assert.throws(
        () => explain(wrong),
        { code: "OPTION_INVALID", message: new RegExp(option) },
        `${option}: ${value}`,
      );
    }
  }
  const said = (wrong) => thrown(() => explain({ ...input, ...wrong })).message;
  assert.match(said({ framework: "expres" }), /^framework is "expres": .* Did you mean "express"\?$/);
  assert.match(said({ tolerance: 1 }), /^"tolerance" is not an option\. Did you mean "toleranceSeconds"\?/);
  assert.match(said({ toleranceSeconds: { pasd: 1 } }), /^"pasd" is not an option\. Did you mean "past"\?/);
  assert.match(
    said({ otherSecrets: [{ ...other, labels: "" }] }),
    /^"labels" is not an option\. Did you mean "label"\?/,
  );
  // What stands in the place of something else may be the secret.
  const misplaced = said({ otherSecrets: [{ ...other, kind: "bb_previous" }] });
  assert.match(misplaced, /^otherSecrets\[0\]\.kind is a string: expected one of previous, mode, other\.$/);
  assert.equal(said({ otherSecrets: [{ ...other, secret: ["bb_other"] }] }).includes("bb_other"), false);
  assert.throws(() => explain(new Map()), { code: "OPTION_INVALID" });
}

function thrown(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new assert.AssertionError({ message: "nothing was thrown" });
}

function clock({ explain }, { Webhook }) {
  const signed = Date.UTC(2026, 0, 1);
  const headers = new Webhook("agentbot", "ag_secret").sign("{}", { timestamp: signed });
  const at = (seconds, more) => {
    const now = new Date(signed + seconds * 1000);
    return explain({ scheme: "agentbot", secret: "ag_secret", body: "{}", headers, now, ...more }).verdict.code;
  };
  assert.deepEqual([at(300), at(301), at(-301)], [null, "TIMESTAMP_TOO_OLD", "TIMESTAMP_TOO_NEW"]);
  assert.deepEqual([at(10, { toleranceSeconds: 10 }), at(11, { toleranceSeconds: 10 })], [null, "TIMESTAMP_TOO_OLD"]);
  assert.equal(at(1e9, { toleranceSeconds: Number.POSITIVE_INFINITY }), null);
  const each = { toleranceSeconds: { past: 5 } };
  assert.deepEqual([at(5, each), at(6, each), at(-1e9, each)], [null, "TIMESTAMP_TOO_OLD", null]);
  const request = { receivedAt: new Date(signed) };
  assert.equal(at(1e9, { request }), null);
}

function shapes({ explain, findings }, { Webhook, defineScheme }) {
  const [secret, body, now] = ["a_secret", '{"a":1}', 1_700_000_000_000];
  const schemeOf = (format) =>
    defineScheme({
      name: "acme",
      algorithm: "hmac-sha256",
      signature: { header: "X-Acme", format },
      content: "{timestamp}.{body}",
      timestamp: { from: "field", unit: "s" },
    });
  const pairs = { kind: "pairs", separator: ",", signatureKey: "v1", timestampKey: "t" };
  const written = {
    "t=<Unix seconds>,v1=<64 lower-case hex digits>": pairs,
    "t=<Unix seconds>;v1=<64 lower-case hex digits>": { ...pairs, separator: ";" },
    "ts=<Unix seconds>,s=<64 lower-case hex digits>": { ...pairs, signatureKey: "s", timestampKey: "ts" },
  };
  for (const [shape, format] of Object.entries(written)) {
    const headers = new Webhook(schemeOf(format), secret).sign(body, { timestamp: now });
    const [found] = explain({ scheme: schemeOf({ kind: "positional" }), secret, body, headers, now }).findings;
    assert.equal(found.code, "SCHEME_FORMAT", shape);
    assert.ok(found.evidence.includes(`\`${shape}\``), found.evidence);
  }
  const texts = Object.values(findings).flatMap(({ sentence, fix, fixes }) => [sentence, fix, ...Object.values(fixes)]);
  for (const text of texts) assert.doesNotMatch(text, TEXT_FORM);
}

/** A line of the form in which schemes were written in 0.1. */
const TEXT_FORM =
  /^\s*(mac|header|headers|format|encoding|content|timestamp|tolerance|require|hint): |mac: "?sha\d|mac sha\d/m;

function content({ explain }, { Webhook }) {
  const [signed, sent] = ['{"a":1}', '{ "a": 1 }'];
  const headers = new Webhook("agentbot", "ag_secret").sign(signed, { timestamp: 1_700_000_000_000 });
  const input = { scheme: "agentbot", secret: "ag_secret", body: sent, headers, now: 1_700_000_000_000 };
  assert.equal("content" in explain(input), false);
  const request = { method: "POST", url: "https://example.com/webhook" };
  assert.deepEqual(explain({ ...input, request }), explain(input));
  assert.deepEqual(texts(explain({ ...input, showContent: true })), [`1700000000.${sent}`, `1700000000.${signed}`]);
  // Nothing is found of what is sound, of a forgery, and of what has no signature.
  assert.deepEqual(texts(explain({ ...input, showContent: true, body: signed })), [`1700000000.${signed}`, null]);
  assert.deepEqual(texts(explain({ ...input, showContent: true, secret: "no" })), [`1700000000.${sent}`, null]);
  assert.deepEqual(texts(explain({ ...input, showContent: true, headers: {} })), [null, null]);
  // Two things at once: another body, and a secret with a newline.
  const both = explain({ ...input, showContent: true, secret: "ag_secret\n" });
  assert.deepEqual([both.findings.length, texts(both)[1]], [2, `1700000000.${signed}`]);
}

const texts = ({ content: { received, signed } }) =>
  [received, signed].map((bytes) => (bytes === null ? null : new TextDecoder().decode(bytes)));

function meanings({ explain, findings }, core) {
  const input = { ...soundInput(core), secret: "bb_secret\n" };
  const { sentence, fix } = findings.SECRET_BLANKS;
  const { evidence, ...finding } = explain(input).findings[0];
  assert.deepEqual(finding, { code: "SECRET_BLANKS", sentence, fix, proven: true });
  for (const [code, { fixes }] of Object.entries(findings)) {
    for (const [framework, line] of Object.entries(fixes)) assert.notEqual(line, findings[code].fix, framework);
  }
  for (const framework of ["express", "bun"]) {
    const { code, fix } = explain({ ...input, framework }).findings[0];
    assert.equal(fix, findings[code].fixes[framework] ?? findings[code].fix);
  }
  assert.ok(Object.isFrozen(findings) && Object.isFrozen(findings.SECRET_BLANKS.fixes));
  assert.deepEqual(new Set(Object.values(findings).map(({ group }) => group)), GROUPS);
}

const GROUPS = new Set(["body", "secret", "scheme", "header", "clock"]);
