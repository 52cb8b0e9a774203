// node:crypto and WebCrypto, on random schemes: every algorithm, encoding, grammar, unit of time and kind of key.
// Only the MAC is theirs; what stands around it is the model of recipe.mjs.
import { createHmac, webcrypto } from "node:crypto";
import { fc } from "../libraries.mjs";
import { contentOf, contents, formats, read, specOf, timeOf, write } from "../recipe.mjs";

const ALGORITHMS = ["hmac-sha1", "hmac-sha256", "hmac-sha384", "hmac-sha512"];
const HASHES = { sha1: "SHA-1", sha256: "SHA-256", sha384: "SHA-384", sha512: "SHA-512" };

const byNode = (hash, key, content) => createHmac(hash, key).update(content).digest();

async function byWeb(hash, key, content) {
  const hmac = { name: "HMAC", hash: HASHES[hash] };
  const imported = await webcrypto.subtle.importKey("raw", key, hmac, false, ["sign"]);
  return Buffer.from(await webcrypto.subtle.sign("HMAC", imported, content));
}

const schemes = fc.record({
  algorithm: fc.constantFrom(...ALGORITHMS),
  keyEncoding: fc.constantFrom("utf8", "base64", "hex"),
  format: fc.constantFrom(...Object.keys(formats)),
  encoding: fc.constantFrom("hex", "hex-any-case", "base64", "base64url"),
  content: fc.constantFrom(...contents),
  unit: fc.constantFrom("s", "s", "ms", "rfc3339"),
});

const oracle = (hmac) => {
  async function signatureOf({ algorithm, keyEncoding, encoding, ...scheme }, secret, parts) {
    const hash = algorithm.slice("hmac-".length);
    const tag = await hmac(
      hash,
      Buffer.from(keyEncoding === "utf8" ? secret : secret.trim(), keyEncoding),
      contentOf(scheme, parts),
    );
    return encoding === "hex-any-case" ? tag.toString("hex").toUpperCase() : tag.toString(encoding);
  }

  return {
    schemes,
    specOf,
    // A secret is bytes; its scheme says how they are written.
    secretOf: ({ keyEncoding }, bytes) => Buffer.from(bytes).toString(keyEncoding),
    secrets: fc.uint8Array({ minLength: 1, maxLength: 150 }),

    async sign({ scheme, secret, ...parts }) {
      const time = timeOf(scheme, parts);
      return write(scheme, { ...parts, time }, await signatureOf(scheme, secret, { ...parts, time }));
    },

    async verify({ scheme, secret, raw, headers, now }) {
      const claim = read(scheme, headers, now);
      if (claim === undefined) return false;
      const right = await signatureOf(scheme, secret, { ...claim, raw });
      const fold = (text) => (scheme.encoding === "hex-any-case" ? text.toUpperCase() : text);
      return claim.signatures.some((text) => fold(text) === right);
    },
  };
};

export const nodeCrypto = oracle(byNode);
export const webCrypto = oracle(byWeb);
