// Scheme wire: a clean scheme as it crosses into the core. Private to the two: fields end in a zero byte and stand in
// the order in which src/scheme/wire.rs reads them. The core's abi_version() changes with it.

import { algorithms, encodings, keyEncodings, units } from "../generated/scheme-names.ts";
import type { FieldSpec, FormatSpec, SchemeSpec, ToleranceSpec } from "./spec.ts";
import { own, ownDeep } from "../refusal/culprit.ts";
import { eachWay } from "./tolerance.ts";

type Atom = string | number;

const known = new WeakMap<SchemeSpec, string>();

/** Takes a scheme apart, once for each: schemes are frozen, and tenants open many Webhooks of one. */
export function wireOf(scheme: SchemeSpec): string {
  const wire = known.get(scheme) ?? takenApart(scheme);
  known.set(scheme, wire);
  return wire;
}

function takenApart(scheme: SchemeSpec): string {
  // A field that is left out stays left out, whatever a polluted prototype adds.
  const spec = ownDeep(scheme);
  const {
    key = own<NonNullable<SchemeSpec["key"]>>({}),
    signature,
    content = "{body}",
    timestamp,
    require = {},
    eventTime,
  } = spec;
  const headers = signature.headers ?? [signature.header ?? []].flat();
  const atoms: Atom[] = [
    spec.name,
    algorithms.indexOf(spec.algorithm),
    keyEncodings.indexOf(key.encoding ?? "utf8"),
    ...list(key.stripPrefixes ?? []),
    ...list(key.neverPrefixes ?? []),
    signature.headers === undefined ? 0 : 1,
    ...list(headers),
    ...format(signature.format ?? "value"),
    encodings.indexOf(signature.encoding ?? "hex"),
    content,
    ...(timestamp === undefined
      ? [0]
      : [
          ...(timestamp.from === "field" ? [1] : place(timestamp.from)),
          units.indexOf(timestamp.unit),
          ...limits(timestamp.toleranceSeconds),
        ]),
    Object.keys(require).length,
    ...Object.entries(require).flat(),
    ...place(spec.type),
    ...place(spec.id),
    ...(eventTime === undefined ? [0] : [1, eventTime.body, units.indexOf(eventTime.unit)]),
    ...list(spec.hints ?? []),
  ];
  return atoms.map((atom) => `${atom}\0`).join("");
}

const list = (texts: readonly string[]): Atom[] => [texts.length, ...texts];

function format(spec: FormatSpec): Atom[] {
  if (spec === "value") return [0, ""];
  switch (spec.kind) {
    case "value":
      return [0, spec.prefix ?? ""];
    case "pairs": {
      const { separator, signatureKey, timestampKey, spaces } = spec;
      const time = timestampKey === undefined ? [] : [timestampKey];
      return [1, separator === "," ? 0 : 1, signatureKey, ...list(time), spaces === true ? 1 : 0];
    }
    case "tokens":
      return [2, spec.tag];
    case "positional":
      return [3];
  }
}

function place(spec: FieldSpec | undefined): Atom[] {
  if (spec === undefined) return [0];
  return "header" in spec ? [2, spec.header] : [3, spec.body];
}

function limits(tolerance: ToleranceSpec | undefined): Atom[] {
  const { past, future } = eachWay(tolerance);
  return [past, future].flatMap((seconds) => (seconds === undefined ? [0] : [1, seconds]));
}
