// Known disagreements: their verdict, ours, and why ours stands. A row names its oracles and both verdicts; `when` says
// which deliveries it covers. A disagreement that no row covers fails. So does a row that covers nothing: it would
// excuse what nobody does any more. Where we accept what they refuse, genuine.mjs must find the delivery right, too.
import { isDocumented, itemsOf, only, timeOf } from "./documented.mjs";
import { claimOf, isGenuine } from "./genuine.mjs";
import { codeOfSecrets } from "../portable/properties/expected.mjs";
import { bare, dateIn, hasMark, isCanonical, isGuessable, isJson, isLossy, writtenIn } from "./traits.mjs";

/** Libraries that turn the body into text before they sign or compare. */
const DECODING = [
  "stripe",
  "octokit",
  "octokit-web",
  "standardwebhooks",
  "svix",
  "slack",
  "shopify",
  "sanity",
  "paddle",
  "retell",
];
const OCTOKIT = ["octokit", "octokit-web"];
const STANDARD = ["standardwebhooks", "svix"];

const accept = (...codes) => ({ theirs: "accept", ours: codes });
const refuse = { theirs: "refuse", ours: ["verified"] };

export const known = [
  {
    name: "a body that is not UTF-8, accepted in place of another",
    oracles: DECODING,
    ...accept("SIGNATURE_MISMATCH"),
    when: isLossy,
    why: "They judge the decoded text, where every broken byte is U+FFFD: one signature matches many bodies.",
  },
  {
    name: "a body that is not UTF-8, refused",
    oracles: DECODING,
    ...refuse,
    when: isLossy,
    why: "The signature is right for these bytes; they decode them, and judge other bytes.",
  },
  {
    name: "a byte order mark, dropped",
    oracles: ["stripe"],
    ...accept("SIGNATURE_MISMATCH"),
    when: hasMark,
    why: "TextDecoder drops the mark, so a body with one passes for the body without.",
  },
  {
    name: "a byte order mark, signed",
    oracles: ["stripe"],
    ...refuse,
    when: hasMark,
    why: "The mark was signed, and they drop it.",
  },
  {
    name: "an empty body",
    oracles: ["stripe", ...OCTOKIT, "shopify", "sanity"],
    ...refuse,
    when: ({ text }) => text === "",
    why: "They take an empty body for a missing one. The signature of no bytes is right.",
  },
  {
    name: "a header as a list of one",
    oracles: ["stripe", ...OCTOKIT, ...STANDARD, "slack", "sanity", "notion", "linear", "paddle", "gocardless"],
    ...refuse,
    when: ({ headers }) => Object.values(headers).some((value) => Array.isArray(value) && value.length === 1),
    why: "Servers that keep repeated headers apart pass a list for each name. A list of one is one value.",
  },
  {
    name: "a header as a list of several, of which the first is read",
    oracles: ["shopify"],
    ...accept("HEADER_REPEATED", "SIGNATURE_MALFORMED"),
    when: ({ headers }) => [headers["x-shopify-hmac-sha256"]].flat().length > 1,
    why: "Anyone who can add a header would decide which one counts. A repeated header is refused.",
  },
  {
    name: "a secret of whitespace or zeros",
    oracles: "all",
    ...accept("SECRET_EMPTY"),
    when({ secret, previous, scheme: { keyEncoding } }, oracle) {
      const form = keyEncoding ?? (STANDARD.includes(oracle) ? "base64" : "utf8");
      return [secret, ...previous].some((each) => isGuessable(each, form));
    },
    why: "A forger can guess it. It is refused when the Webhook is built, before any delivery arrives.",
  },
  {
    name: "a secret without a form in UTF-8, or longer than 4096 bytes",
    oracles: "all",
    ...accept("SECRET_INVALID"),
    when: ({ secret, previous }) =>
      [secret, ...previous].some((each) => !each.isWellFormed() || Buffer.byteLength(each) > 4096),
    why: "Encoding replaces half of a surrogate pair: many secrets become one key. No real secret is so long.",
  },
  {
    name: "a secret that is not canonical base64 or hex",
    oracles: ["node:crypto", "WebCrypto", ...STANDARD],
    ...accept("SECRET_INVALID"),
    // Of the schemes that are not made at random, those of this row read base64.
    when: ({ secret, scheme: { keyEncoding = "base64" } }) =>
      keyEncoding !== "utf8" && !isCanonical(bare(secret), keyEncoding),
    why: "A decoder that skips what it does not know makes another key out of a secret that was pasted wrongly.",
  },
  {
    name: "a text that stands for no secret, or another key of the provider",
    oracles: "all",
    ...accept("SECRET_INVALID", "SECRET_EMPTY"),
    // What is left of the secrets that are refused, by the model of the portable suite.
    when: ({ secret, previous, key, ours }) => codeOfSecrets([secret, ...previous], { key }) === ours,
    why: "Everyone knows the text of a variable that is not set, and an API key is not the secret of a webhook.",
  },
  {
    name: "a secret of two or three letters in base64",
    oracles: STANDARD,
    ...refuse,
    when: ({ secret }) => bare(secret).length < 4 && isCanonical(bare(secret), "base64"),
    why: "Their decoder needs four letters. Padding adds nothing that the length does not say.",
  },
  {
    name: "a secret after v1,whsec_",
    oracles: STANDARD,
    ...refuse,
    when: ({ secret }) => secret.startsWith("v1,whsec_"),
    why: "Some providers show the secret with its version. The prefix is stripped.",
  },
  {
    name: "white space around a secret in base64, or padding that does not belong there",
    oracles: STANDARD,
    ...refuse,
    when: ({ secret, previous }) => [secret, ...previous].some((each) => !isCanonical(bare(each), "base64")),
    why: "Files and variables often end in a line break. Neither is a digit of base64, so nothing is lost.",
  },
  {
    name: "a time in the future",
    oracles: ["stripe", "slack", "paddle"],
    ...accept("TIMESTAMP_TOO_NEW"),
    when: ({ headers, now }, oracle) =>
      Number.parseInt(timeOf(oracle, headers), 10) > now / 1000 + (oracle === "paddle" ? 5 : 300),
    why: "They check the age only. A delivery dated next year could be replayed until then.",
  },
  {
    name: "a time with something around it",
    oracles: ["stripe", "slack", "paddle", "retell", ...STANDARD],
    ...accept("TIMESTAMP_MALFORMED"),
    when: ({ headers }, oracle) => !/^(0|[1-9]\d{0,14})$/.test(timeOf(oracle, headers)),
    why: "They read a number out of 1700000000abc, 01700000000, 1700000000.9. A time has one spelling.",
  },
  {
    name: "a time that is repeated",
    oracles: ["stripe", "paddle"],
    ...accept("HEADER_REPEATED"),
    when: ({ headers }, oracle) =>
      itemsOf(oracle, headers)
        .join(",")
        .split(/[,;]/)
        .filter((item) => /^\s*ts?=/.test(item)).length > 1,
    why: "They read the last one. Another reader may read the first.",
  },
  {
    name: "a header that is repeated",
    oracles: ["paddle"],
    ...accept("HEADER_REPEATED"),
    when: ({ headers }) => only(headers["paddle-signature"]).includes(","),
    why: "HTTP joins repeated headers with a comma, and no genuine value has one.",
  },
  {
    name: "more than sixteen signatures",
    oracles: ["stripe", "paddle", ...STANDARD],
    ...accept("SIGNATURES_TOO_MANY"),
    when: ({ headers }, oracle) => itemsOf(oracle, headers).length > 16,
    why: "No sender has so many keys, and each one costs a comparison.",
  },
  {
    name: "a field that is not a pair, beside a right signature",
    oracles: ["stripe", "paddle"],
    // A mismatch where another signature came along that decodes.
    ...accept("SIGNATURE_MALFORMED", "SIGNATURE_MISMATCH"),
    when: (delivery, oracle) => !isDocumented(oracle, delivery.headers),
    why: "They skip what they cannot read, or cut off what follows a second =. No provider sends it, so the sender may mean something else.",
  },
  {
    name: "an empty signature beside a right one",
    oracles: ["stripe"],
    ...refuse,
    when: ({ headers }) => /(^|,)v1=([,=]|$)/.test(only(headers["stripe-signature"])),
    why: "Their comparison throws for an empty text. A signature that does not decode is skipped.",
  },
  {
    name: "several signatures, of which the last is read",
    oracles: ["paddle"],
    ...refuse,
    when: ({ headers }, oracle) => itemsOf(oracle, headers).filter((item) => item.startsWith("h1=")).length > 1,
    why: "While a secret is being replaced there are two, and either may be the receiver's.",
  },
  {
    name: "an age between five and six seconds",
    oracles: ["paddle"],
    ...refuse,
    when: ({ headers, now }, oracle) =>
      now % 1000 > 0 && Math.floor(now / 1000) - Number(timeOf(oracle, headers)) === 5,
    why: "A time in whole seconds is compared in whole seconds: five is not more than five.",
  },
  {
    name: "fields in another order, or more of them",
    oracles: ["sanity", "retell"],
    ...refuse,
    when: (delivery, oracle) => !isDocumented(oracle, delivery.headers) && claimOf(oracle, delivery) !== undefined,
    why: "A regular expression fixes two fields and their order. The order means nothing, and a field may be added.",
  },
  {
    name: "a time before 2021",
    oracles: ["sanity"],
    ...refuse,
    when: ({ headers }, oracle) => Number(timeOf(oracle, headers)) < Date.UTC(2021),
    why: "They take it for seconds. The scheme has no tolerance, so any age is accepted; a receiver may set one.",
  },
  {
    name: "letters in upper case",
    oracles: ["retell"],
    ...accept("VERSION_UNKNOWN", "TIMESTAMP_MALFORMED", "SIGNATURE_MALFORMED"),
    when: ({ headers }) => /[A-Z]/.test(only(headers["x-retell-signature"])),
    why: "Their expression ignores letter case, also that of the keys. They send lower case; one tag has one spelling.",
  },
  {
    name: "a signature with anything around it",
    oracles: ["octokit-web"],
    ...accept("HEADER_REPEATED", "SIGNATURE_MALFORMED", "VERSION_UNKNOWN"),
    when: (delivery, oracle) => !isDocumented(oracle, delivery.headers),
    why: "The build for browsers picks pairs of hex digits out of any text, in any case; the build for Node does not.",
  },
  {
    name: "a signature in upper case, or with anything behind it",
    oracles: ["gocardless"],
    ...accept("HEADER_REPEATED", "SIGNATURE_MALFORMED"),
    when: (delivery, oracle) => !isDocumented(oracle, delivery.headers),
    why: "Buffer.from(text, 'hex') stops at the first letter that is not hex, and says nothing.",
  },
  {
    name: "a signature with a second = behind it",
    oracles: ["slack"],
    ...accept("SIGNATURE_MALFORMED", "HEADER_REPEATED"),
    when: ({ headers }) => only(headers["x-slack-signature"]).split("=").length > 2,
    why: "They cut off what follows a second =.",
  },
  {
    name: "a time in the body that is a number, but not in digits alone",
    oracles: ["linear"],
    ...accept("TIMESTAMP_MALFORMED"),
    when: ({ text }) => typeof dateIn(text) === "number" && !/^\d+$/.test(writtenIn(text)),
    why: "JSON allows 1700000000000.0 and 17e11. A time has one spelling: digits.",
  },
  {
    name: "a time in the body that is a string of digits",
    oracles: ["linear"],
    ...refuse,
    when: ({ text }) => typeof dateIn(text) === "string" && /^\d+$/.test(dateIn(text)),
    why: "Some senders write their numbers as strings. Either is signed with the body.",
  },
  {
    name: "a body that stops being JSON",
    oracles: ["linear"],
    ...refuse,
    when: ({ text }) => !isJson(text),
    why: "The time is found without a parser, and the signature is right. Reading the payload is PAYLOAD_NOT_JSON.",
  },
  {
    name: "an id that is an empty list",
    oracles: STANDARD,
    ...accept("HEADER_MISSING"),
    when: ({ headers }, oracle) => headers[`${oracle === "svix" ? "svix" : "webhook"}-id`]?.length === 0,
    why: "An empty list is truthy, and becomes an empty text when it is signed. A header without a value is missing.",
  },
  {
    name: "an id that is not signed unambiguously, or a list with odd entries",
    oracles: STANDARD,
    ...accept("SIGNATURE_MALFORMED", "HEADER_REPEATED", "SIGNATURE_MISMATCH"),
    when: (delivery, oracle) => !isDocumented(oracle, delivery.headers),
    why: "A dot in the id would let id and time be cut apart elsewhere. No sender writes commas or non-ASCII letters.",
  },
];

/** The row that covers a delivery on which the two disagree, if there is one. */
export function rowOf(oracle, delivery) {
  if (delivery.ours === "verified" && !isGenuine(oracle, delivery)) return undefined;
  return known.find(
    (row) =>
      (row.oracles === "all" || row.oracles.includes(oracle)) &&
      row.theirs === delivery.theirs &&
      row.ours.includes(delivery.ours) &&
      row.when(delivery, oracle),
  );
}
