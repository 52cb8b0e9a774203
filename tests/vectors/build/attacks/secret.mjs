// Attacks on the key, and the genuine cases of rotation beside them.

import { createHash, createHmac } from "node:crypto";

import { contentOf, encode, hashOf, keyOf } from "../sign.mjs";
import { accepted, everywhere, refused } from "./row.mjs";

const mismatch = (flag, comment, make, when) => refused("SIGNATURE_MISMATCH", flag, comment, make, when);

/** Keys that fit every scheme, because bytes are the key itself. */
const stranger = (number) => ({ hex: Buffer.from(`stranger ${number}`).toString("hex") });
const isText = (scheme) => scheme.key.encoding === "utf8";
const isBase64 = (scheme) => scheme.key.encoding === "base64";
const isEncoded = (scheme) => !isText(scheme);
/** The text of 32 bytes in the encoding of a scheme, with its prefix. */
const encoded = ({ key: { encoding, prefixes } }) =>
  (prefixes[0] ?? "") + Buffer.from("a secret of a length of 32 bytes").toString(encoding);
const rewritten =
  (edit) =>
  ({ scheme }) => ({ secrets: [edit(encoded(scheme))] });

/** Signs with the genuine secret while the receiver holds others. */
const held = (secrets) => (draft, signature) => {
  const changes = secrets(draft);
  return changes && { signatures: [signature], ...changes };
};

/** Another text as the secret of both sides; none that a prefix of the scheme would leave empty. */
const text =
  (secret) =>
  ({ scheme }) =>
    keyOf(scheme, secret).length > 0 ? { secrets: [secret] } : undefined;

/** A signature that needs no key, or an empty one. */
const keyless = (tag) => (draft) => {
  const content = contentOf(draft.scheme, draft);
  return { signatures: [encode(draft.scheme, tag(hashOf(draft.scheme), content, draft))] };
};

export const secretAttacks = [
  everywhere(
    mismatch(
      "wrong-secret",
      "signed with another secret",
      held(() => ({ secrets: [stranger(1)] })),
    ),
  ),
  accepted(
    "rotation",
    "the second of two secrets fits",
    held(({ secrets: [secret] }) => ({
      secrets: [stranger(1), secret],
      secretIndex: 1,
    })),
  ),
  mismatch(
    "empty-key",
    "signed with an empty key",
    keyless((hash, content) => createHmac(hash, "").update(content).digest()),
  ),
];

/** Rarer cases, for the first scheme with its part of the grammar. */
export const deepSecretAttacks = [
  mismatch(
    "wrong-secret",
    "signed with a third secret while two are held",
    held(() => ({ secrets: [stranger(1), stranger(2)] })),
  ),
  mismatch(
    "unkeyed-hash",
    "plain hash of the content, no key",
    keyless((hash, content) => createHash(hash).update(content).digest()),
  ),
  mismatch(
    "unkeyed-hash",
    "plain hash of secret and content instead of a MAC",
    keyless((hash, content, { secrets: [secret] }) =>
      createHash(hash).update(JSON.stringify(secret)).update(content).digest(),
    ),
  ),
  mismatch(
    "wrong-secret",
    "secret in upper case",
    held(({ secrets: [secret] }) => {
      const upper = secret.toUpperCase();
      return upper === secret ? undefined : { secrets: [upper] };
    }),
    isText,
  ),
  mismatch(
    "secret-verbatim",
    "secret held with a trailing newline: it is not trimmed",
    held(({ secrets: [secret] }) => ({ secrets: [`${secret}\n`] })),
    isText,
  ),
  mismatch(
    "secret-verbatim",
    "secret held with a leading blank: it is not trimmed",
    held(({ secrets: [secret] }) => ({ secrets: [` ${secret}`] })),
    isText,
  ),
  accepted(
    "secret-decoded",
    "encoded secret without its padding",
    rewritten((secret) => secret.replace(/=+$/, "")),
    isBase64,
  ),
  accepted(
    "secret-decoded",
    "encoded secret with bits that stand for nothing in its last digit",
    rewritten((secret) => secret.replace(/.(?==+$)/, (digit) => String.fromCharCode(digit.charCodeAt(0) + 1))),
    isBase64,
  ),
  accepted(
    "secret-decoded",
    "encoded secret between a space and a line break",
    rewritten((secret) => ` ${secret}\r\n`),
    isEncoded,
  ),
  accepted("secret-verbatim", "secret that ends in a newline on both sides", text("ends in a newline\n"), isText),
  accepted("secret-verbatim", "secret of characters outside ASCII, used as UTF-8", text("schlüssel-🔑"), isText),
  accepted(
    "secret-verbatim",
    "secret of 200 bytes, longer than one block of the hash",
    text("0123456789".repeat(20)),
    isText,
  ),
  accepted("secret-verbatim", "secret of one byte", text("k"), isText),
  accepted("key-bytes", "key given as bytes, zero and 0xff among them", () => ({ secrets: [{ hex: "00ff10e28098" }] })),
  accepted("rotation", "the same secret twice: the first is the one that matched", ({ secrets: [secret] }) => ({
    secrets: [secret, secret],
  })),
  accepted(
    "rotation",
    "the last of sixteen secrets fits",
    held(({ secrets: [secret] }) => ({
      secrets: [...Array.from({ length: 15 }, (_, number) => stranger(number)), secret],
      secretIndex: 15,
    })),
  ),
];
