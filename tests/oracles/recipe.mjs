// The model of a scheme in its shortest form, for schemes made at random: a sender that writes headers, and a receiver
// that takes them apart with regular expressions. Only the MAC is missing; the oracles bring it.
import { millisecondsOf, spelled } from "./times.mjs";

const VISIBLE = /^[!-~ ]+$/;
/** A header of one thing: visible, and without the comma that joins two. */
const PLAIN = /^[!-+\--~]+$/;

const value = (prefix) => ({
  spec: prefix === "" ? "value" : { kind: "value", prefix },
  write: (_, signature) => `${prefix}${signature}`,
  read: (text) =>
    text.startsWith(prefix) && !text.includes(",") ? { signatures: [text.slice(prefix.length)] } : undefined,
});

const pairs = (separator, space = "") => ({
  spec: { kind: "pairs", separator, signatureKey: "s", timestampKey: "t", ...(space && { spaces: true }) },
  hasTime: true,
  write: (time, signature) => [`t=${time}`, `s=${signature}`].join(separator + space),
  read(text) {
    // A repeated header is joined by a comma, and would bring a second time.
    if (separator !== "," && text.includes(",")) return undefined;
    const items = text.split(separator).map((item, at) => (space && at > 0 ? item.trimStart() : item));
    const [times, signatures] = ["t=", "s="].map((key) =>
      items.filter((item) => item.startsWith(key)).map((item) => item.slice(2)),
    );
    const repeated = text.split(/[,;]/).filter((item) => item.trimStart().startsWith("t=")).length > 1;
    const isClean = items.every((item) => /^[^= ]+=[^ ]*$/.test(item));
    return isClean && !repeated && times.length === 1 ? { time: times[0], signatures } : undefined;
  },
});

const tokens = {
  spec: { kind: "tokens", tag: "v1" },
  write: (_, signature) => `v1,${signature}`,
  read(text) {
    const items = text.split(" ");
    if (text.includes(", ") || !items.every((item) => item.includes(","))) return undefined;
    return { signatures: items.filter((item) => item.startsWith("v1,")).map((item) => item.slice(3)) };
  },
};

const positional = {
  spec: { kind: "positional" },
  hasTime: true,
  write: (time, signature) => `${time},${signature}`,
  read(text) {
    const [time, ...signatures] = text.split(",");
    return signatures.every((item) => /^[^ ]+$/.test(item)) ? { time, signatures } : undefined;
  },
};

/** Every grammar, by what to call it. */
export const formats = {
  value: value(""),
  "value after sha=": value("sha="),
  "value after a word": value("Mac "),
  "pairs by comma": pairs(","),
  "pairs by semicolon": pairs(";"),
  "pairs by comma and space": pairs(",", " "),
  tokens,
  positional,
};

/** Fixed text and, in letters, the pieces: time, id, body. The last two are not the same read forward and back. */
export const contents = ["T.B", "v0:T:B", "B.T", "BT", "TB", "I.T.B", "B{{I}}T", "T\n\\B"];

/** The scheme, as the object that defineScheme takes. */
export function specOf({ algorithm, keyEncoding, format, encoding, content, unit }) {
  const placeholders = { T: "{timestamp}", B: "{body}", I: "{header:X-Id}" };
  const from = formats[format].hasTime ? "field" : { header: "X-Time" };
  return {
    name: "random",
    algorithm,
    key: { encoding: keyEncoding },
    signature: { header: "X-Signature", format: formats[format].spec, encoding },
    content: content.replace(/[TBI]/g, (piece) => placeholders[piece]),
    timestamp: { from, unit, toleranceSeconds: 300 },
  };
}

/** The bytes that are signed. */
export function contentOf({ content }, { time, id, raw }) {
  const pieces = { T: time, I: id, B: raw, "{{": "{", "}}": "}" };
  const parts = content.match(/\{\{|\}\}|./gs).map((piece) => Buffer.from(pieces[piece] ?? piece));
  return Buffer.concat(parts);
}

/** The time as this sender writes it. */
export const timeOf = ({ unit }, { milliseconds, spelling }) => spelled(unit, milliseconds, spelling);

/** The headers of a delivery. */
export function write({ format, content }, { time, id }, signature) {
  const headers = { "x-signature": formats[format].write(time, signature) };
  if (!formats[format].hasTime) headers["x-time"] = time;
  if (content.includes("I")) headers["x-id"] = id;
  return headers;
}

/** What a delivery says of itself; `undefined` for one that is not written as its scheme writes, or not fresh. */
export function read(scheme, headers, now) {
  const { "x-signature": signature, "x-time": time, "x-id": id } = single(headers);
  const isSigned = typeof signature === "string" && signature.length <= 4096 && VISIBLE.test(signature);
  const claim = isSigned ? formats[scheme.format].read(signature) : undefined;
  if (!claim || claim.signatures.length > 16) return undefined;
  // What does not decode is skipped, and takes a place all the same.
  const signatures = claim.signatures.filter((text) => isCanonical(scheme, text));
  if (signatures.length === 0) return undefined;
  const whole = { time, id, ...claim, signatures };
  if (!isFresh(scheme.unit, whole.time, now)) return undefined;
  return scheme.content.includes("I") && !isId(scheme, id) ? undefined : whole;
}

// A list of one is one value; a longer one is a repeated header.
function single(headers) {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]));
}

function isCanonical({ encoding, algorithm }, text) {
  const form = encoding.startsWith("hex") ? "hex" : encoding;
  const bytes = Buffer.from(text, form);
  const again = bytes.toString(form);
  return bytes.length === LENGTHS[algorithm] && again === (encoding === "hex-any-case" ? text.toLowerCase() : text);
}

const LENGTHS = { "hmac-sha1": 20, "hmac-sha256": 32, "hmac-sha384": 48, "hmac-sha512": 64 };

// Fixed text behind an id that stands in it, too, would let the two be cut apart elsewhere.
function isId({ content }, id) {
  const behind = content.startsWith("I") ? "." : "}";
  return id !== undefined && id.length <= 4096 && PLAIN.test(id) && !id.includes(behind);
}

function isFresh(unit, text, now) {
  const time = text === undefined || text.length > 4096 ? undefined : millisecondsOf(unit, text);
  if (time === undefined) return false;
  return Math.abs((unit === "s" ? now - (now % 1000) : now) - time) <= 300_000;
}
