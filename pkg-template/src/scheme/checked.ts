// Checked scheme: what a Webhook is built with. A file of its own, so that a provider that is imported alone brings
// nothing else along.

import type { SchemeSpec } from "./spec.ts";

/**
 * A checked scheme: the fields that were given to {@link defineScheme}, frozen. As JSON it is those fields again.
 */
export type Scheme<P extends string = string> = SchemeSpec & {
  /** The name of the provider, or the one that was given to {@link defineScheme}. */
  readonly name: P;
  readonly [Symbol.toStringTag]: "Scheme";
};

/** The one class behind {@link Scheme}: the fields of a scheme, frozen. They have been checked, or will be by the core before they are used. */
export class CheckedScheme {
  constructor(spec: SchemeSpec) {
    Object.assign(this, spec);
    deepFreeze(this);
  }

  toString(): string {
    return `Scheme(${(this as unknown as SchemeSpec).name})`;
  }

  // A scheme of another copy of this package is as good, and known by this.
  get [Symbol.toStringTag](): "Scheme" {
    return "Scheme";
  }
}

function deepFreeze(value: object): void {
  for (const part of Object.values(value)) {
    if (typeof part === "object" && part !== null) deepFreeze(part as object);
  }
  Object.freeze(value);
}
