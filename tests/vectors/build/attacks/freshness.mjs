// The window around now: both directions, its edges, and its place after the MAC.

import { accepted, flipped, refused } from "./row.mjs";
import { encode, tagOf } from "../sign.mjs";

const isTimed = ({ timestamp }) => Boolean(timestamp);
const hasPast = ({ tolerance }) => tolerance !== undefined && tolerance[0] < Infinity;
const hasFuture = ({ tolerance }) => tolerance !== undefined && tolerance[1] < Infinity;
const inSeconds = ({ timestamp }) => timestamp?.unit === "s";
const inMs = ({ timestamp }) => timestamp !== undefined && timestamp.unit !== "s";
const isLimited = (scheme) => hasPast(scheme) && hasFuture(scheme);
const both = (first, second) => (scheme) => first(scheme) && second(scheme);

const YEAR = 365 * 24 * 3600;

/** Moves now by so many seconds from the signed time: a timed draft is signed at its own now. */
const aged =
  (age, options = {}) =>
  (draft) => {
    const seconds = typeof age === "function" ? age(draft.scheme.tolerance) : age;
    return { now: draft.now + Math.round(seconds * 1000), ...options };
  };

const tooOld = (comment, make, when = hasPast, flag = "freshness") =>
  refused("TIMESTAMP_TOO_OLD", flag, comment, make, when);
const tooNew = (comment, make, when = hasFuture, flag = "freshness") =>
  refused("TIMESTAMP_TOO_NEW", flag, comment, make, when);

export const freshnessAttacks = [
  accepted(
    "freshness",
    "age equal to the tolerance",
    aged(([past]) => past),
    hasPast,
  ),
  tooOld(
    "age one second over the tolerance",
    aged(([past]) => past + 1),
  ),
  accepted(
    "freshness",
    "as far in the future as the tolerance",
    aged(([, ahead]) => -ahead),
    hasFuture,
  ),
  tooNew(
    "one second further in the future than the tolerance",
    aged(([, ahead]) => -ahead - 1),
  ),
  accepted("tolerance-option", "a year old with the check off", aged(YEAR, { toleranceSeconds: "off" }), isTimed),
];

/** Rarer cases, for the schemes that are covered in depth. */
export const deepFreshnessAttacks = [
  accepted(
    "freshness",
    "age equal to the tolerance, 999 ms into its last second",
    aged(([past]) => past + 0.999),
    both(hasPast, inSeconds),
  ),
  tooOld(
    "age one millisecond over the tolerance",
    aged(([past]) => past + 0.001),
    both(hasPast, inMs),
  ),
  tooNew(
    "one millisecond further in the future than the tolerance",
    aged(([, ahead]) => -ahead - 0.001),
    both(hasFuture, inMs),
  ),
  tooOld("a year old", aged(YEAR)),
  tooNew("a year in the future", aged(-YEAR)),
  accepted(
    "tolerance-option",
    "a year in the future with the check off",
    aged(-YEAR, { toleranceSeconds: "off" }),
    isTimed,
  ),
  accepted("tolerance-option", "tolerance 0: signed in this very second", aged(0, { toleranceSeconds: 0 }), isTimed),
  tooOld("tolerance 0: one second old", aged(1, { toleranceSeconds: 0 }), isTimed, "tolerance-option"),
  tooNew("tolerance 0: one second in the future", aged(-1, { toleranceSeconds: 0 }), isTimed, "tolerance-option"),
  accepted("tolerance-option", "tolerance of an hour: an hour old", aged(3600, { toleranceSeconds: 3600 }), isTimed),
  tooOld(
    "tolerance of an hour: an hour and a second old",
    aged(3601, { toleranceSeconds: 3600 }),
    isTimed,
    "tolerance-option",
  ),
  tooNew(
    "tolerance of an hour: an hour and a second ahead",
    aged(-3601, { toleranceSeconds: 3600 }),
    isTimed,
    "tolerance-option",
  ),
  refused(
    "SIGNATURE_MISMATCH",
    "check-order",
    "too old and forged: an unproven time proves nothing",
    (draft) => ({ ...aged(YEAR)(draft), ...forged(draft) }),
    isLimited,
  ),
  refused(
    "SIGNATURE_MISMATCH",
    "check-order",
    "too new and forged: an unproven time proves nothing",
    (draft) => ({ ...aged(-YEAR)(draft), ...forged(draft) }),
    isLimited,
  ),
  refused(
    "SIGNATURE_MISMATCH",
    "wrong-secret",
    "forged with the check off",
    (draft) => ({ ...forged(draft), toleranceSeconds: "off" }),
    isTimed,
  ),
];

function forged({ scheme, secrets: [secret], ...draft }) {
  return { signatures: [encode(scheme, flipped(tagOf(scheme, secret, draft), 5))] };
}
