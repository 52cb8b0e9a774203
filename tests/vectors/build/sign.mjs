// Signs with node:crypto, which shares no code with the core that the corpus judges.

import { createHash, createHmac } from "node:crypto";

/** The hash that a scheme's HMAC is made with, as node:crypto names it. */
export function hashOf({ algorithm }) {
  return algorithm.replace(/^hmac-/, "");
}

/** The bytes that a secret stands for under a scheme's key rule; `{ hex }` is the key itself. */
export function keyOf(scheme, secret) {
  if (typeof secret === "object") return Buffer.from(secret.hex, "hex");
  const { encoding, prefixes } = scheme.key;
  const text = encoding === "utf8" ? secret : secret.trim();
  const prefix = prefixes.find((candidate) => text.startsWith(candidate)) ?? "";
  return Buffer.from(text.slice(prefix.length), encoding);
}

/** The content of a draft, `{ time, values, body }`, as one buffer. */
export function contentOf(scheme, { time, values, body }) {
  const bytes = {
    literal: ({ text }) => Buffer.from(text),
    timestamp: () => Buffer.from(time),
    header: ({ name }) => Buffer.from(values[name]),
    body: () => body,
  };
  return Buffer.concat(scheme.content.map((piece) => bytes[piece.part](piece)));
}

/** The tag of a draft under one secret. */
export function tagOf(scheme, secret, draft) {
  return createHmac(hashOf(scheme), keyOf(scheme, secret)).update(contentOf(scheme, draft)).digest();
}

/** A tag as the scheme writes it. */
export function encode(scheme, tag) {
  switch (scheme.encoding) {
    case "hex":
      return tag.toString("hex");
    case "hex-any-case":
      return tag.toString("hex").toUpperCase();
    case "base64":
      return tag.toString("base64");
    case "base64url":
      return tag.toString("base64url");
    default:
      throw new Error(`unknown encoding ${scheme.encoding}`);
  }
}

/** The signature text of a draft. */
export function signatureOf(scheme, secret, draft) {
  return encode(scheme, tagOf(scheme, secret, draft));
}

export function sha256Hex(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}
