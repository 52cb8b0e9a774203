// What a body tells: a value behind keys, a text of it, a time.
//
// By the rules of JSON.parse, except that a number is kept as it was written: it counts as its JSON text.

/** Longest text that counts as a type or an id. */
const SCALAR_BYTES_MAX = 1024;

const token = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** What stands before a number while the body is parsed; no body of the corpus begins a string with it. */
const NUMBER = "\u0000 number: ";

class Numeral {
  constructor(text) {
    this.text = text;
  }
}

/** `undefined` unless the body is one JSON object in UTF-8; a byte order mark is not JSON. */
export function objectOf(body) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.from(body));
    JSON.parse(text);
    const marked = text.replace(token, (found) => (found[0] === '"' ? found : JSON.stringify(NUMBER + found)));
    const value = JSON.parse(marked, (_, inner) =>
      typeof inner === "string" && inner.startsWith(NUMBER) ? new Numeral(inner.slice(NUMBER.length)) : inner,
    );
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Numeral);

/** The value that these keys lead to. A path goes through objects, and through nothing else. */
function behind([key, ...rest], object) {
  if (!isObject(object)) return undefined;
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return rest.length > 0 ? behind(rest, value) : value;
}

/** The type or the id behind these keys of an object, if what stands there counts as one. */
export function scalarBehind(keys, object) {
  const value = behind(keys, object);
  return scalar(value instanceof Numeral ? value.text : value);
}

/** A text that counts as a type or an id: some characters, none of them half a pair, and not too many. */
export function scalar(text) {
  const isText = typeof text === "string" && text !== "" && text.isWellFormed();
  return isText && Buffer.byteLength(text) <= SCALAR_BYTES_MAX ? text : undefined;
}

/** The time that a body tells, in milliseconds; not a number where it tells none. */
export function timeIn({ keys, unit }, body) {
  const value = behind(keys, objectOf(body));
  return timeMs(unit, value instanceof Numeral ? value.text : value);
}

/** The time that a text says, in milliseconds. */
export function timeMs(unit, text) {
  if (typeof text !== "string") return NaN;
  switch (unit) {
    case "s":
      return Number(text) * 1000;
    case "ms":
      return Number(text);
    default:
      return Date.parse(text);
  }
}

/** A time in the unit in which a scheme writes it. */
export function timeText(unit, ms) {
  switch (unit) {
    case "s":
      return String(Math.floor(ms / 1000));
    case "ms":
      return String(ms);
    case "rfc3339":
      return new Date(ms).toISOString();
    default:
      return undefined;
  }
}
