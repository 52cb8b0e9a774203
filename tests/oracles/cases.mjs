// Cases: a delivery and the two who judge it, as data. Everything about it is drawn by fast-check, so that a case that
// fails shrinks to its smallest and can be copied out of the log.
import { bodyEdit, edit, text, textEdit } from "./edits.mjs";
import { fc } from "./libraries.mjs";

const often = (arbitrary, ...rare) =>
  fc.oneof({ weight: 9, arbitrary }, ...rare.map((each) => ({ weight: 1, arbitrary: each })));

const secrets = often(
  fc.string({ minLength: 1, maxLength: 24 }),
  fc.constantFrom(
    " ",
    "\n",
    "\u00a0",
    "secret\n",
    " secret",
    "gr\u00fc\u00df",
    "\ud83d\udd11",
    "\ud800",
    "whsec_YWJj",
    "undefined",
    "None",
    "sk_live_0123",
    "\0",
    "s".repeat(65),
    "s".repeat(4097),
  ),
);

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-_.".split("");
const ids = fc
  .string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 6 })
  .map((letters) => `msg_${letters}`);

const JSON_TEXTS = [
  "{}",
  '{"id":"evt_1","type":"ping","n":1.0}',
  '{ "caf\\u00e9": "\\/", "n": 12345678901234567890 }',
  '{"a":[1,2,{"b":null}],"__proto__":{"x":1}}',
  "[]",
  "null",
];
const ODD_TEXTS = [
  "",
  " ",
  "\ufeff{}",
  "{}\ufeff",
  "\0",
  "$& $$ $1",
  "a=1&b=%20",
  "gr\u00fc\u00df \ud83d\udd11",
  "\ud800",
  "{}\n",
  "\r\n",
];

const ODD_BYTES = [
  Uint8Array.of(0x22, 0xff, 0x22),
  Uint8Array.of(0xf8),
  Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d),
  "\ufffd",
];

const bytes = fc.uint8Array({ maxLength: 24 });
const bodies = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...JSON_TEXTS) },
  { weight: 3, arbitrary: fc.string({ maxLength: 12, unit: "binary" }) },
  { weight: 2, arbitrary: fc.constantFrom(...ODD_TEXTS) },
  { weight: 3, arbitrary: bytes },
  { weight: 2, arbitrary: fc.constantFrom(...ODD_BYTES) },
  { weight: 1, arbitrary: fc.nat(300).map((length) => '{"x":1}'.padEnd(length, " ")) },
);

const SECOND = 1000;
const YEAR = 365 * 86_400 * SECOND;
const EDGES = [0, 1, 4, 5, 6, 59, 60, 61, 299, 300, 301].flatMap((seconds) => [seconds * SECOND, -seconds * SECOND]);
const ages = fc
  .tuple(
    fc.oneof(
      { weight: 6, arbitrary: fc.constant(0) },
      { weight: 3, arbitrary: fc.constantFrom(...EDGES) },
      { weight: 1, arbitrary: fc.integer({ min: -400 * SECOND, max: 400 * SECOND }) },
      { weight: 1, arbitrary: fc.integer({ min: -YEAR, max: YEAR }) },
    ),
    fc.constantFrom(0, 0, 1, -1, 999),
  )
  .map(([seconds, milliseconds]) => seconds + milliseconds);

/** The cases of one oracle, which may draw its own schemes, secrets and bodies. */
export function casesOf(oracle) {
  const own = oracle.secrets ?? secrets;
  return fc.record({
    scheme: oracle.schemes ?? fc.constant(oracle.scheme),
    secret: own,
    previous: oracle.rotates ? fc.array(own, { maxLength: 2 }) : fc.constant([]),
    /** Which of the secrets signs. */
    signer: fc.nat(2),
    /** What became of the secret on its way into the receiver's settings. */
    mistyped: often(fc.constant(undefined), fc.option(textEdit, { nil: undefined })),
    body: oracle.bodies ?? bodies,
    /** What became of the body on its way. */
    tampered: fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: bodyEdit }),
    now: fc.integer({ min: 1_500_000_000_000, max: 4_102_444_800_000 }),
    age: ages,
    id: fc.oneof(
      { weight: 9, arbitrary: ids },
      { weight: 1, arbitrary: text },
      { weight: 1, arbitrary: fc.constant("") },
    ),
    spelling: fc.nat(83),
    sender: fc.constantFrom("theirs", "ours"),
    /** A second signature beside the first, by another secret or by the same. */
    also: often(fc.constant(undefined), fc.record({ secret: fc.option(own, { nil: undefined }), first: fc.boolean() })),
    edits: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 6, arbitrary: fc.tuple(edit) },
      { weight: 1, arbitrary: fc.tuple(edit, edit) },
    ),
  });
}
