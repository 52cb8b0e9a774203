// Attacks on the formats of several items: `pairs`, `tokens` and `positional`.

import { accepted, kindIs, otherCase, refused, unknown } from "./row.mjs";

const isPairs = kindIs("pairs");
const isTokens = kindIs("tokens");
const isPositional = kindIs("positional");
const isTimed = (scheme) => isPairs(scheme) && Boolean(scheme.format.time);
const isTight = (scheme) => isTimed(scheme) && !scheme.format.spaces;
const isLoose = (scheme) => isTimed(scheme) && scheme.format.spaces;
const by = (separator) => (scheme) => isTight(scheme) && scheme.format.separator === separator;

/** Writes the value of a timed pairs header from its two items and its separator. */
const paired = (write) => (draft, signature) => {
  const { separator, tag, time } = draft.scheme.format;
  const value = write(`${time}=${draft.time}`, `${tag}=${signature}`, separator, draft);
  return value === undefined ? undefined : { value };
};

/** An item under a label that the scheme does not know. */
const unlabelled = (label, item, scheme) => `${unknown(label, scheme)}${item.slice(item.indexOf("="))}`;

const spelled = (write) => (draft, signature) => ({ value: write(signature, draft) });

const malformed = (comment, make, when = isTight) =>
  refused("SIGNATURE_MALFORMED", "pairs-grammar", comment, make, when);
const unordered = (comment, make, when = isTimed) => accepted("pairs-grammar", comment, make, when);
const repeated = (comment, make, when = isTimed) =>
  refused("HEADER_REPEATED", "timestamp-repeated", comment, make, when);

export const pairsAttacks = [
  unordered(
    "signature before the timestamp",
    paired((time, sig, sep) => sig + sep + time),
  ),
  unordered(
    "a field that nobody knows beside the two",
    paired((time, sig, sep, { scheme }) => [time, `${unknown("x", scheme)}=1`, sig].join(sep)),
  ),
  malformed(
    "blank after the separator",
    paired((time, sig, sep) => `${time}${sep} ${sig}`),
  ),
  unordered(
    "no blank after the separator, where one is allowed",
    paired((time, sig, sep) => time + sep + sig),
    isLoose,
  ),
  repeated(
    "timestamp twice, the same",
    paired((time, sig, sep) => [time, time, sig].join(sep)),
  ),
  repeated(
    "timestamp twice, an old one and the signed one",
    paired((time, sig, sep, draft) => [`${draft.scheme.format.time}=1`, time, sig].join(sep)),
  ),
  repeated(
    "timestamp again after the signature",
    paired((time, sig, sep) => [time, sig, time].join(sep)),
  ),
  refused(
    "TIMESTAMP_MALFORMED",
    "timestamp-missing",
    "no timestamp beside the signature",
    paired((time, sig) => sig),
    isTimed,
  ),
  malformed(
    "timestamp alone",
    paired((time) => time),
    isTimed,
  ),
  refused(
    "HEADER_REPEATED",
    "header-repeated",
    "comma where the separator is a semicolon",
    paired((time, sig) => `${time},${sig}`),
    by(";"),
  ),
  malformed(
    "semicolon where the separator is a comma",
    paired((time, sig) => `${time};${sig}`),
    by(","),
  ),
];

/** Rarer cases, for the first scheme with its part of the grammar. */
export const deepPairsAttacks = [
  malformed(
    "item without an equals sign",
    paired((time, sig, sep) => [time, "x", sig].join(sep)),
    isTimed,
  ),
  malformed(
    "item without a key",
    paired((time, sig, sep) => [time, "=x", sig].join(sep)),
    isTimed,
  ),
  malformed(
    "separator after the last item",
    paired((time, sig, sep) => [time, sig, ""].join(sep)),
  ),
  malformed(
    "separator before the first item",
    paired((time, sig, sep) => ["", time, sig].join(sep)),
  ),
  malformed(
    "separator doubled",
    paired((time, sig, sep) => [time, "", sig].join(sep)),
  ),
  malformed(
    "equals sign doubled",
    paired((time, sig, sep) => [time, sig.replace("=", "==")].join(sep)),
    isTimed,
  ),
  malformed(
    "colon in place of the equals sign",
    // With an equals sign in its padding, it would be a pair all the same.
    paired((time, sig, sep) => (sig.endsWith("=") ? undefined : [time, sig.replace("=", ":")].join(sep))),
    isTimed,
  ),
  malformed(
    "blank before the separator",
    paired((time, sig, sep) => `${time} ${sep}${sig}`),
  ),
  malformed(
    "blank after an equals sign",
    paired((time, sig, sep) => [time, sig.replace("=", "= ")].join(sep)),
    isTimed,
  ),
  malformed(
    "two values put in by position, their keys left out",
    paired((time, sig, sep) => [time, sig].map((item) => item.slice(item.indexOf("=") + 1)).join(sep)),
    isTimed,
  ),
  refused(
    "VERSION_UNKNOWN",
    "version-unknown",
    "right values under keys that nobody knows",
    paired((time, sig, sep, { scheme }) => [unlabelled("x", time, scheme), unlabelled("zz", sig, scheme)].join(sep)),
    isTimed,
  ),
  refused(
    "VERSION_UNKNOWN",
    "check-order",
    "unknown version and no timestamp: the version comes first",
    paired((time, sig, sep, { scheme }) => `${unknown("v9", scheme)}=x`),
    isTimed,
  ),
  refused(
    "TIMESTAMP_MALFORMED",
    "timestamp-missing",
    "timestamp key in the other letter case",
    paired((time, sig, sep, { scheme, time: text }) => {
      const other = otherCase(scheme.format.time, scheme);
      return other && [`${other}=${text}`, sig].join(sep);
    }),
    isTimed,
  ),
  refused(
    "TIMESTAMP_MALFORMED",
    "timestamp-missing",
    "timestamp under another key",
    paired((time, sig, sep, { scheme }) => [unlabelled("time", time, scheme), sig].join(sep)),
    isTimed,
  ),
  repeated(
    "timestamp again, with a blank after the separator",
    paired((time, sig, sep) => `${time}${sep}${sig}${sep} ${time}`),
  ),
  repeated(
    "timestamp three times",
    paired((time, sig, sep) => [time, time, time, sig].join(sep)),
  ),
  unordered(
    "two blanks after the separator, where blanks are allowed",
    paired((time, sig, sep) => `${time}${sep}  ${sig}`),
    isLoose,
  ),
  malformed(
    "tab after the separator, where blanks are allowed",
    paired((time, sig, sep) => `${time}${sep}\t${sig}`),
    isLoose,
  ),
  refused(
    "SIGNATURE_MALFORMED",
    ["pairs-grammar", "surrounding-blank"],
    "blank before the first item, where blanks may follow a separator",
    paired((time, sig, sep) => ` ${time}${sep} ${sig}`),
    isLoose,
  ),
];

const tagged = (write) => spelled((signature, { scheme }) => write(signature, scheme.format.tag, scheme));
const token = (comment, make, reason = "SIGNATURE_MALFORMED") =>
  refused(reason, "tokens-grammar", comment, make, isTokens);

export const tokensAttacks = [
  token(
    "token without a comma",
    tagged((signature, tag) => `${tag}${signature}`),
  ),
  token(
    "two blanks between tokens",
    tagged((signature, tag, scheme) => `${unknown("v0", scheme)},x  ${tag},${signature}`),
  ),
  token(
    "equals sign in place of the comma",
    tagged((signature, tag) => `${tag}=${signature}`),
  ),
  token(
    "comma doubled",
    tagged((signature, tag) => `${tag},,${signature}`),
  ),
  token(
    "signature without a tag",
    tagged((signature) => signature),
  ),
  token(
    "comma between tokens in place of a blank",
    tagged((signature, tag) => `${tag},${signature},${tag},${signature}`),
  ),
  token(
    "two headers joined: the first token ends in a comma",
    tagged((signature, tag) => `${tag},${signature}, ${tag},${signature}`),
    "HEADER_REPEATED",
  ),
  refused(
    "VERSION_UNKNOWN",
    "version-unknown",
    "only a signature of the asymmetric version",
    tagged((signature, tag) => `${tag}a,${signature}`),
    isTokens,
  ),
];

const placed = (comment, make, reason = "SIGNATURE_MALFORMED") =>
  refused(reason, "positional-grammar", comment, make, isPositional);

export const positionalAttacks = [
  placed(
    "timestamp alone",
    spelled((signature, { time }) => time),
  ),
  placed(
    "signature alone",
    spelled((signature) => signature),
  ),
  placed(
    "signature before the timestamp",
    spelled((signature, { time }) => `${signature},${time}`),
  ),
  placed(
    "comma after the last item",
    spelled((signature, { time }) => `${time},${signature},`),
  ),
  placed(
    "comma doubled",
    spelled((signature, { time }) => `${time},,${signature}`),
  ),
  placed(
    "semicolon in place of the comma",
    spelled((signature, { time }) => `${time};${signature}`),
  ),
  placed(
    "blank after the comma reads as two joined headers",
    spelled((signature, { time }) => `${time}, ${signature}`),
    "HEADER_REPEATED",
  ),
  refused(
    "TIMESTAMP_MALFORMED",
    "timestamp-missing",
    "no timestamp before the signatures",
    spelled((signature) => `,${signature}`),
    isPositional,
  ),
];
