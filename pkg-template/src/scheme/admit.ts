// Admit scheme: what was passed as the scheme of a Webhook, as one of ours.

import { CheckedScheme, type Scheme } from "./checked.ts";
import { tagOf } from "../refusal/culprit.ts";
import type { SchemeSpec } from "./spec.ts";
import { wireOf } from "./wire.ts";
import { refuse, SCHEME_NOT_DEFINED, SCHEME_NOT_NAMED, SCHEME_REFUSED } from "../refusal/sentences.ts";

/**
 * Admits the scheme that a {@link Webhook} is built with.
 *
 * @throws {@link WebhookError} `SCHEME_INVALID` for what defineScheme did not make, `PROVIDER_UNKNOWN` for the rest
 */
export function admitScheme(scheme: unknown): Scheme {
  if (scheme instanceof CheckedScheme) return scheme as unknown as Scheme;
  if (tagOf(scheme) === "Scheme") return copyOf(scheme as SchemeSpec);
  if (typeof scheme === "object" && scheme !== null) throw refuse(SCHEME_NOT_DEFINED);
  const type = scheme === null ? "null" : typeof scheme;
  throw refuse(SCHEME_NOT_NAMED, { type: type === "string" ? "a name" : type });
}

const copies = new WeakMap<SchemeSpec, Scheme>();

// One of another copy of this class, as a built-in one is. What only looks like one is refused here, or by the core when it
// is opened. Schemes are frozen, so one copy of each is enough.
function copyOf(scheme: SchemeSpec): Scheme {
  try {
    const copy = copies.get(scheme) ?? checkedCopy(scheme);
    if (Object.isFrozen(scheme)) copies.set(scheme, copy);
    return copy;
  } catch {
    throw refuse(SCHEME_REFUSED, { problem: UNCHECKED });
  }
}

function checkedCopy(scheme: SchemeSpec): Scheme {
  const copy = new CheckedScheme(JSON.parse(JSON.stringify(scheme)) as SchemeSpec) as unknown as Scheme;
  wireOf(copy);
  return copy;
}

/** What is wrong with a scheme that defineScheme has never seen. */
export const UNCHECKED = "its fields were never checked; pass them to defineScheme";
