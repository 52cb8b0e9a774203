// scheme.schema.json, by which editors check a scheme in a JSON file: it takes what defineScheme takes, and refuses what
// defineScheme refuses for its shape. What the fields say of each other no schema can see.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import Ajv from "ajv/dist/2020.js";
import { defineScheme, providers } from "countersign";

const require = createRequire(import.meta.url);
const schema = JSON.parse(readFileSync(require.resolve("countersign/scheme.schema.json"), "utf8"));
// Strict: a keyword that does nothing is a mistake of the schema.
const validate = new Ajv.default({ allErrors: true, strict: true, strictRequired: false }).compile(schema);

const tests = join(process.cwd().split(join("target", "matrix"))[0], "tests");
const { WRONG } = await import(pathToFileURL(join(tests, "portable", "api", "wrong-schemes.mjs")));

const filesOf = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json") && name !== "schema.json")
    .map((name) => [name, JSON.parse(readFileSync(join(folder, name), "utf8"))]);

/** What the schema objects to, in words. */
function objections(scheme) {
  return validate(scheme) ? [] : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

test("every scheme of the corpus is valid by the schema, and one that defineScheme takes", () => {
  const found = [];
  for (const folder of [join(tests, "vectors"), join(tests, "vectors", "explain")]) {
    for (const [name, { scheme, vectors }] of filesOf(folder)) {
      for (const each of [scheme, ...vectors.map((vector) => vector.scheme)]) {
        if (typeof each !== "object") continue;
        assert.deepEqual(objections(each), [], name);
        defineScheme(each);
        found.push(each.name);
      }
    }
  }
  assert.ok(found.length > 40, `${found.length} schemes`);
});

test("the scheme of every provider is valid by the schema, as JSON", () => {
  const all = Object.values(providers);
  for (const { name, scheme } of all) assert.deepEqual(objections(JSON.parse(JSON.stringify(scheme))), [], name);
  assert.ok(all.length >= 10);
});

test("what defineScheme refuses for its shape, the schema refuses too", () => {
  // JSON has no undefined and no Map, and a hole of a list is null.
  const written = WRONG.filter(({ spec }) => isDeepStrictEqual(JSON.parse(JSON.stringify(spec) ?? "0"), spec));
  const shapes = written.filter(({ isContradiction }) => !isContradiction);
  for (const { field, spec } of shapes) {
    assert.throws(() => defineScheme(spec), { code: "SCHEME_INVALID" }, field);
    assert.notDeepEqual(objections(spec), [], `${field}: ${JSON.stringify(spec)}`);
  }
  assert.ok(shapes.length > 150, `${shapes.length} wrong shapes`);
});

test("what only contradicts itself is valid by the schema, so that this table tells the two apart", () => {
  const contradictions = WRONG.filter(({ isContradiction }) => isContradiction);
  for (const { field, spec } of contradictions) {
    assert.throws(() => defineScheme(spec), { code: "SCHEME_INVALID" }, field);
    assert.deepEqual(objections(JSON.parse(JSON.stringify(spec))), [], `${field}: ${JSON.stringify(spec)}`);
  }
  assert.ok(contradictions.length > 20, `${contradictions.length} contradictions`);
});

test("the lists of names are those of the package", () => {
  const plain = { name: "plain", algorithm: "hmac-sha256", signature: { header: "X-Signature" } };
  const timed = { from: { header: "X-Time" }, unit: "?" };
  const format = { kind: "pairs", separator: "?", signatureKey: "v1" };
  const { signature, key, timestamp } = schema.properties;
  const kinds = signature.properties.format.oneOf.map(({ const: name, properties }) => name ?? properties.kind.const);
  for (const [wrong, names] of [
    [{ algorithm: "?" }, schema.properties.algorithm.enum],
    [{ key: { encoding: "?" } }, key.properties.encoding.enum],
    [{ signature: { header: "X-Signature", encoding: "?" } }, signature.properties.encoding.enum],
    [{ signature: { header: "X-Signature", format: { kind: "?" } } }, [...new Set(kinds)]],
    [{ signature: { header: "X-Signature", format } }, signature.properties.format.oneOf[2].properties.separator.enum],
    [{ timestamp: timed }, schema.$defs.unit.enum],
    [{ eventTime: { body: "ts", unit: "?" } }, schema.$defs.unit.enum],
  ]) {
    assert.deepEqual(
      namesOf(() => defineScheme({ ...plain, ...wrong })),
      names,
      JSON.stringify(wrong),
    );
  }
  assert.ok(timestamp.properties.unit.$ref.endsWith("unit"));
});

test("the fields are those that defineScheme names, and each says what it is", () => {
  const known = refusalOf(() => defineScheme({ colour: "red" })).params.known.split(", ");
  const fields = Object.keys(schema.properties).filter((name) => name !== "$schema");
  assert.deepEqual(fields.sort(), known.sort());
  for (const field of fields) assert.ok(schema.properties[field].description?.length > 10, field);
});

/** The names that an error lists: `"s", "ms" or "rfc3339"`. */
function namesOf(action) {
  return [...refusalOf(action).params.expected.matchAll(/"([^"]*)"/g)].map(([, name]) => name);
}

function refusalOf(action) {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new assert.AssertionError({ message: "nothing was refused" });
}
