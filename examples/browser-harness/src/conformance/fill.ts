// Fill: a vector → the inspect tab.

import { delivery, now, otherSecrets, schemeName, schemeText, secret, tolerance } from "../state.ts";
import { inspectedOf } from "./inspected.ts";
import type { RawVector } from "./messages.ts";

/** Fills the inspect tab with a vector. Its secrets are public. */
export function fill(vector: RawVector): void {
  const inspected = inspectedOf(vector);
  schemeName.value = inspected.schemeName;
  if (inspected.schemeText !== null) schemeText.value = inspected.schemeText;
  secret.value = inspected.secret;
  otherSecrets.value = inspected.otherSecrets;
  now.value = inspected.now;
  tolerance.value = inspected.tolerance;
  delivery.value = inspected.delivery;
}
