// Fields: values that the plain fields of a scheme cannot have.
import { acme, CONTRADICTION, LONG, of, plain } from "./kit.mjs";

export const FIELDS = [
  ...of("scheme", [null, [], 1, "acme", "", true], { says: /expected a plain object/, example: 'name: "acme"' }),
  ...of("scheme", [acme({ colour: "red" }), acme({ hooks: [] })], { says: /Its fields are name, algorithm, / }),
  ...of("scheme", [acme({ mac: "sha256" }), acme({ hash: "sha256" })], { says: /"algorithm"/ }),
  ...of("scheme", [acme({ tolerance: 300 }), acme({ toleranceSeconds: 300 })], { says: /timestamp\.toleranceSeconds/ }),
  ...of("scheme", [acme({ header: "X-Acme" }), acme({ encoding: "hex" })], { says: /signature\.(header|encoding)/ }),
  ...of("scheme", [acme({ hint: ["X-Acme-Event"] })], { says: /Did you mean "hints"\?/ }),
  // Longer than what the core reads, and longer than the window into it.
  ...of(
    "scheme",
    [8_300, 70_000].map((length) => plain({ content: `${"x".repeat(length)}{body}` })),
    { ...CONTRADICTION, says: /at most 8192 bytes/ },
  ),

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
  ...of(
    "key.neverPrefixes",
    ["sk_", null, {}, 1].map((neverPrefixes) => acme({ key: { neverPrefixes } })),
    { says: /expected a list of strings/, example: '["sk_"]' },
  ),
  ...of(
    "key.neverPrefixes",
    ["", "a b", LONG].map((prefix) => acme({ key: { neverPrefixes: [prefix] } })),
  ),
  ...of("key.stripPrefixes[1]", [acme({ key: { stripPrefixes: ["whsec_", 1] } })]),

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
    "hints",
    [null, {}, "X-Hint", 1].map((hints) => acme({ hints })),
    { example: '["X-Acme-Event"]' },
  ),
  ...of(
    "hints[0]",
    [[""], ["X Hint"], [LONG], [1], [null], Array(1)].map((hints) => acme({ hints })),
  ),
];
