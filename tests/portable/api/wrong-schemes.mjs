// Wrong schemes: a value that each field cannot have, with the path that an error must name, as it was written. The
// JSON schema of the package is put to the same table.
import { ACME, PLAIN } from "./kit.mjs";

const acme = (change) => ({ ...ACME, ...change });
const plain = (change) => ({ ...PLAIN, ...change });
const signature = (change) => acme({ signature: { ...ACME.signature, ...change } });
const format = (change) => signature({ format: { ...ACME.signature.format, ...change } });
const timestamp = (change) => acme({ timestamp: { ...ACME.timestamp, ...change } });
const tolerance = (toleranceSeconds) => timestamp({ toleranceSeconds });
const written = (kind) => plain({ signature: { header: "X-Signature", format: kind } });
const separately = (header) =>
  plain({ content: "{timestamp}.{body}", timestamp: { from: { header }, unit: "s", toleranceSeconds: 300 } });

/** Longer than any name, and than any key of a body. */
const LONG = "x".repeat(129);

/** Rows of one field: every spec, what the message says of it, and what its example shows. */
const of = (field, specs, facts = {}) => specs.map((spec) => ({ field, spec, ...facts }));

/** What the fields say of each other: a schema of shapes cannot see it. */
const CONTRADICTION = { isContradiction: true };

export const WRONG = [
  ...of("scheme", [null, [], 1, "acme", "", true], { says: /expected a plain object/, example: 'name: "acme"' }),
  ...of("scheme", [acme({ colour: "red" }), acme({ hooks: [] })], { says: /Its fields are name, algorithm, / }),
  ...of("scheme", [acme({ mac: "sha256" }), acme({ hash: "sha256" })], { says: /"algorithm"/ }),
  ...of("scheme", [acme({ tolerance: 300 }), acme({ toleranceSeconds: 300 })], { says: /timestamp\.toleranceSeconds/ }),
  ...of("scheme", [acme({ header: "X-Acme" }), acme({ encoding: "hex" })], { says: /signature\.(header|encoding)/ }),
  ...of("scheme", [acme({ hint: ["X-Acme-Event"] })], { says: /Did you mean "hints"\?/ }),

  ...of(
    "name",
    ["Acme!", "", "a b", "a\nb", "ACME", "\u00e9", LONG].map((name) => acme({ name })),
    { example: '"acme"' },
  ),
  ...of(
    "name",
    [undefined, null, 1, {}].map((name) => acme({ name })),
    { says: /expected a string/ },
  ),

  ...of(
    "algorithm",
    ["md5", "", "none", "HMAC-SHA256", 256, null, undefined].map((algorithm) => acme({ algorithm })),
    {
      says: /"hmac-sha1", "hmac-sha256", "hmac-sha384" or "hmac-sha512"/,
    },
  ),
  ...of("algorithm", [acme({ algorithm: "sha256" })], { says: /Did you mean "hmac-sha256"\?/ }),
  ...of("algorithm", [acme({ algorithm: "hmac-sha265" })], { says: /Did you mean "hmac-sha256"\?/ }),

  ...of(
    "key",
    ["base64", null, [], 1].map((key) => acme({ key })),
    { example: '{ encoding: "base64" }' },
  ),
  ...of("key", [acme({ key: { prefix: "whsec_" } })], { says: /Its fields are encoding, stripPrefixes/ }),
  ...of("key", [acme({ key: { stripPrefix: ["whsec_"] } })], { says: /Did you mean "stripPrefixes"\?/ }),
  ...of(
    "key.encoding",
    ["rot13", null, 64, ""].map((encoding) => acme({ key: { encoding } })),
    {
      says: /"utf8", "base64" or "hex"/,
    },
  ),
  ...of(
    "key.stripPrefixes",
    ["whsec_", null, {}, 1].map((stripPrefixes) => acme({ key: { stripPrefixes } })),
    {
      says: /expected a list of strings/,
      example: '["whsec_"]',
    },
  ),
  ...of(
    "key.stripPrefixes",
    ["", "a b", LONG].map((prefix) => acme({ key: { stripPrefixes: [prefix] } })),
  ),
  ...of("key.stripPrefixes[1]", [acme({ key: { stripPrefixes: ["whsec_", 1] } })]),

  ...of(
    "signature",
    ["X-Acme", undefined, null, [], 1].map((value) => acme({ signature: value })),
    {
      example: '{ header: "X-Acme-Signature" }',
    },
  ),
  ...of("signature", [signature({ name: "X-Acme" })], { says: /Its fields are header, headers, format, encoding/ }),
  ...of("signature", [signature({ headers: ["X-One", "X-Two"] })], { says: /header.*headers/ }),
  ...of(
    "signature.header",
    ["X Acme", "", "X-Acme:", "\u00e9", LONG].map((header) => signature({ header })),
    {
      example: '"X-Acme-Signature"',
    },
  ),
  ...of(
    "signature.header",
    [[], null, 1, {}].map((header) => signature({ header })),
  ),
  ...of("signature", [signature({ header: undefined })], { example: '{ header: "X-Acme-Signature" }' }),
  ...of("signature.header", [signature({ header: ["X-Acme", "x-acme"] })], CONTRADICTION),
  ...of("signature.header", [acme({ content: "{timestamp}.{header:X-Acme-Signature}.{body}" })], CONTRADICTION),
  ...of("signature.header[1]", [signature({ header: ["X-Acme", 1] }), signature({ header: ["X-Acme", "X Acme"] })]),
  ...of(
    "signature.headers",
    ["X-One", null, {}].map((headers) => plain({ signature: { headers } })),
    {
      says: /expected a list of strings/,
    },
  ),
  ...of("signature.headers[0]", [plain({ signature: { headers: ["X One"] } })]),
  ...of(
    "signature.headers",
    [[], Array.from({ length: 17 }, (_, at) => `X-${at}`)].map((headers) => plain({ signature: { headers } })),
  ),

  ...of(
    "signature.format",
    ["sha256=", "riddle", null, [], 1].map((value) => signature({ format: value })),
    {
      example: '{ kind: "value", prefix: "sha256=" }',
    },
  ),
  ...of("signature.format", [format({ assign: "=" })], { says: /separator, signatureKey, timestampKey, spaces/ }),
  ...of("signature.format", [format({ tag: "v1" })]),
  ...of("signature.format", [written({ kind: "value", tag: "v1" }), written({ kind: "positional", tag: "v1" })]),
  ...of(
    "signature.format",
    [acme({ signature: { headers: ["X-One", "X-Two"], format: { kind: "positional" } } })],
    CONTRADICTION,
  ),
  ...of(
    "signature.format.kind",
    ["riddle", "pair", undefined, null].map((kind) => format({ kind })),
    {
      says: /"value", "pairs", "tokens" or "positional"/,
    },
  ),
  ...of("signature.format.kind", [format({ kind: "pair" })], { says: /Did you mean "pairs"\?/ }),
  ...of(
    "signature.format.prefix",
    [" ", "a b", "a,b", "\u00e9", LONG, 1, null].map((prefix) => written({ kind: "value", prefix })),
    { example: '"sha256="' },
  ),
  ...of(
    "signature.format.separator",
    ["|", "", ", ", "=", undefined, null, 1].map((separator) => format({ separator })),
    {
      says: /expected "," or ";"/,
    },
  ),
  ...of(
    "signature.format.signatureKey",
    [undefined, "", "v 1", "v1=", LONG, 1].map((key) => format({ signatureKey: key })),
    { example: '"v1"' },
  ),
  ...of(
    "signature.format.timestampKey",
    ["", "t=", LONG, 1, null].map((key) => format({ timestampKey: key })),
    {
      example: '"t"',
    },
  ),
  ...of("signature.format.timestampKey", [format({ timestampKey: "v1" })], { ...CONTRADICTION, says: /signatureKey/ }),
  ...of(
    "signature.format.spaces",
    [1, "yes", null].map((spaces) => format({ spaces })),
    { says: /true or false/ },
  ),
  ...of("signature.format.spaces", [written({ kind: "pairs", separator: ",", signatureKey: "v1", spaces: true })], {
    ...CONTRADICTION,
    says: /timestampKey/,
  }),
  ...of(
    "signature.format.tag",
    [undefined, "", "a b", LONG, 1].map((tag) => written({ kind: "tokens", tag })),
    {
      example: '"v1"',
    },
  ),
  ...of(
    "signature.encoding",
    ["base32", "Hex", "", null].map((encoding) => signature({ encoding })),
    {
      says: /"hex", "hex-any-case", "base64" or "base64url"/,
    },
  ),

  ...of(
    "content",
    [1, null, {}, ["{body}"]].map((content) => acme({ content })),
    { says: /expected a string/ },
  ),
  ...of(
    "content",
    ["\u00e9{body}", "\t{body}", "\r\n{body}", ""].map((content) => plain({ content })),
  ),
  ...of("content", [plain({ content: "{payload}" })], { ...CONTRADICTION, says: /got \{payload\}/ }),
  ...of("content", [acme({ content: "{time}.{body}" })], { ...CONTRADICTION, says: /got \{time\}/ }),
  ...of(
    "content",
    ["${timestamp}.{body}", "{timestamp}.${body}", "${timestamp}.${body}"].map((content) => acme({ content })),
    { ...CONTRADICTION, says: /\$.*not a template literal/, example: '"{timestamp}.{body}"' },
  ),
  ...of("content", [acme({ content: "{timestamp}" }), acme({ content: "{timestamp}.{body}{body}" })], {
    ...CONTRADICTION,
    says: /\{body\} exactly once/,
  }),
  ...of("content", [acme({ content: "{timestamp}.{timestamp}.{body}" })], { ...CONTRADICTION, says: /at most once/ }),
  ...of(
    "content",
    ["{body", "body}", "}{body}", "{}{body}", "{header}{body}", "{ body }"].map((content) => plain({ content })),
    { ...CONTRADICTION, says: /\{\{ or \}\}/ },
  ),
  ...of("content", [acme({ content: "{body}" })], { ...CONTRADICTION, says: /not signed proves nothing/ }),
  ...of(
    "content",
    [plain({ content: `${"{header:X}a".repeat(9)}{body}` }), plain({ content: "{header:X Y}{body}" })],
    CONTRADICTION,
  ),

  ...of(
    "timestamp",
    [null, 300, "field", []].map((value) => acme({ timestamp: value })),
    { example: 'from: "field"' },
  ),
  ...of("timestamp", [acme({ timestamp: undefined })], { ...CONTRADICTION, example: '{ from: "field", unit: "s" }' }),
  ...of("timestamp", [plain({ content: "{timestamp}.{body}" })], { ...CONTRADICTION, says: /where it stands/ }),
  ...of("timestamp", [timestamp({ tolerance: 300 })], { says: /Did you mean "toleranceSeconds"\?/ }),
  ...of(
    "timestamp.from",
    ["X-Ts", "header", null, undefined, 1, []].map((from) => timestamp({ from })),
    {
      example: '{ header: "X-Acme-Timestamp" }',
    },
  ),
  ...of(
    "timestamp.from",
    [{}, { body: "ts", header: "X-Ts" }, { path: "ts" }].map((from) => timestamp({ from })),
  ),
  ...of(
    "timestamp.from",
    [separately("X-Time")].map((spec) => ({ ...spec, timestamp: ACME.timestamp })),
    CONTRADICTION,
  ),
  ...of("timestamp.from", [timestamp({ from: { header: "X-Time" } })], CONTRADICTION),
  ...of("timestamp.from.header", [separately("X Time"), separately(""), separately(1), separately(null)]),
  ...of(
    "timestamp.from.body",
    ["", "a..b", "a b", LONG, 1].map((body) => plain({ timestamp: { from: { body }, unit: "s" } })),
  ),
  ...of(
    "timestamp.unit",
    ["minutes", "seconds", undefined, null, 1].map((unit) => timestamp({ unit })),
    {
      says: /"s", "ms" or "rfc3339"/,
    },
  ),
  ...of("timestamp.toleranceSeconds", ["300", null, [], true].map(tolerance), {
    says: /a number of seconds/,
    example: "300",
  }),
  ...of("timestamp.toleranceSeconds", [-1, 1.5, 2 ** 32, NaN, -Infinity].map(tolerance)),
  ...of("timestamp.toleranceSeconds", [tolerance({ passed: 300 })], { says: /Its fields are past, future/ }),
  ...of(
    "timestamp.toleranceSeconds.past",
    [-1, 1.5, "300", null].map((past) => tolerance({ past })),
    { example: "300" },
  ),
  ...of(
    "timestamp.toleranceSeconds.future",
    [-1, 1.5, "300", null].map((future) => tolerance({ future })),
  ),

  ...of(
    "require",
    [null, "X-Version", ["X-Version", "1"], new Map([["X-Version", "1"]])].map((require) => acme({ require })),
    { example: '{ "X-Acme-Version": "1" }' },
  ),
  ...of(
    "require",
    [{ "X Version": "1" }, { "X-Version": 1 }, { "X-Version": "" }, { "X-Version": "a b" }].map((require) =>
      acme({ require }),
    ),
  ),
  ...of(
    "require",
    [{ "": "1" }, { "X-Version": "a,b" }, { "X-Version": null }].map((require) => acme({ require })),
  ),

  ...["type", "id"].flatMap((name) => [
    ...of(
      name,
      ["event", null, [], 1].map((value) => acme({ [name]: value })),
      { example: '{ body: "event" }' },
    ),
    ...of(
      name,
      [{}, { body: "a", header: "X-A" }, { field: "a" }].map((value) => acme({ [name]: value })),
    ),
    ...of(
      `${name}.body`,
      ["", "a..b", ".a", "a.", "a b", LONG, 1, null].map((body) => acme({ [name]: { body } })),
    ),
    ...of(`${name}.header`, [acme({ [name]: { header: "X-Acme-Event" } })], {
      ...CONTRADICTION,
      says: /not signed proves nothing/,
      example: "hints: [",
    }),
    ...of(`${name}.header`, [acme({ [name]: { header: 1 } }), acme({ [name]: { header: "X A" } })]),
  ]),

  ...of(
    "eventTime",
    [null, "ts", []].map((eventTime) => plain({ eventTime })),
    { example: '{ body: "ts", unit: "ms" }' },
  ),
  ...of("eventTime", [plain({ eventTime: { body: "ts", unit: "s", toleranceSeconds: 300 } })]),
  ...of("eventTime", [acme({ eventTime: { body: "ts", unit: "ms" } })], { ...CONTRADICTION, says: /toleranceSeconds/ }),
  ...of(
    "eventTime.body",
    ["", "a..b", "a b", LONG, 1, undefined].map((body) => plain({ eventTime: { body, unit: "s" } })),
    {
      example: '"created_at"',
    },
  ),
  ...of(
    "eventTime.unit",
    ["minutes", undefined, null].map((unit) => plain({ eventTime: { body: "ts", unit } })),
    {
      says: /"s", "ms" or "rfc3339"/,
    },
  ),

  ...of(
    "hints",
    [null, {}, "X-Hint", 1].map((hints) => acme({ hints })),
    { example: '["X-Acme-Event"]' },
  ),
  ...of(
    "hints[0]",
    [[""], ["X Hint"], [LONG], [1], [null], Array(1)].map((hints) => acme({ hints })),
  ),
];
