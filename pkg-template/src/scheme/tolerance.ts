// Tolerance: how far a signed time may lie from now.

import { own } from "../refusal/culprit.ts";
import type { ToleranceSpec } from "./spec.ts";

/** A tolerance into the past and into the future, in seconds; what is `undefined` is without limit. */
export type EachWay = Exclude<ToleranceSpec, number>;

/** The tolerance each way, where one number may stand for both. */
export function eachWay(tolerance: ToleranceSpec | undefined): EachWay {
  return typeof tolerance === "number" ? { past: tolerance, future: tolerance } : (tolerance ?? own({}));
}
