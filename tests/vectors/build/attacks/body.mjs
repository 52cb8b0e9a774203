// Attacks on the body: the signature is genuine, the bytes are not the ones it was made for.

import { accepted, everywhere, flipped, refused } from "./row.mjs";

const mismatch = (flag, comment, make, when) => refused("SIGNATURE_MISMATCH", flag, comment, make, when);

/** Sends `sent(body)` with the signature of the body. */
const resent = (sent) => (draft, signature) => {
  const bytes = sent(draft.body);
  return bytes && !bytes.equals(draft.body) ? { signatures: [signature], sent: bytes } : undefined;
};

const restringified = (body) => {
  try {
    return Buffer.from(JSON.stringify(JSON.parse(body)));
  } catch {
    return undefined;
  }
};

export const bodyAttacks = [
  everywhere(
    mismatch(
      "body-changed",
      "first byte of the body changed",
      resent((body) => flipped(body, 0)),
    ),
  ),
  mismatch(
    "body-changed",
    "last byte of the body changed",
    resent((body) => flipped(body, body.length - 1)),
  ),
  mismatch("body-restringified", "body parsed and written again by JSON.stringify", resent(restringified)),
  mismatch(
    "body-resized",
    "last byte of the body cut off",
    resent((body) => body.subarray(0, -1)),
  ),
  mismatch(
    "body-resized",
    "newline added after the body",
    resent((body) => Buffer.concat([body, Buffer.from("\n")])),
  ),
  mismatch(
    "body-resized",
    "body left out",
    resent(() => Buffer.alloc(0)),
  ),
];

/** Rarer changes, for the first scheme with its part of the grammar. */
export const deepBodyAttacks = [
  mismatch(
    "body-changed",
    "one byte in the middle of the body changed",
    resent((body) => flipped(body, body.length >> 1)),
  ),
  mismatch(
    "body-resized",
    "first byte of the body cut off",
    resent((body) => body.subarray(1)),
  ),
  mismatch(
    "body-resized",
    "blank added before the body",
    resent((body) => Buffer.concat([Buffer.from(" "), body])),
  ),
  mismatch(
    "body-resized",
    "byte order mark added before the body",
    resent((body) => Buffer.concat([Buffer.from("\ufeff"), body])),
  ),
  mismatch(
    "body-resized",
    "NUL added after the body",
    resent((body) => Buffer.concat([body, Buffer.alloc(1)])),
  ),
  mismatch(
    "body-resized",
    "body sent twice over",
    resent((body) => Buffer.concat([body, body])),
  ),
  mismatch(
    "body-changed",
    "two neighbouring bytes of the body swapped",
    resent((body) => {
      const copy = Buffer.from(body);
      [copy[0], copy[1]] = [copy[1], copy[0]];
      return copy;
    }),
  ),
  mismatch(
    "body-changed",
    "every byte of the body kept except the top bit of one",
    resent((body) => flipped(body, 1, 0x80)),
  ),
  mismatch("invalid-utf8", "invalid UTF-8 byte replaced by another invalid one", () => ({
    body: Buffer.from("22ff22", "hex"),
    sent: Buffer.from("22fe22", "hex"),
  })),
  mismatch("invalid-utf8", "invalid UTF-8 byte replaced by the replacement character", () => ({
    body: Buffer.from("22ff22", "hex"),
    sent: Buffer.from("22efbfbd22", "hex"),
  })),
  accepted(
    "invalid-utf8",
    "invalid UTF-8 kept byte for byte",
    () => ({
      body: Buffer.from("22ff22", "hex"),
    }),
    (scheme) => scheme.timestamp?.from !== "body",
  ),
];
