#!/usr/bin/env node
// The vectors -> first inputs of every target, in its own byte format: target/fuzz/seeds/<target>/.
//   node tests/fuzz/seed.mjs
// The formats stand at the head of src/<target>.rs. What fuzzing made of these inputs is kept in corpus/.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { target, tests } from "../tools/paths.mjs";

export const seeds = join(target, "fuzz", "seeds");

const FF = Buffer.from([0xff]);
const SCHEMES = JSON.parse(readFileSync(new URL("schemes.json", import.meta.url)));
/** Longer bodies say nothing that shorter ones do not, and every mutation pays for them. */
const BODY_MAX = 400;
const KEY = "the key that signs";

const parted = (...fields) =>
  Buffer.concat(fields.flatMap((field, at) => (at ? [FF, Buffer.from(field)] : [Buffer.from(field)])));

const vectorsOf = (name) => JSON.parse(readFileSync(join(tests, "vectors", `${name}.json`)));

/** What the scheme of a file reads, in reading order, as far as the text form names it. */
function fieldsOf(text) {
  const lines = text.split("\n").map((line) => line.trim());
  const value = (field) => lines.find((line) => line.startsWith(`${field}: `))?.slice(field.length + 2);
  const words = (field) => value(field)?.split(" ") ?? [];
  const [source, header] = words("timestamp");
  const signed = [...(value("content") ?? "").matchAll(/\{header:([^}]+)\}/g)].map(([, name]) => name);
  const required = words("require").filter((_, at) => at % 2 === 0);
  const headers = [
    ...words("header"),
    ...words("headers"),
    ...(source === "header" ? [header] : []),
    ...signed,
    ...required,
  ];
  return { headers, mac: value("mac"), encoding: value("encoding") ?? "hex" };
}

/** The text form of a file's scheme; a built-in one is read from its source. */
function schemeText({ scheme }) {
  if (scheme.includes("\n")) return scheme;
  const source = readFileSync(
    new URL(`../../src/providers/${scheme.replaceAll("-", "_")}.rs`, import.meta.url),
    "utf8",
  );
  const text = /scheme: "\n([^"]+)"/.exec(source)[1].replaceAll("\\\\", "\\");
  return text.replaceAll(/^\s+/gm, "").trimEnd();
}

const bodyOf = (vector) => (vector.body_hex === undefined ? undefined : Buffer.from(vector.body_hex, "hex"));

/** The first text in a value that could be the signature, which then stands for the true one. */
function withTrueSignature(value, { mac, encoding }) {
  const bytes = { sha1: 20, sha256: 32, sha384: 48, sha512: 64 }[mac];
  const digits = encoding.startsWith("hex")
    ? `[0-9a-fA-F]{${bytes * 2}}`
    : `[A-Za-z0-9+/_-]{${Math.ceil((bytes * 4) / 3)}}={0,2}`;
  return value.replace(new RegExp(digits), "\x01");
}

function* header() {
  for (const [place, name] of SCHEMES.entries()) {
    const file = vectorsOf(name);
    const facts = fieldsOf(schemeText(file));
    for (const vector of file.vectors) {
      const body = bodyOf(vector);
      if (body === undefined || body.length > BODY_MAX) continue;
      const lines = vector.headers.flatMap(([field, value]) => {
        const at = facts.headers.findIndex((other) => other.toLowerCase() === field.toLowerCase());
        return at < 0 ? [] : [Buffer.concat([Buffer.from([at]), Buffer.from(withTrueSignature(value, facts))])];
      });
      const time =
        vector.headers.map(([, value]) => /\d{9,15}|\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(value)?.[0]).find(Boolean) ?? "";
      const separated = lines.flatMap((line, at) => (at ? [Buffer.from([0xfe]), line] : [line]));
      yield Buffer.concat([Buffer.from([place, 6]), parted(`${vector.now}`, time, Buffer.concat(separated), body)]);
    }
  }
}

function* scheme() {
  for (const name of SCHEMES) yield parted(schemeText(vectorsOf(name)), "1700000000123", '{"type":"a"}');
}

function* json() {
  for (const name of SCHEMES) {
    for (const vector of vectorsOf(name).vectors) {
      const body = bodyOf(vector);
      if (body === undefined || body.length > BODY_MAX || body[0] !== 0x7b) continue;
      const keys = [...body.toString("latin1").matchAll(/"(\w+)"\s*:/g)].map(([, key]) => key);
      yield Buffer.concat([Buffer.from([3, 0]), parted(keys[0] ?? "type", keys.at(-1) ?? "id", body, "", "")]);
    }
  }
  const deep = (unit, close) => Buffer.concat([Buffer.from([0, 11]), parted("a", "b", '{"x":', unit, close)]);
  // The last is long enough for a walk that is not linear to take minutes.
  yield* [deep("[", ""), deep('{"a":', ""), deep("\\u00e9", ""), deep('[{"a":"b"},'.repeat(60), "")];
  yield Buffer.concat([Buffer.from([0, 9]), parted("a", "b", '{"a":"', "xy", '","b":-1.5e+3,"a":"\\ud83d\\ude00"}')]);
  yield Buffer.concat([Buffer.from([0, 5]), parted("a", "b", "{", '"a":1,', '"b":[{"a":"\\""}],"\\u0061":true}')]);
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

// Steps of the door's programs, by the numbers of src/door.rs.
const word = (length) => Buffer.from([length & 255, length >> 8]);
const text = (bytes) => Buffer.concat([word(Buffer.from(bytes).length), Buffer.from(bytes)]);
const step = (number, ...operands) =>
  Buffer.concat([
    Buffer.from([number]),
    ...operands.map((each) => (typeof each === "number" ? Buffer.from([each]) : each)),
  ]);
const long = (number) => Buffer.concat([Buffer.from([0xf0]), Buffer.from(Uint32Array.of(number).buffer)]);
const size = (bytes) => long(Buffer.from(bytes).length);
const time = (ms) => Buffer.concat([long(Math.floor(ms / 2 ** 32)), long(ms % 2 ** 32)]);

function* door() {
  const body = '{"type":"a","id":"msg_1","sent_at":"2023-11-14T22:13:20Z"}';
  const now = time(1_700_000_000_000);
  for (const name of SCHEMES) {
    const file = vectorsOf(name);
    const form = schemeText(file);
    const open = [step(0, text(form)), step(6, size(form))];
    const secret = (of) => [step(0, text(of)), step(10, 0, size(of), 1)];
    const signed = [step(3, text(body)), step(0, text("msg_1")), step(15, 0, now, 5), step(17, size(body)), step(18)];
    const verified = [
      step(5),
      step(13, 0, size(body), now),
      step(14, 0),
      step(17, 9),
      step(17, size(body)),
      step(18, now),
    ];
    const events = [step(16, 0, 3), step(17, size(body)), step(18)];
    yield Buffer.concat([...open, ...secret(KEY), ...signed, ...verified, ...events, step(12, 0)]);
    yield Buffer.concat([
      ...open,
      ...open,
      step(9, 0),
      step(11, 0, 5),
      ...secret(KEY),
      ...secret("other"),
      ...signed,
      step(5),
      step(13, 0, size(body), now),
      step(13, 1, size(body), now),
      step(12, 0),
      step(13, 1, 0, now),
    ]);
    const vector = file.vectors.find(
      (each) => each.headers.length > 0 && (bodyOf(each)?.length ?? Infinity) < BODY_MAX,
    );
    const values = vector.headers.map(([, value]) => text(value));
    yield Buffer.concat([
      ...open,
      ...secret(KEY),
      step(3, text(bodyOf(vector))),
      step(4, values.length, ...values),
      step(13, 0, size(bodyOf(vector)), time(vector.now)),
      step(19, 1),
    ]);
  }
  yield Buffer.concat([
    step(8, 0xf6),
    step(6, 0xf5),
    step(10, 7, 0xf6, 0),
    step(2, 0, 0xf6),
    step(13, 0xf6, 0xf3, 0xf6, 0xf6),
    step(17, 0xf6),
    step(19, 0),
    step(19, 2),
  ]);
}

/** Writes every target's inputs afresh; answers how many there are. */
export function writeSeeds() {
  rmSync(seeds, { recursive: true, force: true });
  return Object.entries({ header, scheme, json, door, encoding }).map(([name, inputs]) => {
    const folder = join(seeds, name);
    mkdirSync(folder, { recursive: true });
    const all = [...inputs()];
    for (const input of all) writeFileSync(join(folder, createHash("sha1").update(input).digest("hex")), input);
    return [name, all.length];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, count] of writeSeeds()) console.log(`${name}: ${count} inputs in ${join(seeds, name)}`);
}
