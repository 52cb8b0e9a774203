// Types of the samples: those of the payloads where a provider documents them.

import type { HeaderEvents, ProviderEvents, SampledEvents } from "../generated/events.ts";

/** Samples of every provider, by the type of the event; nothing of them can be set. */
export type Samples = { readonly [P in keyof SampledEvents]: SamplesOf<P> };

/** The samples of one provider. */
export type SamplesOf<P extends keyof SampledEvents> = {
  readonly [Type in SampledEvents[P]]: P extends keyof ProviderEvents
    ? Frozen<Of<ProviderEvents[P], Type>>
    : P extends keyof HeaderEvents
      ? Frozen<Of<HeaderEvents[P], Type>>
      : SamplePayload;
};

type Of<Events, Type> = Type extends keyof Events ? Events[Type] : never;

/** The payload of an event whose fields are not typed. */
export type SamplePayload = { readonly [field: string]: unknown };

/** A value of which nothing can be set, however deep. */
export type Frozen<Value> = Value extends string // also one that is marked, as in "a" | (string & {})
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]: Frozen<Value[Key]> }
    : Value;
