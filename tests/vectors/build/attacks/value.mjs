// Attacks on the format `value`: one signature, with or without a prefix.

import { createHmac } from "node:crypto";

import { contentOf, keyOf } from "../sign.mjs";
import { prefixKind } from "../grammar.mjs";
import { kindIs, refused, unknown } from "./row.mjs";

const isValue = kindIs("value");
const hasPrefix =
  (...kinds) =>
  (scheme) =>
    isValue(scheme) && kinds.includes(prefixKind(scheme.format.prefix));
const isLabelled = hasPrefix("a label");
const isPrefixed = hasPrefix("a label", "a label and more", "a word");
const isWord = hasPrefix("a word");
const isPlain = hasPrefix("nothing");

const malformed = (comment, value, when) => refused("SIGNATURE_MALFORMED", "prefix", comment, written(value), when);
const otherVersion = (comment, value, when) => refused("VERSION_UNKNOWN", "prefix", comment, written(value), when);
const repeated = (comment, value) => refused("HEADER_REPEATED", "header-repeated", comment, written(value), isValue);

/** Writes the whole value of the signature header. */
function written(write) {
  return (draft, signature) => {
    const value = write(signature, draft.scheme.format.prefix, draft);
    return value === undefined ? undefined : { value };
  };
}

const otherTag = (other) => (signature, prefix, draft) => {
  if (prefix === `${other}=`) return undefined;
  const key = keyOf(draft.scheme, draft.secrets[0]);
  const content = contentOf(draft.scheme, draft);
  return `${other}=${createHmac(other, key).update(content).digest("hex")}`;
};

/** `undefined` where the prefix has no letters. */
function inOtherCase(prefix, write) {
  const upper = prefix.toUpperCase();
  const other = upper === prefix ? prefix.toLowerCase() : upper;
  return other === prefix ? undefined : write(other);
}

export const valueAttacks = [
  malformed("prefix missing", (signature) => signature, isPrefixed),
  malformed("prefix written twice", (signature, prefix) => prefix + prefix + signature, isPrefixed),
  otherVersion(
    "right signature under another label",
    (signature, prefix, { scheme }) => `${unknown("v9", scheme)}=${signature}`,
    isLabelled,
  ),
  malformed("prefix added where the scheme has none", (signature) => `sha256=${signature}`, isPlain),
];

/** Rarer cases, for the first scheme with its part of the grammar. */
export const deepValueAttacks = [
  otherVersion("downgrade to sha1: the right key, another hash", otherTag("sha1"), isLabelled),
  otherVersion("change to sha512: the right key, another hash", otherTag("sha512"), isLabelled),
  otherVersion(
    "prefix in the other letter case",
    (signature, prefix) => inOtherCase(prefix, (other) => other + signature),
    isLabelled,
  ),
  malformed(
    "prefix that is no label in the other letter case",
    (signature, prefix) => inOtherCase(prefix, (other) => other + signature),
    isWord,
  ),
  malformed("prefix without its last character", (signature, prefix) => prefix.slice(0, -1) + signature, isWord),
  malformed(
    "another scheme of authentication",
    (signature, prefix) => (prefix === "Bearer " ? undefined : `Bearer ${signature}`),
    isWord,
  ),
  malformed("prefix alone", (signature, prefix) => prefix, isLabelled),
  malformed("another label alone", () => "sha1=", isLabelled),
  malformed("prefix without its equals sign", (signature, prefix) => prefix.slice(0, -1) + signature, isLabelled),
  malformed("equals sign without a label", (signature) => `=${signature}`, isLabelled),
  malformed("label of 17 characters", (signature) => `${"a".repeat(17)}=${signature}`, isLabelled),
  malformed("label with a dot", (signature) => `sha.256=${signature}`, isLabelled),
  malformed("blank after the prefix", (signature, prefix) => `${prefix} ${signature}`, isPrefixed),
  malformed(
    "colon in place of the equals sign",
    (signature, prefix) => `${prefix.slice(0, -1)}:${signature}`,
    isLabelled,
  ),
  malformed("word in place of a signature", (signature, prefix) => `${prefix}true`, isValue),
  malformed(
    "two signatures with a blank between",
    (signature, prefix) => `${prefix}${signature} ${prefix}${signature}`,
    isValue,
  ),
  repeated("two signatures with a comma between", (signature, prefix) => `${prefix}${signature},${prefix}${signature}`),
  repeated("comma after the signature", (signature, prefix) => `${prefix}${signature},`),
  repeated("comma before the signature", (signature, prefix) => `,${prefix}${signature}`),
];
