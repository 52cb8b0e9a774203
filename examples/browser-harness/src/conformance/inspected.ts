// Inspected: a vector as the inspect tab takes it, so that the verdict there is the vector's.

import { providers, Webhook, type ProviderName } from "countersign";
import type { OtherSecret } from "countersign/explain";
import type { Delivery } from "../state.ts";
import type { RawVector } from "./messages.ts";

/** What the inspect tab is filled with. */
export interface Inspected {
  readonly schemeName: ProviderName | "custom";
  /** The text form of the scheme, where it is not a provider's as it is. */
  readonly schemeText: string | null;
  readonly secret: string;
  readonly otherSecrets: readonly OtherSecret[];
  readonly now: number;
  /** In seconds; null for the scheme's own. */
  readonly tolerance: number | null;
  readonly delivery: Delivery;
}

/** What the inspect tab is filled with for this vector. */
export function inspectedOf(vector: RawVector): Inspected {
  const { secrets, headers, now, tolerance_seconds: seconds } = vector;
  // The one that fits comes first: the tab verifies by one, and keeps the others for the explainer.
  const fitting = secrets[vector.delivery?.secret_index ?? 0]!;
  const rest = secrets.filter((each) => each !== fitting).flatMap((each) => (typeof each === "string" ? [each] : []));
  return {
    ...schemeOf(vector.scheme, typeof fitting !== "string"),
    secret: typeof fitting === "string" ? fitting : fitting.hex,
    otherSecrets: [...rest.map(previous), ...(vector.others ?? [])],
    now,
    tolerance: seconds === undefined ? null : seconds === "off" ? Infinity : seconds,
    delivery: { method: "POST", url: "https://example.com/webhooks", headers, body: bodyOf(vector) },
  };
}

const previous = (secret: string, at: number): OtherSecret => ({ kind: "previous", label: `secret ${at + 2}`, secret });

function schemeOf(scheme: string, isKey: boolean): Pick<Inspected, "schemeName" | "schemeText"> {
  if (!isKey && Object.hasOwn(providers, scheme)) return { schemeName: scheme as ProviderName, schemeText: null };
  return { schemeName: "custom", schemeText: isKey ? withHexKey(textOf(scheme)) : scheme };
}

function textOf(scheme: string): string {
  return scheme.includes("\n") ? scheme : new Webhook(scheme as ProviderName, new Uint8Array(32)).scheme.text;
}

// The field for the secret holds text, so the bytes of a key are written as hex there.
function withHexKey(text: string): string {
  const lines = text.trimEnd().split("\n");
  const at = lines.findIndex((line) => line.startsWith("key: "));
  return lines.toSpliced(at < 0 ? 2 : at, at < 0 ? 0 : 1, "key: hex").join("\n");
}

function bodyOf({ body_hex: hex = "", body_repeat: repeat }: RawVector): Uint8Array {
  if (repeat === undefined) return fromHex(hex);
  const piece = fromHex(repeat.hex);
  return new Uint8Array(piece.length * repeat.times).map((_, at) => piece[at % piece.length]!);
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
