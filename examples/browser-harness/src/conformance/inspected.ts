// Inspected: a vector as the inspect tab takes it, so that the verdict there is the vector's.

import { type ProviderName, providers, type SchemeSpec, type ToleranceSpec } from "countersign";
import type { OtherSecret } from "countersign/explain";
import { toleranceOf } from "../limits.ts";
import type { Delivery } from "../state.ts";
import type { FileScheme, RawVector } from "./messages.ts";

/** What the inspect tab is filled with. */
export interface Inspected {
  readonly scheme: ProviderName | SchemeSpec;
  readonly secret: string;
  readonly otherSecrets: readonly OtherSecret[];
  readonly now: number;
  /** In seconds; null for the scheme's own. */
  readonly tolerance: ToleranceSpec | null;
  /** In seconds; null for any age. */
  readonly maxEventAge: number | null;
  readonly delivery: Delivery;
}

/** What the inspect tab is filled with for this vector. */
export function inspectedOf(vector: RawVector): Inspected {
  const { secrets, headers, now, tolerance_seconds: seconds, max_event_age_seconds: maxEventAge = null } = vector;
  // The one that matches comes first: the tab verifies by one, and keeps the others for the explainer.
  const matching = secrets[vector.delivery?.secret_index ?? 0]!;
  const rest = secrets.filter((each) => each !== matching).flatMap((each) => (typeof each === "string" ? [each] : []));
  return {
    scheme: typeof matching === "string" ? vector.scheme : withHexKey(vector.scheme),
    secret: typeof matching === "string" ? matching : matching.hex,
    otherSecrets: [...rest.map(previous), ...(vector.others ?? [])],
    now,
    tolerance: seconds === undefined ? null : toleranceOf(seconds),
    maxEventAge,
    delivery: { method: "POST", url: "https://example.com/webhooks", headers, body: bodyOf(vector) },
  };
}

const previous = (secret: string, at: number): OtherSecret => ({ kind: "previous", label: `secret ${at + 2}`, secret });

// The field for the secret holds text, so the bytes of a key are written as hex there.
function withHexKey(scheme: FileScheme): SchemeSpec {
  const spec = typeof scheme === "string" ? providers[scheme].scheme : scheme;
  return { ...spec, key: { encoding: "hex" } };
}

function bodyOf({ body_hex: hex = "", body_repeat: repeat }: RawVector): Uint8Array {
  if (repeat === undefined) return fromHex(hex);
  const piece = fromHex(repeat.hex);
  return new Uint8Array(piece.length * repeat.times).map((_, at) => piece[at % piece.length]!);
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
