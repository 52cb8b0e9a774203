#!/usr/bin/env node
// The vectors -> first inputs of every target, in its own byte format: target/fuzz/seeds/<target>/.
//   node tests/fuzz/seed.mjs
// The formats stand at the head of src/<target>.rs. What fuzzing made of these inputs is kept in corpus/<target>.zip.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root, tests } from "../tools/paths.mjs";
import { odd } from "./odd.mjs";
import { programs } from "./programs.mjs";
import { stable, work } from "./stable.mjs";

export const seeds = join(work, "seeds");

const FF = Buffer.from([0xff]);
/** Longer bodies say nothing that shorter ones do not, and every mutation pays for them. */
const BODY_MAX = 400;
const MS = "1700000000123";

const parted = (...fields) =>
  Buffer.concat(fields.flatMap((field, at) => (at ? [FF, Buffer.from(field)] : [Buffer.from(field)])));

/**
 * The schemes of schemes.json, in its order: each as an object and in the private encoding, with the headers that it
 * reads and its vectors. The crate knows the schemes: a second list here would be wrong as soon as one changes.
 */
function readFacts() {
  const { args, env } = stable("facts");
  const stdio = ["ignore", "pipe", "inherit"];
  const facts = JSON.parse(execFileSync("cargo", args, { cwd: root, env: { ...process.env, ...env }, stdio }));
  return facts.map((each) => ({ ...each, wire: Buffer.from(each.wire, "hex"), vectors: vectorsOf(each.scheme.name) }));
}

/** The vectors of a scheme, with their bodies as bytes. */
function vectorsOf(name) {
  const { vectors } = JSON.parse(readFileSync(join(tests, "vectors", `${name}.json`)));
  const short = vectors.filter(({ body_hex: hex }) => hex !== undefined && hex.length <= 2 * BODY_MAX);
  return short.map((vector) => ({ ...vector, body: Buffer.from(vector.body_hex, "hex") }));
}

/** The first text in a value that could be the signature, which then stands for the true one. */
function withTrueSignature(value, { scheme, tagBytes }) {
  const digits = (scheme.signature.encoding ?? "hex").startsWith("hex")
    ? `[0-9a-fA-F]{${tagBytes * 2}}`
    : `[A-Za-z0-9+/_-]{${Math.ceil((tagBytes * 4) / 3)}}={0,2}`;
  return value.replace(new RegExp(digits), "\x01");
}

function* header(all) {
  for (const [place, facts] of all.entries()) {
    for (const vector of facts.vectors) {
      const lines = vector.headers.flatMap(([field, value]) => {
        const at = facts.headers.findIndex((other) => other.toLowerCase() === field.toLowerCase());
        return at < 0 ? [] : [Buffer.concat([Buffer.from([at]), Buffer.from(withTrueSignature(value, facts))])];
      });
      const time =
        vector.headers.map(([, value]) => /\d{9,15}|\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(value)?.[0]).find(Boolean) ?? "";
      const separated = lines.flatMap((line, at) => (at ? [Buffer.from([0xfe]), line] : [line]));
      const which = vector.max_event_age_seconds === undefined ? place : place + all.length;
      yield Buffer.concat([
        Buffer.from([which, 6]),
        parted(`${vector.now}`, time, Buffer.concat(separated), vector.body),
      ]);
    }
  }
}

function* scheme(all) {
  for (const { scheme, wire } of all) {
    yield parted(JSON.stringify(scheme), MS, '{"type":"a"}');
    yield parted(wire, MS, '{"type":"a","id":"msg_1"}');
  }
  for (const each of odd()) yield parted(JSON.stringify(each), MS, "{}");
  const { wire } = all[0];
  yield* [wire.subarray(0, -1), Buffer.concat([wire, Buffer.from("x")])].map((broken) => parted(broken, MS, ""));
}

/** The paths of all strings and numbers in a value. */
function pathsIn(value, path = []) {
  if (typeof value === "string" || typeof value === "number") return [path.join(".")];
  if (value === null || typeof value !== "object" || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]));
}

function* json(all) {
  for (const { vectors } of all) {
    for (const { body } of vectors) {
      if (body[0] !== 0x7b) continue;
      const paths = pathsIn(parsed(body) ?? {});
      yield Buffer.concat([Buffer.from([3, 0]), parted(paths[0] ?? "type", paths.at(-1) ?? "id", body, "", "")]);
    }
  }
  const deep = (unit, close) => Buffer.concat([Buffer.from([0, 11]), parted("a", "b", '{"x":', unit, close)]);
  // The last is long enough for a walk that is not linear to take minutes.
  yield* [deep("[", ""), deep('{"a":', ""), deep("\\u00e9", ""), deep('[{"a":"b"},'.repeat(60), "")];
  const flat = (times, ...fields) => Buffer.concat([Buffer.from([0, times]), parted(...fields)]);
  yield flat(9, "a", "b", '{"a":"', "xy", '","b":-1.5e+3,"a":"\\ud83d\\ude00"}');
  yield flat(5, "a", "b", "{", '"a":1,', '"b":[{"a":"\\""}],"\\u0061":true}');
  // Duplicates on every floor, a path that goes on where another ends, and keys that hold a dot.
  yield flat(3, "a.b", "a", "{", '"a":{"b":1,"c":{"b":2}},', '"a":{"\\u0062":3}}');
  yield flat(2, "a.b.c", "a.b", "{", '"a":{"b":{"c":[1],"c":"x"},"b":{}},', '"a.b":1,"a":{"b":2}}');
  yield flat(4, "a.a.a.a", "a..a", "", '{"a":', `1${"}".repeat(16)}`);
}

function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function* encoding() {
  const times = ["1700000000", "1700000000123", "2019-11-16T10:11:12.634Z", "2000-02-29T23:59:59.9+05:30", "01", "1e3"];
  const secrets = ["whsec_dGVzdA==", "dGVzdA", "c2VjcmV0IQ==", "00fFa0", " ", "plain text"];
  const texts = ["\x01", "\x01=", "sha256=\x01", "00ff", "AP8=", ""];
  for (let kind = 0; kind < 48; kind += 1) {
    const pick = (list) => list[kind % list.length];
    yield Buffer.concat([
      Buffer.from([kind]),
      parted("{}", pick(texts), pick(secrets), pick(times), `${1700000000000 * (kind % 7)}`, kind % 3 ? "" : "\x05A"),
    ]);
  }
}

/** Writes every target's inputs afresh; answers how many there are. */
export function writeSeeds() {
  const facts = readFacts();
  rmSync(seeds, { recursive: true, force: true });
  return Object.entries({ header, scheme, json, door: programs, encoding }).map(([name, inputs]) => {
    const folder = join(seeds, name);
    mkdirSync(folder, { recursive: true });
    const all = [...inputs(facts)];
    for (const input of all) writeFileSync(join(folder, createHash("sha1").update(input).digest("hex")), input);
    return [name, all.length];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, count] of writeSeeds()) console.log(`${name}: ${count} inputs in ${join(seeds, name)}`);
}
