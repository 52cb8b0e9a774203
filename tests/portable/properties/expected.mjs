// What the answer must be, worked out once more here: of a time as its grammar has it, of any body, headers and secret.
import { bytesOf } from "./kit.mjs";

const SECRETS_MAX = 16;
const SECRET_BYTES_MAX = 4096;

/** Whether a text is a time of this unit, in the spelling that senders write: `0|[1-9][0-9]*`, or as toISOString. */
export function isTime(text, unit) {
  if (unit !== "rfc3339") return /^(0|[1-9]\d{0,14})$/.test(text);
  // There and back: engines differ in what they take for a date, such as 31 February or the hour 24.
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString() === text;
}

/** Whether a value has bytes to hash. */
export const isRaw = (body) => typeof body === "string" || ArrayBuffer.isView(body) || body instanceof ArrayBuffer;

/** The verdict on `body`, when the headers sign `signedBody`. */
export function verdictOnBody(body, signedBody) {
  if (!isRaw(body)) return "BODY_NOT_RAW";
  return `${plainBytes(body)}` === `${plainBytes(signedBody)}` ? "verified" : "SIGNATURE_MISMATCH";
}

function plainBytes(body) {
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  return body instanceof ArrayBuffer ? new Uint8Array(body) : bytesOf(body);
}

/** The verdict on any value as headers, among which none is of a name that the scheme reads. */
export function verdictOnHeaders(headers) {
  if (typeof headers !== "object" || headers === null) return "HEADERS_INVALID";
  const isCollection =
    typeof headers[Symbol.iterator] === "function"
      ? Array.from(headers).every((pair) => Array.isArray(pair) && pair.length === 2 && typeof pair[0] === "string")
      : [null, Object.prototype].includes(Object.getPrototypeOf(headers));
  return isCollection ? "HEADER_MISSING" : "HEADERS_INVALID";
}

/**
 * The verdict on any value as that of one header, all others missing; undefined when a text stands there. `null` and
 * `undefined` are absent, in a list, too.
 */
export function verdictOnValue(value, isSignature) {
  const list = (Array.isArray(value) ? Array.from(value) : [value]).filter(
    (part) => part !== undefined && part !== null,
  );
  if (!list.every((part) => typeof part === "string")) return "HEADERS_INVALID";
  return list.length > 0 && isSignature ? undefined : "HEADER_MISSING";
}

/** The code of misuse for any value as the scheme: only what is an object may have been meant as a definition. */
export const codeOfScheme = (scheme) =>
  typeof scheme === "object" && scheme !== null ? "SCHEME_INVALID" : "PROVIDER_UNKNOWN";

/** The code of misuse for any value as the secrets of a scheme, or undefined when they are fine. */
export function codeOfSecrets(secrets, { key = {} }) {
  const list = Array.isArray(secrets) ? Array.from(secrets) : [secrets];
  if (list.length === 0) return "SECRET_EMPTY";
  if (list.length > SECRETS_MAX) return "SECRET_INVALID";
  // What is neither text nor bytes is refused before any text is read by the scheme's rule.
  return list.map(codeOfType).find(Boolean) ?? list.map((secret) => codeOfKey(secret, key)).find(Boolean);
}

function codeOfType(secret) {
  if (secret === undefined || secret === null || secret === "") return "SECRET_EMPTY";
  if (typeof secret === "string") return secret.isWellFormed() ? undefined : "SECRET_INVALID";
  if (!(secret instanceof Uint8Array)) return "SECRET_INVALID";
  return secret.length === 0 ? "SECRET_EMPTY" : undefined;
}

/** White space of any alphabet, characters that nobody sees, and zeros. */
const UNSEEN =
  /^[\0\t\n\r \u0085\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufeff]*$/u;
const AROUND = /^[\t\n\f\r ]+|[\t\n\f\r ]+$/g;

function codeOfKey(secret, { encoding = "utf8", stripPrefixes = [], neverPrefixes = [] }) {
  if (bytesOf(secret).length > SECRET_BYTES_MAX) return "SECRET_INVALID";
  if (typeof secret !== "string") return codeOfBytes(secret);
  const clean = secret.replaceAll(AROUND, "");
  const bare = /^(["'])([^]*)\1$/.exec(clean)?.[2] ?? clean;
  if (neverPrefixes.some((prefix) => bare.startsWith(prefix))) return "SECRET_INVALID";
  if (isUnset(bare)) return "SECRET_INVALID";
  if (bare === "whsec_") return "SECRET_EMPTY";
  const text = encoding === "utf8" ? secret : clean;
  const key = KEYS[encoding](text.slice(stripPrefixes.find((prefix) => text.startsWith(prefix))?.length ?? 0));
  return key === undefined ? "SECRET_INVALID" : codeOfBytes(key);
}

function isUnset(text) {
  const word = text.split("_").at(-1);
  return /^(undefined|null|nan|none|nil|<nil>)$/i.test(word) || STAND_IN.test(text) || STAND_IN.test(word);
}

/** An object, a variable that nothing filled in, a function. */
const STAND_IN = /^(\[object [^]*\]|\$\{[^]*\}|\(\) =>[^]*|async \(\) =>[^]*|function [^]*\})$/;

function codeOfBytes(key) {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(key));
  return UNSEEN.test(text) ? "SECRET_EMPTY" : undefined;
}

/** The key that a text stands for, or undefined. */
const KEYS = {
  utf8: bytesOf,
  hex: (text) =>
    /^([0-9a-f]{2})*$/i.test(text) ? (text.match(/../g) ?? []).map((digits) => Number.parseInt(digits, 16)) : undefined,
  base64(text) {
    const bare = text.replace(/={1,2}$/, "");
    const isRead = /^[A-Za-z0-9+/]*$/.test(bare) && bare.length % 4 !== 1;
    return isRead ? Array.from(atob(bare), (letter) => letter.charCodeAt(0)) : undefined;
  },
};
