// Fill: a vector → the inspect tab.

import { chooseScheme, delivery, maxEventAge, now, otherSecrets, secret, tolerance } from "../state.ts";
import { inspectedOf } from "./inspected.ts";
import type { RawVector } from "./messages.ts";

/** Fills the inspect tab with a vector. Its secrets are public. */
export function fill(vector: RawVector): void {
  const inspected = inspectedOf(vector);
  chooseScheme(inspected.scheme);
  secret.value = inspected.secret;
  otherSecrets.value = inspected.otherSecrets;
  now.value = inspected.now;
  tolerance.value = inspected.tolerance;
  maxEventAge.value = inspected.maxEventAge;
  delivery.value = inspected.delivery;
}
