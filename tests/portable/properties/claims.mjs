// Where a delivery's headers carry what proves it: the tag of its signature, its time and its id.
import { fromHex } from "../vectors.mjs";

/** The header of a scheme's signature; of several names the first, which is the one that is sent. */
export const signatureOf = ({ signature }) => [signature.header].flat()[0];

/** The headers, the tag of their signature changed. */
export function withTag(headers, scheme, change) {
  const [form, decode, encode] = ENCODINGS[scheme.signature.encoding ?? "hex"];
  const name = signatureOf(scheme);
  return headers.map(([each, value]) => [
    each,
    each === name ? value.replace(form, (tag) => encode(change(decode(tag)))) : value,
  ]);
}

const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const toBase64 = (bytes) => btoa(String.fromCharCode(...bytes));
const fromUrl = (text) => fromBase64(text.replaceAll("-", "+").replaceAll("_", "/"));
const toUrl = (bytes) => toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** The end of a header's value that is the tag, and both ways between text and bytes. */
const ENCODINGS = {
  hex: [/[0-9a-f]+$/, fromHex, toHex],
  "hex-any-case": [/[0-9A-F]+$/, fromHex, (bytes) => toHex(bytes).toUpperCase()],
  base64: [/[A-Za-z0-9+/]+=*$/, fromBase64, toBase64],
  base64url: [/[A-Za-z0-9_-]+$/, fromUrl, toUrl],
};

/** Whether what a scheme signs has a time or an id in it. */
export const hasClaims = ({ content = "" }) => /\{(timestamp|header:)/.test(content);

/** Where the headers carry a time or an id that is signed: in a header of its own, or in front of the signature. */
export function claimsIn(headers, scheme) {
  const { timestamp, require = {} } = scheme;
  return headers.flatMap(([name, value], index) => {
    if (Object.hasOwn(require, name)) return [];
    if (name !== signatureOf(scheme)) {
      return [{ index, start: 0, text: value, unit: timestamp?.from?.header === name ? timestamp.unit : undefined }];
    }
    const time = /^(?:t=)?([^,;= ]+)[,;] ?(?:v1=)?[^,;]+$/.exec(value);
    if (!time || timestamp?.from !== "field") return [];
    return [{ index, start: value.indexOf(time[1]), text: time[1], unit: timestamp.unit }];
  });
}
