// Rows: what goes wrong between a sender and a verdict, and the finding that must then rank first.
//
// A row is a finding (null for an attack, of which nothing may be found), the code of the verdict, a
// comment, and a function of a genuine draft that says what the receiver has instead: `secrets`,
// `others`, `scheme`, `sent`, `now`, or anything else that a draft has. A row that is not for a scheme
// answers undefined.

import { gzipSync, deflateSync } from "node:zlib";
import { createHash } from "node:crypto";
import { sign, writeValue } from "../../build/draft.mjs";
import { readContent } from "../../build/scheme.mjs";
import { contentOf, encode, hashOf, tagOf } from "../../build/sign.mjs";
import { timeText } from "../../build/told.mjs";
import { rareSerialisers, serialisers } from "./dump.mjs";

const MISMATCH = "SIGNATURE_MISMATCH";

/** What the samples hold: something for every serialiser to write in its own way. */
export const value = {
  zebra: "Zoë <b>& 'co'</b> 😀",
  event: "message.created",
  type: "message.created",
  id: "evt_1",
  data: { url: "https://example.com/a?b=c", list: [1, 2.5, true, null, {}], empty: [] },
  created_at: 1640995200,
};
const compact = JSON.stringify(value);
const bytes = (text, encoding) => Buffer.from(text, encoding);
const row = (finding, comment, make, reason = MISMATCH) => ({ finding, comment, make, reason });

/** A body: what was signed, and what came of it. */
const body = (finding, comment, signed, sent, more = {}) =>
  row(finding, comment, () => ({ body: Buffer.from(signed), sent: Buffer.from(sent), ...more }));
const withHeaders = (...more) => ({ edit: (headers) => [...headers, ...more] });
const pretty = JSON.stringify(value, null, 2);
const crlf = pretty.replaceAll("\n", "\r\n");
const form = `payload=${new URLSearchParams([["", compact]]).toString().slice(1)}`;

const bodies = [
  ...Object.entries(serialisers).map(([name, write]) =>
    body("BODY_RESTRINGIFIED", `signed as written by ${name}, re-stringified`, write(value), compact),
  ),
  ...[
    ["PHP", '{"a":"\\/=\\u2028"}'],
    ["Gson", '{"a":"/\\u003d\\u2028"}'],
    ["Swift", '{"a":"\\/=\u2028"}'],
  ].map(([name, text]) =>
    body(
      "BODY_RESTRINGIFIED",
      `signed with a line separator as written by ${name}, re-stringified`,
      text,
      '{"a":"/=\u2028"}',
    ),
  ),
  body(
    "BODY_RESTRINGIFIED",
    "signed with a delete as written by Python, re-stringified",
    '{"a":"\\u007f\\u00eb"}',
    '{"a":"\x7fë"}',
  ),
  body("BODY_RESTRINGIFIED", "signed without blanks, written with two", compact, pretty),
  body("BODY_NEWLINE", "a newline at its end was lost", `${compact}\n`, compact),
  body("BODY_NEWLINE", "a newline at its end was added", compact, `${compact}\n`),
  body("BODY_NEWLINE", "CRLF at its end was added", compact, `${compact}\r\n`),
  body("BODY_TRIMMED", "blanks at its ends were added", compact, ` ${compact}  `),
  body("BODY_LINE_ENDS", "CRLF became LF", crlf, pretty),
  body("BODY_LINE_ENDS", "LF became CRLF", pretty, crlf),
  body("BODY_BOM", "a byte order mark was lost", `\ufeff${compact}`, compact),
  body("BODY_BOM", "a byte order mark was added", compact, `\ufeff${compact}`),
  body("BODY_LATIN1", "decoded as Latin-1", compact, bytes(bytes(compact).toString("latin1"))),
  body(
    "BODY_LATIN1",
    "decoded as browsers decode Latin-1",
    compact,
    new TextDecoder("windows-1252").decode(bytes(compact)),
  ),
  body("BODY_LATIN1", "encoded as Latin-1", '{"name":"Zoë"}', bytes('{"name":"Zoë"}', "latin1")),
  body("BODY_UTF16", "encoded as UTF-16", compact, bytes(compact, "utf16le")),
  body(
    "BODY_UTF16",
    "encoded as UTF-16 with a mark, high byte first",
    compact,
    bytes(`\ufeff${compact}`, "utf16le").swap16(),
  ),
  body("BODY_FORM", "a form's field instead of the form", form, compact),
  body("BODY_FORM", "a form's field of encodeURIComponent", `payload=${encodeURIComponent(compact)}`, compact),
  body("BODY_FORM", "percent-encoded", compact, form),
  body("BODY_FORM", "JSON read by a form parser", '{"a":1,"b":"x"}', JSON.stringify({ '{"a":1,"b":"x"}': "" })),
  body("BODY_BASE64", "in base64, as Lambda wraps it", compact, bytes(compact).toString("base64")),
  body("BODY_BASE64", "in base64url", compact, bytes(compact).toString("base64url")),
  body("BODY_GZIP", "compressed with gzip", compact, gzipSync(compact)),
  body("BODY_GZIP", "compressed with zlib", compact, deflateSync(compact)),
  body("BODY_QUOTED", "stringified a second time", compact, JSON.stringify(compact)),
  body("BODY_QUOTED", "a Buffer stringified", compact, JSON.stringify(bytes(compact))),
  body("BODY_QUOTED", "a Uint8Array stringified", compact, JSON.stringify(new Uint8Array(bytes(compact)))),
  body("BODY_QUOTED", "a Uint8Array put into a string", compact, String(new Uint8Array(bytes(compact)))),
  body("BODY_OBJECT", "a parsed object put into a string", compact, "[object Object]"),
  body(
    "BODY_EMPTY",
    "consumed by a parser before",
    compact,
    "",
    withHeaders(["Content-Length", String(bytes(compact).length)]),
  ),
  body(
    "BODY_EMPTY",
    "consumed, and only its type is known",
    compact,
    "",
    withHeaders(["Content-Type", "application/json"]),
  ),
  body(
    "BODY_TRUNCATED",
    "cut at 100 bytes",
    compact,
    bytes(compact).subarray(0, 100),
    withHeaders(["Content-Length", String(bytes(compact).length)]),
  ),
];

/** A secret: what the receiver holds instead of what the sender signs with. */
const held = (finding, comment, change, reason) =>
  row(
    finding,
    comment,
    (draft) => {
      const secrets = change(draft.secrets[0], draft);
      return secrets && { signatures: [sign(draft)], secrets: [secrets].flat() };
    },
    reason,
  );
/** A sender that makes another key of the text that the receiver holds. */
const keyed = (finding, comment, text, key) =>
  row(finding, comment, (draft) => {
    const secret = text(draft);
    if (!secret) return undefined;
    const signing = { ...draft, secrets: [{ hex: key(secret).toString("hex") }] };
    return { signatures: [sign(signing)], secrets: [secret] };
  });
const other = (finding, kind, label, secret) =>
  row(finding, `signed with the secret called ${label}`, (draft) => {
    const theirs = draft.scheme.key.encoding === "base64" ? bytes(secret).toString("base64") : secret;
    return { signatures: [sign({ ...draft, secrets: [theirs] })], others: [{ kind, label, secret: theirs }] };
  });
const isText = ({ scheme }) => scheme.key.encoding === "utf8";
const hexText = "00112233445566778899aabbccddeeff0123456789abcdef";

const secrets = [
  held("SECRET_BLANKS", "a newline behind it", (secret, draft) => isText(draft) && `${secret}\n`),
  held("SECRET_BLANKS", "blanks around it", (secret, draft) => isText(draft) && ` ${secret}\t`),
  held("SECRET_BLANKS", "an escaped newline behind it", (secret, draft) => isText(draft) && `${secret}\\n`),
  held("SECRET_BLANKS", "an invisible character in front of it", (secret, draft) => isText(draft) && `\ufeff${secret}`),
  held(
    "SECRET_BLANKS",
    "a newline behind a secret in base64",
    (secret, draft) => !isText(draft) && `${secret}\n`,
    "SECRET_INVALID",
  ),
  held("SECRET_QUOTES", "quotes around it", (secret, draft) => isText(draft) && `"${secret}"`),
  held("SECRET_QUOTES", "single quotes and a newline around it", (secret, draft) => isText(draft) && `'${secret}'\n`),
  held(
    "SECRET_QUOTES",
    "a whole line of an .env file",
    (secret, draft) => isText(draft) && `WEBHOOK_SECRET="${secret}"`,
  ),
  held("SECRET_QUOTES", "a line of YAML", (secret, draft) => isText(draft) && `webhook_secret: ${secret}`),
  held("SECRET_QUOTES", "the quotes of a word processor", (secret, draft) => isText(draft) && `“${secret}”`),
  held("SECRET_QUOTES", "one quote in front of it", (secret, draft) => isText(draft) && `"${secret}`),
  held("SECRET_QUOTES", "blanks inside of the quotes", (secret, draft) => isText(draft) && `" ${secret} "`),
  held(
    "SECRET_QUOTES",
    "quotes around a secret in base64",
    (secret, draft) => !isText(draft) && `"${secret}"`,
    "SECRET_INVALID",
  ),
  row(
    "SECRET_PREFIX",
    "its prefix was stripped, and belongs to it",
    (draft) =>
      isText(draft) && {
        signatures: [sign({ ...draft, secrets: ["whsec_abcdef123456"] })],
        secrets: ["abcdef123456"],
      },
  ),
  row(
    "SECRET_PREFIX",
    "its prefix was kept, and does not belong to it",
    (draft) =>
      isText(draft) && {
        signatures: [sign({ ...draft, secrets: ["abcdef123456"] })],
        secrets: ["whsec_abcdef123456"],
      },
  ),
  keyed(
    "SECRET_ENCODED",
    "hexadecimal that the sender decodes",
    (draft) => isText(draft) && hexText,
    (text) => bytes(text, "hex"),
  ),
  keyed(
    "SECRET_ENCODED",
    "base64 that the sender decodes",
    (draft) => isText(draft) && bytes("a key of 24 random bytes").toString("base64"),
    (text) => bytes(text, "base64"),
  ),
  keyed(
    "SECRET_ENCODED",
    "base64url behind a prefix that the sender decodes",
    (draft) => isText(draft) && `whsec_${bytes("????>>>>a key of random bytes").toString("base64url")}`,
    (text) => bytes(text.slice(6), "base64url"),
  ),
  keyed(
    "SECRET_ENCODED",
    "base64 that the sender takes as text",
    (draft) => !isText(draft) && `whsec_${bytes("a key of 24 random bytes").toString("base64")}`,
    (text) => bytes(text.slice(6)),
  ),
  keyed(
    "SECRET_ENCODED",
    "base64 that the sender takes as text, prefix and all",
    (draft) => !isText(draft) && `whsec_${bytes("a key of 24 random bytes").toString("base64")}`,
    (text) => bytes(text),
  ),
  other("SECRET_PREVIOUS", "previous", "the one before", "the-secret-of-last-month"),
  other("SECRET_MODE", "mode", "live", "live_secret_9876543210"),
  other("SECRET_OTHER", "other", "the orders endpoint", "orders_secret_13579"),
];

const isTimed = ({ scheme }) => scheme.content.some(({ part }) => part === "timestamp");
const writtenBy = (content) => (draft) => {
  if (!isTimed(draft)) return undefined;
  const scheme = { ...draft.scheme, content: readContent(content) };
  return { signatures: [sign({ ...draft, scheme })] };
};

/** A scheme that the receiver wrote down by hand, and not as the sender has it. */
const written = (finding, comment, fields, sender, reason, edit = ownHeader) =>
  row(
    finding,
    comment,
    (draft) => {
      if (draft.scheme.name !== sender) return undefined;
      return { believed: { ...own, ...fields }, signatures: [sign(draft)], edit };
    },
    reason,
  );
const ownHeader = ([[name, value], ...rest]) => [[name.replace(/.*-Sig/, "X-Own-Sig"), value], ...rest];
const own = { name: "own", algorithm: "hmac-sha256" };
const ownPairs = (keys) => ({ header: "X-Own-Signature", format: { kind: "pairs", separator: ",", ...keys } });

const schemes = [
  written(
    "SCHEME_PROVIDER",
    "a scheme for the header of before the brand changed",
    { signature: { header: "x-bitvault-signature" } },
    "digivault",
    "HEADER_MISSING",
    ([first, ...rest]) => [first, ...rest],
  ),
  written(
    "SCHEME_FORMAT",
    "a scheme by hand, with another key for the signature",
    {
      signature: ownPairs({ signatureKey: "v0", timestampKey: "t" }),
      content: "{timestamp}.{body}",
      timestamp: { from: "field", unit: "s" },
    },
    "agentbot",
    "VERSION_UNKNOWN",
  ),
  written(
    "SCHEME_FORMAT",
    "a scheme by hand, without the timestamp",
    { signature: ownPairs({ signatureKey: "v1" }) },
    "stripe",
  ),
  written(
    "CLOCK_UNIT",
    "a scheme by hand, in milliseconds",
    {
      signature: ownPairs({ signatureKey: "v1", timestampKey: "t" }),
      content: "{timestamp}.{body}",
      timestamp: { from: "field", unit: "ms", toleranceSeconds: 300 },
    },
    "agentbot",
    "TIMESTAMP_TOO_OLD",
  ),
  row("SCHEME_CONTENT", "a scheme by hand, of the body alone; a time is signed with it", (draft) => {
    if (draft.scheme.name !== "shopify") return undefined;
    const scheme = { ...draft.scheme, content: readContent("{header:X-Sent-Time}:{body}") };
    const values = { "X-Sent-Time": "1700000000" };
    return {
      signatures: [sign({ ...draft, scheme, values })],
      edit: (headers) => [...headers, ["X-Sent-Time", "1700000000"]],
    };
  }),
  row(
    "SCHEME_PROVIDER",
    "another provider was chosen",
    (draft) => ({
      believed: draft.scheme.name === "bookbag" ? "shopify" : "bookbag",
      signatures: [sign(draft)],
    }),
    "HEADER_MISSING",
  ),
  row(
    "SCHEME_ALGORITHM",
    "SHA-512 instead",
    (draft) => {
      const scheme = { ...draft.scheme, algorithm: "hmac-sha512" };
      return { signatures: [sign({ ...draft, scheme })] };
    },
    "SIGNATURE_MALFORMED",
  ),
  row(
    "SCHEME_ALGORITHM",
    "SHA-256 and SHA-1 taken for each other",
    (draft) => {
      const algorithm = draft.scheme.algorithm === "hmac-sha1" ? "hmac-sha256" : "hmac-sha1";
      const scheme = { ...draft.scheme, algorithm };
      return { signatures: [sign({ ...draft, scheme })] };
    },
    "SIGNATURE_MALFORMED",
  ),
  row(
    "SIGNATURE_ENCODING",
    "in the other of hex and base64",
    (draft) => {
      const encoding = draft.scheme.encoding === "hex" ? "base64" : "hex";
      return { signatures: [encode({ ...draft.scheme, encoding }, tagOf(draft.scheme, draft.secrets[0], draft))] };
    },
    "SIGNATURE_MALFORMED",
  ),
  row(
    "SIGNATURE_CASE",
    "in capitals",
    (draft) => draft.scheme.encoding === "hex" && { signatures: [sign(draft).toUpperCase()] },
    "SIGNATURE_MALFORMED",
  ),
  row(
    "SIGNATURE_PREFIX",
    "its prefix is missing",
    (draft) => draft.scheme.format?.prefix && { value: sign(draft) },
    "SIGNATURE_MALFORMED",
  ),
  row(
    "SIGNATURE_PREFIX",
    "its prefix is doubled",
    (draft) => draft.scheme.format?.prefix && { value: draft.scheme.format.prefix.repeat(2) + sign(draft) },
    "SIGNATURE_MALFORMED",
  ),
  row(
    "SIGNATURE_PREFIX",
    "a prefix that the scheme has not",
    (draft) => isBare(draft.scheme) && { value: `sha256=${sign(draft)}` },
    "SIGNATURE_MALFORMED",
  ),
  row("SIGNATURE_BLANKS", "quotes around it", (draft) => ({
    value: `"${writeValue(draft, [sign(draft)])}"`,
    reason: draft.scheme.format?.kind === "tokens" ? "VERSION_UNKNOWN" : "SIGNATURE_MALFORMED",
  })),
  row(
    "HEADER_TWICE",
    "the header came twice",
    () => ({
      edit: (headers) => [headers[0], ...headers],
    }),
    "HEADER_REPEATED",
  ),
  row(
    "HEADER_TWICE",
    "the header came twice, joined",
    (draft) => {
      const text = writeValue(draft, [sign(draft)]);
      return { value: `${text}, ${text}` };
    },
    "HEADER_REPEATED",
  ),
  ...[
    ["as a CGI variable", (name) => `HTTP_${name.toUpperCase().replaceAll("-", "_")}`],
    ["through a gateway", (name) => `X-Original-${name.replace(/^x-/i, "")}`],
    ["with a slip in it", (name) => name.replace(/ig/i, "gi").replace(/ma/, "am")],
  ].map(([comment, rename]) =>
    row(
      "HEADER_NAME",
      `the signature header came ${comment}`,
      () => ({
        edit: ([[name, text], ...rest]) => [[rename(name), text], ...rest],
      }),
      "HEADER_MISSING",
    ),
  ),
  row(
    "HEADER_NAME",
    "every header came under another brand",
    () => ({
      edit: (headers) => headers.map(([name, text]) => [name.replace(/^(x-)?[^-]+-/i, "$1brand-"), text]),
    }),
    "HEADER_MISSING",
  ),
  row("SCHEME_ORDER", "body and time in the other order", writtenBy("{body}.{timestamp}")),
  row(
    "SCHEME_SEPARATOR",
    "another separator",
    (draft) => draft.scheme.headers[0] !== "webhook-signature" && writtenBy("{timestamp}|{body}")(draft),
  ),
  row(
    "SCHEME_SEPARATOR",
    "no separator",
    (draft) => draft.scheme.headers[0] !== "webhook-signature" && writtenBy("{timestamp}{body}")(draft),
  ),
  row("SCHEME_NO_TIMESTAMP", "the body alone is signed", writtenBy("{body}")),
];
const isBare = ({ format }) => !format || (format.kind === "value" && !format.prefix);

/** A clock that is wrong by this much; a positive number makes the delivery old. */
const clock = (finding, comment, change, reason, when = () => true) =>
  row(finding, comment, (draft) => isTimed(draft) && when(draft) && { now: change(draft.now) }, reason);
const OLD = "TIMESTAMP_TOO_OLD";
const NEW = "TIMESTAMP_TOO_NEW";
const retried =
  (name) =>
  ({ scheme }) =>
    scheme.name === name;

const clocks = [
  clock("CLOCK_OLD", "twelve minutes old", (now) => now + 720_000, OLD),
  clock("CLOCK_OLD", "three days old", (now) => now + 3 * 86_400_000 + 1_000, OLD),
  clock("CLOCK_NEW", "eleven minutes ahead", (now) => now - 660_000, NEW),
  clock("CLOCK_ZONE", "two hours behind", (now) => now + 7_200_000 + 4_000, OLD),
  clock("CLOCK_ZONE", "five and a half hours ahead", (now) => now - 19_800_000, NEW),
  clock("CLOCK_SECONDS", "now in seconds", (now) => now / 1000, NEW),
  clock("CLOCK_RETRY", "the third attempt", (now) => now + 361_000, OLD, retried("agentbot")),
  clock("CLOCK_RETRY", "the last attempt", (now) => now + 13_161_000, OLD, retried("agentbot")),
  clock("CLOCK_RETRY", "the last attempt", (now) => now + 365_000, OLD, retried("slack")),
  row(
    "CLOCK_UNIT",
    "the time is in milliseconds",
    (draft) => {
      if (!isTimed(draft)) return undefined;
      const time = timeText("ms", draft.now);
      return { time, signatures: [sign({ ...draft, time })] };
    },
    NEW,
  ),
  row(
    "SCHEME_UNIT",
    "the time is a date",
    (draft) => {
      if (!isTimed(draft)) return undefined;
      const time = new Date(draft.now).toISOString();
      return { time, signatures: [sign({ ...draft, time })] };
    },
    "TIMESTAMP_MALFORMED",
  ),
];

const pairs = [
  row(
    "SECRET_BLANKS",
    "a newline behind the secret, and a body re-stringified",
    (draft) =>
      isText(draft) && {
        body: bytes(pretty),
        sent: bytes(compact),
        secrets: [`${draft.secrets[0]}\n`],
        signatures: [sign({ ...draft, body: bytes(pretty) })],
      },
  ),
  row(
    "HEADER_NAME",
    "another header name, and base64",
    () => ({
      sent: bytes(bytes(compact).toString("base64")),
      edit: ([[name, text], ...rest]) => [[`X-Original-${name}`, text], ...rest],
    }),
    "HEADER_MISSING",
  ),
];

const flip = (text, at = Math.floor(text.length / 2)) => {
  const changed = Buffer.from(text);
  changed[at] ^= 1;
  return changed;
};

/** Nothing may be found where nothing is wrong but the delivery itself. */
const attacks = [
  row(null, "attack: one bit of the body", (draft) => ({ sent: flip(draft.body) })),
  row(null, "attack: another amount", () => ({ sent: bytes(compact.replace("2.5", "2.6")) })),
  row(null, "attack: another body, re-stringified with blanks", () => ({
    sent: bytes(JSON.stringify({ ...value, id: "evt_2" }, null, 2)),
  })),
  row(null, "attack: a member in front of its namesake", () => ({
    sent: bytes(compact.replace('"id":', '"id":"evt_2","id":')),
  })),
  row(null, "attack: an empty body", () => ({ sent: bytes("") })),
  row(null, "attack: a body cut short", (draft) => ({ sent: draft.body.subarray(0, 40) })),
  row(null, "attack: a signature made up", (draft) => ({
    signatures: [encode(draft.scheme, createHash(hashOf(draft.scheme)).update("made up").digest())],
  })),
  row(null, "attack: a hash without a key", (draft) => ({
    signatures: [encode(draft.scheme, createHash(hashOf(draft.scheme)).update(draft.body).digest())],
  })),
  row(null, "attack: another secret", (draft) => ({
    signatures: [sign({ ...draft, secrets: [{ hex: "deadbeef".repeat(6) }] })],
  })),
  row(null, "attack: the empty key", (draft) => ({ signatures: [sign({ ...draft, secrets: [{ hex: "" }] })] })),
  row(
    null,
    "attack: another time",
    (draft) =>
      isTimed(draft) && {
        time: timeText(draft.scheme.timestamp.unit, draft.now + 1000),
        signatures: [sign(draft)],
      },
  ),
  row(
    null,
    "attack: its time put into the body, behind another",
    (draft) =>
      isTimed(draft) && {
        time: timeText(draft.scheme.timestamp.unit, draft.now - 1000),
        signatures: [sign(draft)],
        sent: Buffer.concat([contentOf(draft.scheme, { ...draft, body: Buffer.alloc(0) }), draft.body]),
      },
  ),
  row(
    null,
    "attack: the last digits of its time put into the body",
    (draft) =>
      isTimed(draft) && {
        time: draft.time.slice(0, -2),
        signatures: [sign(draft)],
        sent: Buffer.concat([bytes(`${draft.time.slice(-2)}.`), draft.body]),
      },
  ),
  row(null, "attack: a number that becomes null", () => ({ sent: bytes(compact.replace("null", "1e999")) })),
  row(null, "attack: the beginning of the body in a header", (draft) => ({
    sent: draft.body.subarray(8),
    edit: (headers) => [...headers, ["X-Date", compact.slice(0, 7)]],
  })),
  row(null, "attack: a body behind another in a form", () => ({
    sent: bytes(`{"id":"evt_2","z":"=${encodeURIComponent(compact.slice(0, -1))}}`),
  })),
  row(null, "attack: no signature at all", () => ({ edit: ([, ...rest]) => rest }), "HEADER_MISSING"),
];

/** What a body goes through is the same for every scheme: of the rare, two are enough. */
const ofTwo = ({ make, ...rest }) => ({
  ...rest,
  make: (draft) => ["github", "stripe"].includes(draft.scheme.name) && make(draft),
});
const windows1252 = (text) => bytes(text.replaceAll("€", "\x80").replaceAll("’", "\x92"), "latin1");
const latin1 = (text) => bytes(text).toString("latin1");
const spaced = "payload=%7B%22a%22%3A+%22b+c%22%7D&z=1";
const said = '{"text":"it’s 5 €, Zoë"}';

const rareBodies = [
  ...Object.entries(rareSerialisers).map(([name, write]) =>
    body("BODY_RESTRINGIFIED", `signed as written by ${name}, re-stringified`, write(value), compact),
  ),
  body("BODY_BOM", "a byte order mark and a newline were added", compact, `\ufeff${compact}\n`),
  body("BODY_BOM", "a byte order mark and a newline were lost", `\ufeff${compact}\n`, compact),
  body("BODY_BOM", "a byte order mark and CRLF came of an editor", pretty, `\ufeff${crlf}\r\n`),
  body(
    "BODY_BASE64",
    "in base64, in lines of 76",
    compact,
    bytes(compact).toString("base64").replace(/.{76}/g, "$&\r\n"),
  ),
  body("BODY_BASE64", "compressed, and in base64", compact, gzipSync(compact).toString("base64")),
  body("BODY_QUOTED", "stringified a third time", compact, JSON.stringify(JSON.stringify(compact))),
  body("BODY_LATIN1", "decoded as Latin-1 twice", compact, latin1(latin1(compact))),
  body("BODY_LATIN1", "encoded as Windows-1252", said, windows1252(said)),
  body("BODY_FORM", "a form with blanks as %20", spaced, spaced.replaceAll("+", "%20")),
  body("BODY_FORM", "a form with blanks as +", spaced.replaceAll("+", "%20"), spaced),
  ...["Blob", "ArrayBuffer", "FormData"].map((name) =>
    body("BODY_OBJECT", `${name} put into a string`, compact, `[object ${name}]`),
  ),
  row(null, "attack: + in a text where %20 was signed", () => ({ body: bytes("1%201"), sent: bytes("1+1") })),
  row(null, "attack: %20 in JSON where + was signed", () => ({
    body: bytes('{"a":"1+1="}'),
    sent: bytes('{"a":"1%201="}'),
  })),
  row(null, "attack: a third quote round another body", () => ({
    sent: bytes(JSON.stringify(JSON.stringify(compact.replace("2.5", "2.6")))),
  })),
].map(ofTwo);

/** GitHub's header of before 2020, with HMAC-SHA-1. */
const legacy = (draft) =>
  draft.scheme.name === "github" && {
    edit: ([, ...rest]) => [
      ["X-Hub-Signature", `sha1=${sign({ ...draft, scheme: { ...draft.scheme, algorithm: "hmac-sha1" } })}`],
      ...rest,
    ],
  };
const isHex = ({ scheme }) => scheme.encoding === "hex";

const rare = [
  ...rareBodies,
  keyed(
    "SECRET_ENCODED",
    "base64 of the secret and a newline",
    (draft) => isText(draft) && bytes("a secret of many letters\n").toString("base64"),
    () => bytes("a secret of many letters"),
  ),
  row(
    "SIGNATURE_PREFIX",
    "0x in front of it",
    (draft) => isHex(draft) && { value: writeValue(draft, [`0x${sign(draft)}`]) },
    "SIGNATURE_MALFORMED",
  ),
  clock("CLOCK_ZONE", "five and three quarters of an hour behind", (now) => now + 20_700_000, OLD),
  clock("CLOCK_ZONE", "twelve and three quarters of an hour ahead", (now) => now - 45_900_000, NEW),
  clock("CLOCK_OLD", "a quarter of an hour old", (now) => now + 900_000, OLD),
  row("HEADER_NAME", "the header with SHA-1 alone came", legacy, "HEADER_MISSING"),
];

export const rows = [...bodies, ...secrets, ...schemes, ...clocks, ...pairs, ...attacks, ...rare];
