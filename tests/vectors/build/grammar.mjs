// A scheme → its grammar: what is left of it when the names are taken out.
//
// Two schemes of one grammar differ in the names of their headers, their labels and the texts between them, so an attack
// on one is an attack on the other. A theme of attacks depends on some parts of the grammar only.

import { digitsOfTime } from "./joints.mjs";

/** The parts of a grammar, each as a word. */
export function grammarOf(scheme) {
  const { algorithm, key, headers, several, encoding, content, timestamp, tolerance, require, hints } = scheme;
  const kinds = content.map(({ part }) => part);
  return {
    algorithm,
    key: key.prefixes.length > 0 ? `${key.encoding} behind a prefix` : key.encoding,
    headers: headersOf(headers.length, several),
    format: formatOf(scheme.format),
    kind: scheme.format.kind,
    encoding,
    content: kinds.join(" "),
    around: `${kinds[0] === "body" ? "nothing" : "something"} before, ${kinds.at(-1) === "body" ? "nothing" : "something"} behind`,
    signs: kinds.includes("header") ? "headers" : "no header",
    time: digitsOfTime(scheme) ? `${timestamp.from}, all digits` : (timestamp?.from ?? "nowhere"),
    bodyTime: timestamp?.from === "body" ? placeOf(timestamp) : "nowhere",
    unit: timestamp?.unit ?? "none",
    tolerance: tolerance ? tolerance.map((limit) => (limit < Infinity ? "limit" : "none")).join(" ") : "none",
    require: require.length > 0,
    hints: hints.length > 0,
    type: placeOf(scheme.type),
    id: placeOf(scheme.id),
    eventTime: placeOf(scheme.eventTime),
    eventUnit: scheme.eventTime?.unit ?? "none",
  };
}

/** The parts that decide a verdict, where the receiver asks for nothing more. */
export const VERDICT = "algorithm key headers format encoding content time unit tolerance require".split(" ");
/** Those that decide what a delivery says, beside them. */
const FACTS = "hints type id eventTime eventUnit".split(" ");

/** The parts that a theme names, as one word; without a theme's own, all that decide a verdict. */
export function partOf(grammar, names = VERDICT) {
  return names.map((name) => `${name}: ${grammar[name]}`).join(", ");
}

/** The whole grammar as one word. */
export function wholeOf(scheme) {
  return partOf(grammarOf(scheme), [...VERDICT, ...FACTS]);
}

/** Two headers that carry a signature each, or more; one header, which may have other names. */
function headersOf(count, several) {
  if (several) return count > 2 ? "many" : "several";
  return count > 1 ? "aliases" : "one";
}

function formatOf({ kind, prefix, separator, time, spaces }) {
  switch (kind) {
    case "value":
      return `value behind ${prefixKind(prefix)}`;
    case "pairs":
      return `pairs ${separator}${time ? " timed" : ""}${spaces ? " spaces" : ""}`;
    default:
      return kind;
  }
}

/** A prefix that is a label, such as `sha256=`, may have another version beside it; any other text is only a prefix. */
export function prefixKind(prefix) {
  if (prefix === "") return "nothing";
  if (!/^[\w-]{1,16}=/.test(prefix)) return "a word";
  return prefix.indexOf("=") === prefix.length - 1 ? "a label" : "a label and more";
}

/** Where a fact stands: in a header, in the body, or inside objects of the body. */
function placeOf(place) {
  if (!place) return "nowhere";
  if (place.from !== "body") return place.from;
  return place.keys.length > 1 ? "path" : "body";
}
