// The window around now: both directions, its edges, and its place after the MAC.

import { accepted, both, flipped, hasFuture, hasPast, isLimited, refused } from "./row.mjs";
import { encode, tagOf } from "../sign.mjs";

const isTimed = ({ timestamp }) => Boolean(timestamp);
const inSeconds = ({ timestamp }) => timestamp?.unit === "s";
const inMs = ({ timestamp }) => timestamp !== undefined && timestamp.unit !== "s";

const YEAR = 365 * 24 * 3600;

/** Moves now by so many seconds from the signed time, unless that is before 1970. */
const aged =
  (age, options = {}) =>
  (draft) => {
    const seconds = typeof age === "function" ? age(draft.scheme.tolerance) : age;
    // A time in seconds is compared in whole seconds.
    const start = draft.scheme.timestamp.unit === "s" ? draft.now - (draft.now % 1000) : draft.now;
    const now = start + Math.round(seconds * 1000);
    return now < 0 ? undefined : { now, ...options };
  };

/** A year, or as long as the tolerance does not allow. */
const beyond = (limit) => Math.max(YEAR, limit + 1);

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

const pastOnly = { past: 300, future: "off" };
const futureOnly = { past: "off", future: 300 };

/** A tolerance that the receiver chose for each direction. */
const chosen = (comment, toleranceSeconds, age, reason) =>
  refused(reason, "tolerance-option", comment, aged(age, { toleranceSeconds }), isTimed);

/** A tolerance that the receiver chose takes the place of the scheme's own. */
export const toleranceAttacks = [
  chosen("the future unlimited: a year ahead", pastOnly, -YEAR),
  chosen("the future unlimited: age equal to the limit of the past", pastOnly, 300),
  chosen("the future unlimited: age one second over the limit of the past", pastOnly, 301, "TIMESTAMP_TOO_OLD"),
  chosen("the past unlimited: a year old", futureOnly, YEAR),
  chosen("the past unlimited: as far ahead as the limit of the future", futureOnly, -300),
  chosen("the past unlimited: one second over the limit of the future", futureOnly, -301, "TIMESTAMP_TOO_NEW"),
  chosen("two limits: as far ahead as the wider one", { past: 5, future: 600 }, -600),
  chosen("two limits: older than the narrower one", { past: 5, future: 600 }, 6, "TIMESTAMP_TOO_OLD"),
  chosen("two limits: as old as the wider one", { past: 600, future: 0 }, 600),
  chosen("two limits: one second ahead of none allowed", { past: 600, future: 0 }, -1, "TIMESTAMP_TOO_NEW"),
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
    "the past unlimited: a year old and forged",
    (draft) => ({ ...aged(YEAR, { toleranceSeconds: futureOnly })(draft), ...forged(draft) }),
    isTimed,
  ),
  refused(
    "SIGNATURE_MISMATCH",
    "wrong-secret",
    "forged with the check off",
    (draft) => ({ ...forged(draft), toleranceSeconds: "off" }),
    isTimed,
  ),
];

/** Rarer cases, for the first scheme with its part of the grammar. */
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
  tooOld(
    "a year old",
    aged(([past]) => beyond(past)),
  ),
  tooNew(
    "a year in the future",
    aged(([, ahead]) => -beyond(ahead)),
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
];

function forged({ scheme, secrets: [secret], ...draft }) {
  return { signatures: [encode(scheme, flipped(tagOf(scheme, secret, draft), 5))] };
}
