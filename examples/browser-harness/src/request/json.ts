// JSON: what stands in a parsed value, asked without trust in its shape.

import { ReadProblem } from "./reading.ts";

export type Json = { readonly [key: string]: unknown };

export function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text under the first of `names` that has some. */
export function textAt(value: unknown, ...names: string[]): string | undefined {
  if (!isRecord(value)) return undefined;
  for (const name of names) {
    const text = value[name];
    if (typeof text === "string") return text;
  }
  return undefined;
}

/**
 * Headers as an object, as pairs, as a flat list of names and values, or as records of name and value.
 *
 * @throws {@link ReadProblem} for a value that is no text
 */
export function pairsOf(headers: unknown): (readonly [string, string])[] {
  if (isRecord(headers)) return Object.entries(headers).flatMap(([name, value]) => spread(name, value));
  if (!Array.isArray(headers)) return [];
  if (headers.every((each) => typeof each === "string")) return pairsOfFlat(headers);
  return headers.flatMap((each) => {
    if (Array.isArray(each)) return spread(String(each[0]), each[1]);
    const name = textAt(each, "name", "key", "Name", "Key");
    if (name === undefined) throw new ReadProblem("The list of headers holds something without a name.");
    return spread(name, (each as Json)["value"] ?? (each as Json)["Value"]);
  });
}

// Node's rawHeaders.
function pairsOfFlat(list: readonly string[]): (readonly [string, string])[] {
  if (list.length % 2 === 1) throw new ReadProblem("The list of headers has a name without a value.");
  return list.flatMap((name, at) => (at % 2 === 0 ? [[name, list[at + 1] as string] as const] : []));
}

function spread(name: string, value: unknown): (readonly [string, string])[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((each) => {
    if (each === null || each === undefined) return [];
    if (typeof each === "object") throw new ReadProblem(`The value of the header ${name} is no text.`);
    return [[name, String(each)] as const];
  });
}
