// Leaks: no link holds a secret, whatever it is written as. The spellings are made here, by other code than the search.

import { strict as assert } from "node:assert";
import { gzipSync } from "node:zlib";
import { vectorsIn } from "../scenarios/conformance.mjs";
import { SPELLINGS, WRAPPINGS } from "./spellings.mjs";
import { load } from "./units.mjs";

/** Another one makes other secrets. */
const SEED = Number(process.env.LEAKS_SEED ?? 7);
/** One in so many vectors of the corpus is searched. */
const EACH = 40;

/** By decoder, a spelling that needs it. */
const READ_BY = {
  percent: "percent",
  backslash: "escapes",
  octal: "octal",
  css: "css",
  "quoted-printable": "quoted-printable",
  entities: "entities",
  plus: "form",
  mixed: "mixed",
  lines: "lines",
  wide: "UTF-16",
  misread: "read as Latin-1",
  compatible: "other forms of Unicode",
  base64: "base64",
  base32: "base32",
  base32hex: "base32 of hex digits",
  hex: "hex",
  numbers: "numbers",
  dump: "dump",
  compressed: "compressed",
};

const TEXT = "an-example+secret/that~stays-7f3a";
const KEY = Buffer.from("0f1e2d3c4b5a69788796a5b4c3d2e1f0ff00fe01", "hex");
const ENCODED = `whsec_${KEY.toString("base64")}`;
const HEX = KEY.toString("hex");

/** Each secret with its scheme, and all that must not be found of it. */
const SECRETS = [
  [TEXT, undefined, [TEXT]],
  [` ${TEXT}\n`, undefined, [TEXT]],
  ['p\u00e4ssw\u00f6rd \u{1f511} "quoted"', undefined, ['p\u00e4ssw\u00f6rd \u{1f511} "quoted"']],
  ["short", undefined, ["short"]],
  [ENCODED, { encoding: "base64", stripPrefixes: ["whsec_"] }, [ENCODED, ENCODED.slice(6), KEY]],
  [ENCODED, undefined, [ENCODED, ENCODED.slice(6), KEY]],
  [HEX, { encoding: "hex" }, [HEX, KEY]],
  [HEX.toUpperCase(), undefined, [HEX.toUpperCase(), KEY]],
  [`sk_${TEXT}`, { stripPrefixes: ["sk_"] }, [`sk_${TEXT}`, TEXT]],
];

/** A word of its own for each seed, of any characters that may stand in a secret. */
function randomly(seed) {
  let state = seed;
  const below = (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const of = (alphabet, length) => Array.from({ length }, () => alphabet[below(alphabet.length)]).join("");
  const ascii = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).join("");
  const bytes = Buffer.from(Array.from({ length: 20 + below(13) }, () => below(256)));
  return { of, ascii, bytes, below };
}

/** Secrets as in SECRETS: text, text with accents, a key in base64, a key in hex. */
function randomSecrets(seed) {
  const { of, ascii, bytes, below } = randomly(seed);
  const texts = [of(ascii, 12 + below(30)), of([..."\u00e4\u00f6\u00fc\u00df\u20ac\u00e9abcdefgh-_"], 10 + below(20))];
  const key = `whsec_${bytes.toString("base64")}`;
  return [
    ...texts.map((text) => [text, undefined, [text]]),
    [key, { encoding: "base64", stripPrefixes: ["whsec_"] }, [key, key.slice(6), bytes]],
    [bytes.toString("hex"), { encoding: "hex" }, [bytes]],
  ];
}

const TOLD = { scheme: "agentbot", method: "POST", url: "https://receiver.example/hooks", headers: [], now: 1 };
const EMPTY = Buffer.from("{}");
const inJson = (bytes) => Buffer.concat([Buffer.from('{"a":"'), bytes, Buffer.from('"}')]);
const told = (change) => [{ ...TOLD, ...change }, EMPTY];

/** The places in which a spelling may stand. Those but the body hold texts, in which each byte is a character. */
const PLACES = {
  body: (bytes) => [TOLD, inJson(bytes)],
  "a body that is not UTF-8": (bytes) => [TOLD, Buffer.concat([Buffer.of(0xff, 0xfe, 0xc3), bytes, Buffer.of(0xfe)])],
  "the value of a header": (bytes) => told({ headers: [["X-Acme", bytes.toString("latin1")]] }),
  "the name of a header": (bytes) => told({ headers: [[bytes.toString("latin1"), "1"]] }),
  URL: (bytes) => told({ url: `https://receiver.example/${bytes.toString("latin1")}/x` }),
  "a field of the scheme": (bytes) => told({ scheme: { name: "acme", require: { "X-A": bytes.toString("latin1") } } }),
};

/** Deflate shows only where a text starts. */
const placesOf = (spelling) =>
  spelling === "compressed" || spelling === "deflate"
    ? { "the whole body": (bytes) => [TOLD, bytes], header: PLACES["the value of a header"] }
    : PLACES;

export async function runLeaks(units_) {
  const leak = await load("leak.ts");
  await units_.check("no spelling of a secret goes unseen in a link", () => findsAll(leak, units_));
  await units_.check("no spelling inside another one goes unseen", () => findsNested(leak, units_));
  await units_.check("without any one decoder, a spelling goes unseen", () => needsEach(leak));
  await units_.check("a delivery without the secret may be linked", () => findsNothing(leak, units_));
  await units_.check("a search that would take too long ends, and says so", () => ends(leak));
  await units_.check("a body that cannot be unpacked is named by its encoding", () => opaque(leak));
  const replayed = await load("replayed.ts");
  await units_.check("only headers of schemes and of the body travel in a link", () => headers(replayed));
  await units_.check("no login, query or fragment of the URL travels in a link", () => urls(replayed));
  await units_.check("a link says for how long its delivery can be replayed", () => warnings(replayed));
}

function findsAll({ search, partsOf }, units_) {
  const unseen = [];
  let searched = 0;
  for (const [secret, key, parts] of [...SECRETS, ...randomSecrets(SEED)]) {
    const sought = partsOf([secret], key, []);
    for (const part of parts) {
      for (const [spelling, write] of Object.entries(SPELLINGS)) {
        for (const [at, written] of write(part)
          .map((one) => Buffer.from(one))
          .entries()) {
          // Each spelling stands in the body, and in one of the other places.
          const [body, ...others] = Object.entries(placesOf(spelling));
          for (const [place, put] of [body, others[at % others.length]]) {
            searched += 1;
            if (search(...put(written), sought) !== "secret")
              unseen.push(`${JSON.stringify(secret)}: ${spelling}, ${place}: ${written.toString("latin1")}`);
          }
        }
      }
    }
  }
  units_.tell(`${searched} spellings of secrets`);
  assert.deepEqual(unseen.slice(0, 5), [], `${unseen.length} of ${searched} were not seen (LEAKS_SEED=${SEED})`);
}

function findsNested({ search, partsOf }, units_) {
  const unseen = [];
  let searched = 0;
  for (const [secret, key, parts] of randomSecrets(SEED + 1)) {
    const sought = partsOf([secret], key, []);
    for (const [spelling, write] of Object.entries(SPELLINGS)) {
      for (const written of write(parts.at(-1)).slice(0, 1)) {
        for (const [wrapping, wrap] of Object.entries(WRAPPINGS)) {
          const [[place, put]] = Object.entries(placesOf(wrapping));
          searched += 1;
          if (search(...put(Buffer.from(wrap(Buffer.from(written)))), sought) !== "secret")
            unseen.push(`${JSON.stringify(secret)}: ${spelling} in ${wrapping}, ${place}`);
        }
      }
    }
  }
  units_.tell(`${searched} spellings inside each other`);
  assert.deepEqual(unseen.slice(0, 5), [], `${unseen.length} of ${searched} were not seen (LEAKS_SEED=${SEED})`);
}

/** Spellings that only one decoder reads: without it, one of them is not seen. */
async function needsEach({ search, partsOf }) {
  const { DECODERS } = await load("decoders.ts");
  const secrets = [...SECRETS.slice(0, 5), ...randomSecrets(SEED + 2).slice(0, 2)];
  for (const off of Object.keys(DECODERS)) {
    assert.ok(off in READ_BY, `no spelling is named for the decoder ${off}`);
    // The mixed one decodes some spellings, too.
    const others = Object.entries(DECODERS).filter(([name]) => name !== off && name !== "mixed");
    const decoders = others.map(([, decoder]) => decoder);
    const isMissed = secrets.some(([secret, key, parts]) => {
      const sought = partsOf([secret], key, []);
      return SPELLINGS[READ_BY[off]](parts[0]).some((written) => {
        const [put] = Object.values(placesOf(READ_BY[off]));
        return search(...put(Buffer.from(written)), sought, decoders) !== "secret";
      });
    });
    assert.ok(isMissed, `nothing is missed without the decoder ${off}`);
  }
}

function findsNothing({ search, partsOf }, units_) {
  const headers = [["X-Signature", `sha256=${"ab".repeat(32)}`]];
  const body = Buffer.from('{"ok":true}');
  for (const [secret, key] of SECRETS)
    assert.equal(search({ ...TOLD, headers }, body, partsOf([secret], key, [])), "nothing", secret);
  assert.equal(search(TOLD, body, partsOf(["", "  "], undefined, [])), "nothing");
  const vectors = vectorsIn().filter(({ body_hex }, at) => body_hex !== undefined && at % EACH === 0);
  for (const [at, { id, method, url, headers: given, body_hex }] of vectors.entries()) {
    const [secret, key] = randomSecrets(at)[at % 4];
    const bytes = Buffer.from(body_hex, "hex");
    const found = search({ ...TOLD, method, url, headers: given }, bytes, partsOf([secret], key, []));
    assert.equal(found, "nothing", `${id}: ${secret}`);
  }
  units_.tell(`${vectors.length} deliveries without one`);
}

/** What was not searched to its end must not pass. */
function ends({ search, partsOf }) {
  const sought = partsOf([ENCODED], { encoding: "base64", stripPrefixes: ["whsec_"] }, []);
  const line = `{"id":"${HEX.slice(0, 8)}","text":"caf\\u00e9 %41 &amp; ${Buffer.from("hello, world").toString("base64")}"}\n`;
  const large = (text) => Buffer.from(text.repeat(Math.ceil(5_000_000 / text.length)));
  const bodies = [line, "%41%62", "\\", "x^", "7, ", "00000010: 6162 6364\n", "A", "=41"].map(large);
  for (const body of [...bodies, gzipSync(Buffer.alloc(500_000_000))]) {
    assert.equal(search(TOLD, body, sought), "unsure", `${body.subarray(0, 20)}`);
  }
}

function opaque({ opaqueEncoding }) {
  const body = Buffer.from("{}");
  for (const [headers, encoding] of [
    [[["Content-Encoding", "br"]], "br"],
    [[["content-encoding", "gzip, zstd"]], "zstd"],
    [[["HTTP_CONTENT_ENCODING", "BR"]], "br"],
    [[["Content-Encoding", "gzip, deflate"]], undefined],
    [[["Content-Encoding", "identity"]], undefined],
    [[], undefined],
  ])
    assert.equal(opaqueEncoding(headers, body), encoding);
  assert.equal(opaqueEncoding([], Buffer.of(0x28, 0xb5, 0x2f, 0xfd, 0)), "zstd");
  assert.equal(opaqueEncoding([["Content-Encoding", "br"]], Buffer.alloc(0)), undefined);
}

const ACME = {
  name: "acme",
  algorithm: "hmac-sha256",
  signature: { header: ["X-Acme-Signature"] },
  content: "{timestamp}.{header:X-Acme-Id}.{body}",
  timestamp: { from: { header: "X-Acme-Time" }, unit: "s" },
  require: { "X-Acme-Version": "1" },
};

function headers({ travels }) {
  for (const name of [
    "X-Acme-Signature",
    "x-acme-id",
    "X-ACME-TIME",
    "HTTP_X_ACME_VERSION",
    "Content-Type",
    "Stripe-Signature",
  ])
    assert.ok(travels(name, ACME), name);
  for (const name of [
    "X-Api-Key",
    "Cookie",
    "Set-Cookie",
    "Authorization",
    "Proxy-Authorization",
    "X-Amz-Security-Token",
    "X-Acme-Token",
    "Contents",
    "Forwarded",
  ])
    assert.ok(!travels(name, ACME), name);
}

function urls({ bareUrl, leftOfUrl }) {
  assert.deepEqual(leftOfUrl("https://me@receiver.example/?a#b"), ["login", "query", "fragment"]);
  assert.deepEqual(leftOfUrl("https://receiver.example/a@b#c?d"), ["fragment"]);
  for (const [url, bare] of [
    ["https://me:pass@receiver.example/hooks?token=abc#x", "https://receiver.example/hooks"],
    ["/hooks?token=abc", "/hooks"],
    ["/hooks#token\n=abc", "/hooks"],
    ["//me@receiver.example/", "//receiver.example/"],
    ["/hooks/a@b", "/hooks/a@b"],
  ])
    assert.equal(bareUrl(url), bare);
}

function warnings({ replayWarning }) {
  const timed = { ...ACME, timestamp: { ...ACME.timestamp, toleranceSeconds: 300 } };
  const { timestamp: _, ...timeless } = ACME;
  const who = "anyone with this link can replay the delivery";
  for (const [scheme, tolerance, until] of [
    [timed, null, "until its timestamp is 300 s old."],
    [timed, 86_400, "until its timestamp is 86,400 s old."],
    [timed, { past: 5, future: Infinity }, "until its timestamp is 5 s old."],
    [timed, Infinity, "forever: no tolerance is set."],
    [ACME, null, "forever: no tolerance is set."],
    [timeless, null, "forever: acme signs no time."],
  ]) {
    assert.equal(replayWarning(true, scheme, tolerance), `The signature is genuine, so ${who} ${until}`);
    assert.equal(replayWarning(false, scheme, tolerance), `If the signature is genuine, ${who} ${until}`);
  }
}
