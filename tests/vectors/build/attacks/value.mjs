// Attacks on the format `value`: one signature, with or without a prefix.

import { createHmac } from "node:crypto";

import { contentOf, keyOf } from "../sign.mjs";
import { kindIs, refused } from "./row.mjs";

const isValue = kindIs("value");
const isLabelled = (scheme) => isValue(scheme) && scheme.format.prefix.endsWith("=");
const isPlain = (scheme) => isValue(scheme) && scheme.format.prefix === "";

const malformed = (comment, value, when) => refused("SIGNATURE_MALFORMED", "prefix", comment, written(value), when);
const unknown = (comment, value, when) => refused("VERSION_UNKNOWN", "prefix", comment, written(value), when);
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

export const valueAttacks = [
  malformed("prefix missing", (signature) => signature, isLabelled),
  malformed("prefix written twice", (signature, prefix) => prefix + prefix + signature, isLabelled),
  unknown("right signature under another label", (signature) => `v9=${signature}`, isLabelled),
  malformed("prefix added where the scheme has none", (signature) => `sha256=${signature}`, isPlain),
];

/** Rarer cases, for the schemes that are covered in depth. */
export const deepValueAttacks = [
  unknown("downgrade to sha1: the right key, another hash", otherTag("sha1"), isLabelled),
  unknown("change to sha512: the right key, another hash", otherTag("sha512"), isLabelled),
  unknown(
    "prefix in the other letter case",
    (signature, prefix) => {
      const upper = prefix.toUpperCase();
      return (upper === prefix ? prefix.toLowerCase() : upper) + signature;
    },
    isLabelled,
  ),
  malformed("prefix alone", (signature, prefix) => prefix, isLabelled),
  malformed("another label alone", () => "sha1=", isLabelled),
  malformed("prefix without its equals sign", (signature, prefix) => prefix.slice(0, -1) + signature, isLabelled),
  malformed("equals sign without a label", (signature) => `=${signature}`, isLabelled),
  malformed("label of 17 characters", (signature) => `${"a".repeat(17)}=${signature}`, isLabelled),
  malformed("label with a dot", (signature) => `sha.256=${signature}`, isLabelled),
  malformed("blank after the prefix", (signature, prefix) => `${prefix} ${signature}`, isLabelled),
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
