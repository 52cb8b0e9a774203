// Leaks: no link holds a secret, whatever it is written as. The spellings are made here, by other code than the search.

import { strict as assert } from "node:assert";
import { load } from "./units.mjs";

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

const bytesOf = (part) => Buffer.from(part);
const each = (part, write) => Array.from(bytesOf(part), (byte) => write(byte.toString(16).padStart(2, "0"))).join("");
const percent = (part) => each(part, (digits) => `%${digits}`);
const hex = (part) => bytesOf(part).toString("hex");
const units = (text, write) =>
  Array.from({ length: text.length }, (_, at) => write(text.charCodeAt(at).toString(16).padStart(4, "0"))).join("");
const isText = (part) => typeof part === "string";

/** Functions from a part to its spellings. */
const SPELLINGS = {
  "as it is": (part) => [part],
  percent: (part) => [percent(part), percent(part).toUpperCase(), ...(isText(part) ? [encodeURIComponent(part)] : [])],
  "percent, twice": (part) => [encodeURIComponent(percent(part)), percent(percent(part))],
  form: (part) => (isText(part) ? [`${new URLSearchParams({ part })}`.slice(5)] : []),
  base64: (part) =>
    ["", "x", "xx", "xxx"].flatMap((before) =>
      ["", "y", "yy", "yyy"].flatMap((behind) => {
        const bytes = Buffer.concat([Buffer.from(before), bytesOf(part), Buffer.from(behind)]);
        const [padded, url] = [bytes.toString("base64"), bytes.toString("base64url")];
        return [padded, padded.replaceAll("=", ""), url, `A${padded}`, `key-${url}`];
      }),
    ),
  "base64, in lines": (part) => {
    const mail = bytesOf(part).toString("base64");
    return [mail.replace(/(.{7})/g, "$1\r\n"), mail.replace(/(.{7})/g, "$1\n  ")];
  },
  "base64, twice": (part) => [Buffer.from(bytesOf(part).toString("base64")).toString("base64")],
  "base64, in a URL": (part) => [
    encodeURIComponent(bytesOf(part).toString("base64")),
    percent(bytesOf(part).toString("base64")),
  ],
  hex: (part) => [
    hex(part),
    hex(part).toUpperCase(),
    `a${hex(part)}`,
    each(part, (digits) => `${digits}:`),
    each(part, (digits) => `${digits} `),
  ],
  "JSON escapes": (part) =>
    isText(part)
      ? [
          units(part, (digits) => `\\u${digits}`),
          units(part, (digits) => `\\u${digits.toUpperCase()}`),
          JSON.stringify(part).slice(1, -1),
        ]
      : [each(part, (digits) => `\\x${digits}`)],
  "JSON in JSON": (part) =>
    isText(part) ? [JSON.stringify(units(part, (digits) => `\\u${digits}`)).slice(1, -1)] : [],
  "JSON escapes, in base64": (part) =>
    isText(part) ? [Buffer.from(units(part, (digits) => `\\u${digits}`)).toString("base64")] : [],
  "HTML entities": (part) =>
    isText(part)
      ? [
          Array.from(part, (one) => `&#${one.codePointAt(0)};`).join(""),
          Array.from(part, (one) => `&#x${one.codePointAt(0).toString(16)};`).join(""),
          part.replaceAll("&", "&amp;").replaceAll('"', "&quot;"),
        ]
      : [],
  "UTF-16": (part) => (isText(part) ? [Buffer.from(part, "utf16le"), Buffer.from(part, "utf16le").swap16()] : []),
};

/** The places in which a spelling may stand. */
const PLACES = {
  body: (bytes) => [Buffer.concat([Buffer.from('{"a":"'), bytes, Buffer.from('"}')])],
  "a body that is no UTF-8": (bytes) => [Buffer.concat([Buffer.of(0xff, 0x00, 0xc3), bytes, Buffer.of(0xfe)])],
  header: (bytes) => ["POST", bytes.toString("latin1")],
  URL: (bytes) => [`https://receiver.example/${bytes.toString("latin1")}/x`],
};

export async function runLeaks(units_) {
  const leak = await load("leak.ts");
  await units_.check("no spelling of a secret goes unseen in a link", () => findsAll(leak, units_));
  await units_.check("a delivery without the secret may be linked", () => findsNothing(leak));
  await units_.check("a body of 4 MiB is searched in seconds", () => isQuick(leak));
  const replayed = await load("replayed.ts");
  await units_.check("only headers of schemes and of the body travel in a link", () => headers(replayed));
  await units_.check("no login, query or fragment of the URL travels in a link", () => urls(replayed));
  await units_.check("a link says for how long its delivery can be replayed", () => warnings(replayed));
}

function findsAll({ holdsAny, partsOf }, units_) {
  const unseen = [];
  let searched = 0;
  for (const [secret, key, parts] of SECRETS) {
    const sought = partsOf([secret], key, []);
    for (const part of parts) {
      for (const [spelling, write] of Object.entries(SPELLINGS)) {
        for (const written of write(part).map(bytesOf)) {
          for (const [place, put] of Object.entries(PLACES)) {
            // Headers and URLs are text of ASCII.
            if (place !== "body" && !place.startsWith("a body") && written.some((byte) => byte < 0x20 || byte > 0x7e))
              continue;
            searched += 1;
            if (!holdsAny(put(written), sought))
              unseen.push(`${JSON.stringify(secret)}: ${spelling}, ${place}: ${written}`);
          }
        }
      }
    }
  }
  units_.tell(`${searched} spellings of secrets`);
  assert.deepEqual(unseen.slice(0, 5), [], `${unseen.length} of ${searched} were not seen`);
}

function findsNothing({ holdsAny, partsOf }) {
  const held = [
    "POST",
    "https://receiver.example/hooks",
    "X-Signature",
    `sha256=${"ab".repeat(32)}`,
    Buffer.from('{"ok":true}'),
  ];
  for (const [secret, key] of SECRETS) assert.ok(!holdsAny(held, partsOf([secret], key, [])), secret);
  assert.ok(!holdsAny(held, partsOf(["", "  "], undefined, [])));
}

function isQuick({ holdsAny, partsOf }) {
  const sought = partsOf([ENCODED], { encoding: "base64", stripPrefixes: ["whsec_"] }, []);
  const line = `{"id":"${HEX.slice(0, 8)}","text":"caf\\u00e9 %41 &amp; ${Buffer.from("hello, world").toString("base64")}"}\n`;
  const started = performance.now();
  assert.ok(!holdsAny([Buffer.from(line.repeat(Math.ceil(4194304 / line.length)))], sought));
  const ms = performance.now() - started;
  assert.ok(ms < 20_000, `${ms.toFixed(0)} ms`);
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
