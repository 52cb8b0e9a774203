// Samples: the events that can be signed, and their payloads.

import { samples } from "countersign/samples";

type Samples = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const CUSTOM = {
  "example.created": { type: "example.created", id: "evt_7Qm2", data: { name: "Zoë", total: "12.50" } },
};

/** The events of a provider, by type; of a scheme of one's own, an example. */
export function samplesOf(schemeName: string): Readonly<Record<string, unknown>> {
  return (samples as unknown as Samples)[schemeName] ?? CUSTOM;
}
