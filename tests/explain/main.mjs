// The corpus of broken deliveries against the built package, by each of its entries in this runtime.
//
//   node tests/explain/main.mjs      needs a build: pkg-template/build.mjs

import { strict as assert } from "node:assert";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { packageDir, root } from "../tools/paths.mjs";

const dist = join(packageDir, "dist");
const require = createRequire(import.meta.url);
const { defineScheme, providers, Webhook } = await import(join(dist, "index.js"));
const entries = { esm: await import(join(dist, "explain.js")), cjs: require(join(dist, "explain.cjs")) };

const folder = join(root, "tests", "vectors", "explain");
const files = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "schema.json");
const corpus = files.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));

let passed = 0;
const failures = [];
for (const [entry, { explain }] of Object.entries(entries)) {
  for (const { scheme, vectors } of corpus) {
    for (const vector of vectors) {
      const problem = disagreement(explain, scheme, vector);
      if (problem === undefined) passed += 1;
      else failures.push(`${entry}: ${vector.id} ${vector.comment}: ${problem}`);
    }
  }
  check(entry, "a sound delivery is sound, by every collection of headers", () => sound(explain));
  check(entry, "what this engine re-stringifies is said to be its own doing", () => engine(explain));
  check(entry, "bytes that are the key itself are taken", () => keyBytes(explain));
  check(entry, "misuse throws as Webhook does", () => misuse(explain));
}
for (const failure of failures) console.error(failure);
const measured = `${passed} checks, by ${Object.keys(entries).join(" and ")}`;
console.log(JSON.stringify({ passed, failed: failures.length, measured }));
process.exitCode = failures.length === 0 ? 0 : 1;

function check(entry, name, test) {
  try {
    test();
    passed += 1;
  } catch (error) {
    failures.push(`${entry}: ${name}: ${error.message}`);
  }
}

function disagreement(explain, scheme, vector) {
  const { scheme: believed = scheme, secrets, others, headers, body_hex, now, ...wanted } = vector;
  const { verdict, findings } = explain({
    scheme: Object.hasOwn(providers, believed) ? believed : defineScheme(believed),
    secret: secrets,
    otherSecrets: others,
    headers,
    body: Buffer.from(body_hex, "hex"),
    now,
  });
  const got = findings[0]?.code ?? null;
  if (verdict.code === wanted.reason && got === wanted.finding) return undefined;
  return `expected ${wanted.reason} ${wanted.finding}, got ${verdict.code} ${got}`;
}

function sound(explain) {
  const webhook = new Webhook("agentbot", "ag_secret");
  const headers = webhook.sign("{}");
  const all = [headers, new Headers(headers), new Map(Object.entries(headers)), Object.entries(headers)];
  for (const each of all) {
    const { verdict, findings, steps } = explain({ scheme: "agentbot", secret: "ag_secret", body: "{}", headers: each });
    assert.deepEqual([verdict.ok, findings.length], [true, 0]);
    assert.ok(steps.every(({ state }) => state === "passed"));
  }
}

function engine(explain) {
  // 1e3 becomes 1000: no serialiser of another language is known to do that, and this engine is.
  const sent = '{ "n": 1e3 }';
  const headers = new Webhook("bookbag", "bb_secret").sign(JSON.stringify(JSON.parse(sent)));
  const { findings } = explain({ scheme: "bookbag", secret: "bb_secret", body: sent, headers });
  assert.equal(findings[0]?.code, "BODY_RESTRINGIFIED");
  assert.match(findings[0].evidence, /this engine's JSON\.stringify/);
}

function keyBytes(explain) {
  const key = new Uint8Array([1, 2, 250]);
  const headers = new Webhook("bookbag", key).sign("{}");
  assert.equal(explain({ scheme: "bookbag", secret: [key], body: "{}", headers }).verdict.ok, true);
}

function misuse(explain) {
  const delivery = { scheme: "bookbag", secret: "bb_secret", body: "{}", headers: {} };
  const codes = {
    body: [{ parsed: true }, "BODY_NOT_RAW"],
    secret: ["", "SECRET_EMPTY"],
    scheme: ["bokbag", "PROVIDER_UNKNOWN"],
    headers: [1, "HEADERS_INVALID"],
  };
  for (const [field, [value, code]] of Object.entries(codes)) {
    assert.throws(() => explain({ ...delivery, [field]: value }), { code });
  }
}
