// Attacks on the text of one signature, whatever stands around it in the header.

import { createHmac } from "node:crypto";

import { contentOf, encode, hashOf, keyOf, tagOf } from "../sign.mjs";
import { accepted, everywhere, flipped, kindIs, refused } from "./row.mjs";

const malformed = (flag, comment, make, when) => refused("SIGNATURE_MALFORMED", flag, comment, make, when);
const mismatch = (flag, comment, make, when) => refused("SIGNATURE_MISMATCH", flag, comment, make, when);

/** Rewrites the text of the genuine signature; `undefined` or the same text: no such attack. */
const rewritten = (rewrite) => (draft, signature) => {
  const text = rewrite(signature, draft);
  return text === undefined || text === signature ? undefined : { signatures: [text] };
};

const retagged = (change) => (draft) => {
  const tag = tagOf(draft.scheme, draft.secrets[0], draft);
  return { signatures: [encode(draft.scheme, change(tag))] };
};

const isHex = ({ encoding }) => encoding.startsWith("hex");
const isLowerHex = ({ encoding }) => encoding === "hex";
const isBase64 = ({ encoding }) => encoding === "base64";
const isBase64Url = ({ encoding }) => encoding === "base64url";

export const signatureAttacks = [
  everywhere(
    mismatch(
      "signature-forged",
      "one bit of the first byte of the tag off",
      retagged((tag) => flipped(tag, 0, 0x80)),
    ),
  ),
  mismatch(
    "signature-forged",
    "one bit of the last byte of the tag off",
    retagged((tag) => flipped(tag, tag.length - 1)),
  ),
  malformed(
    "signature-length",
    "signature one character short",
    rewritten((text) => text.slice(1)),
  ),
  malformed(
    "signature-length",
    "signature one character long",
    rewritten((text) => `${text}0`),
  ),
  malformed(
    "signature-case",
    "hex signature in upper case",
    rewritten((text) => text.toUpperCase()),
    isLowerHex,
  ),
  accepted(
    "signature-case",
    "hex signature in lower case, where either is allowed",
    rewritten((text) => text.toLowerCase()),
    ({ encoding }) => encoding === "hex-any-case",
  ),
  malformed(
    "stray-bits",
    "last character changed so that a lenient decoder reads the same bytes",
    rewritten(strayBits),
    (scheme) => isBase64(scheme) || isBase64Url(scheme),
  ),
  malformed(
    "padding",
    "base64 padding left out",
    rewritten((text) => text.replace(/=+$/, "")),
    isBase64,
  ),
  malformed(
    "padding",
    "padding added to unpadded base64url",
    rewritten((text) => `${text}=`),
    isBase64Url,
  ),
];

/** Rarer cases, for the first scheme with its part of the grammar. */
export const deepSignatureAttacks = [
  malformed(
    "header-bytes",
    "as many characters outside ASCII as a signature has",
    rewritten((text) => "é".repeat(text.length)),
  ),
  mismatch(
    "signature-forged",
    "tag of zeros",
    retagged((tag) => Buffer.alloc(tag.length)),
  ),
  mismatch(
    "signature-forged",
    "tag reversed",
    retagged((tag) => Buffer.from(tag).reverse()),
  ),
  mismatch(
    "signature-forged",
    "first eight bytes right, the rest zero",
    retagged((tag) => Buffer.concat([tag.subarray(0, 8), Buffer.alloc(tag.length - 8)])),
  ),
  mismatch(
    "signature-forged",
    "last byte wrong in every bit",
    retagged((tag) => flipped(tag, tag.length - 1, 0xff)),
  ),
  mismatch(
    "signature-forged",
    "genuine signature of another body",
    (draft) => ({
      body: Buffer.from("{}"),
      sent: draft.body,
    }),
    (scheme) => scheme.timestamp?.from !== "body",
  ),
  malformed(
    "signature-length",
    "signature cut to eight characters",
    rewritten((text) => text.slice(0, 8)),
  ),
  malformed(
    "signature-length",
    "tag cut to half its bytes",
    retagged((tag) => tag.subarray(0, tag.length / 2)),
  ),
  malformed(
    "signature-length",
    "tag with one byte more",
    retagged((tag) => Buffer.concat([tag, Buffer.alloc(1)])),
  ),
  malformed(
    "signature-length",
    "signature written twice over",
    rewritten((text) => text + text),
  ),
  malformed("signature-length", "tag of another hash with the right key", (draft) => {
    const {
      scheme,
      secrets: [secret],
    } = draft;
    const other = hashOf(scheme) === "sha1" ? "sha256" : "sha1";
    const tag = createHmac(other, keyOf(scheme, secret)).update(contentOf(scheme, draft)).digest();
    return { signatures: [encode(scheme, tag)] };
  }),
  malformed(
    "signature-case",
    "one hex digit in upper case",
    rewritten((text) => text.replace(/[a-f]/, (digit) => digit.toUpperCase())),
    isLowerHex,
  ),
  malformed(
    "signature-alphabet",
    "one character outside the hex alphabet",
    rewritten((text) => `${text.slice(0, -1)}g`),
    isHex,
  ),
  malformed(
    "signature-alphabet",
    "0x before the signature",
    rewritten((text) => `0x${text.slice(2)}`),
    isHex,
  ),
  malformed(
    "signature-alphabet",
    "every pair of digits followed by junk",
    rewritten((text) => text.replace(/../g, "$&!")),
    isHex,
  ),
  malformed(
    "signature-alphabet",
    "right tag written in base64",
    rewritten((text, draft) => tagOf(draft.scheme, draft.secrets[0], draft).toString("base64")),
    isHex,
  ),
  malformed(
    "signature-alphabet",
    "right tag written in hex",
    rewritten((text, draft) => tagOf(draft.scheme, draft.secrets[0], draft).toString("hex")),
    (scheme) => !isHex(scheme),
  ),
  malformed(
    "signature-alphabet",
    "right tag in the URL alphabet of base64",
    rewritten((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
    isBase64,
  ),
  malformed(
    "signature-alphabet",
    "right tag in the plain alphabet of base64",
    rewritten((text) => text.replaceAll("-", "+").replaceAll("_", "/")),
    isBase64Url,
  ),
  malformed(
    "padding",
    "base64 padded twice",
    rewritten((text) => `${text}=`),
    isBase64,
  ),
  malformed(
    "header-bytes",
    "blank inside the signature",
    rewritten((text) => `${text.slice(0, 8)} ${text.slice(9)}`),
  ),
  malformed(
    ["header-bytes", "not-a-field-value"],
    "NUL in place of the last character",
    rewritten((text) => `${text.slice(0, -1)}\0`),
  ),
  malformed(
    ["header-bytes", "not-a-field-value"],
    "NUL after the right signature",
    rewritten((text) => `${text}\0`),
  ),
  malformed(
    ["header-bytes", "not-a-field-value"],
    "line break inside the signature",
    rewritten((text) => `${text.slice(0, 8)}\r\n${text.slice(8)}`),
  ),
  malformed(
    "header-bytes",
    "tab inside the signature",
    rewritten((text) => `${text.slice(0, 8)}\t${text.slice(9)}`),
  ),
  malformed(
    ["header-bytes", "not-a-field-value"],
    "full-width digits, which fold to ASCII",
    rewritten((text) => text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + +digit))),
    isHex,
  ),
  malformed(
    "signature-empty",
    "signature of no characters",
    rewritten(() => ""),
    kindIs("pairs", "positional", "tokens"),
  ),
];

// Base64 of 20, 32 or 64 bytes leaves two or four bits of its last character unused; of 48 it leaves none.
function strayBits(text, { scheme }) {
  if (hashOf(scheme) === "sha384") return undefined;
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  const last = text.search(/=*$/) - 1;
  const next = alphabet[alphabet.indexOf(text[last]) + 1];
  return text.slice(0, last) + next + text.slice(last + 1);
}
