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

function codeOfKey(secret, { encoding = "utf8", stripPrefixes: prefixes = [] }) {
  if (typeof secret === "string" && /^[\t\n\f\r ]*$/.test(secret)) return "SECRET_EMPTY";
  if (bytesOf(secret).length > SECRET_BYTES_MAX) return "SECRET_INVALID";
  if (typeof secret !== "string") return undefined;
  const bare = secret.slice(prefixes.find((prefix) => secret.startsWith(prefix))?.length ?? 0);
  if (!KEY_TEXTS[encoding](bare)) return "SECRET_INVALID";
  return bare === "" ? "SECRET_EMPTY" : undefined;
}

/** Whether a text is a key in an encoding. */
const KEY_TEXTS = {
  utf8: () => true,
  hex: (text) => /^([0-9a-f]{2})*$/i.test(text),
  base64: isBase64,
};

/** With its padding or without any, and no bit behind the last byte. */
function isBase64(text) {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return false;
  try {
    const canonical = btoa(atob(text));
    return text === canonical || text === canonical.replaceAll("=", "");
  } catch {
    return false;
  }
}
