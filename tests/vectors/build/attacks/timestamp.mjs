// Attacks on the timestamp: its grammar, its place, and its bond with the signature.
//
// Unless a comment says otherwise the MAC is right: it was made over the odd text itself, so that
// nothing but the grammar can refuse it.

import { digitsOfTime } from "../joints.mjs";
import { accepted, both, isLimited, refused } from "./row.mjs";

const from =
  (...places) =>
  ({ timestamp }) =>
    places.includes(timestamp?.from);
const isCarried = from("field", "header");
const inHeader = from("header");
const unit =
  (...units) =>
  (scheme) =>
    isCarried(scheme) && units.includes(scheme.timestamp.unit);
const isCount = unit("s", "ms");
/** Whether a count may have any number of digits, or only as many as today's. */
const isAnyCount = (scheme) => isCount(scheme) && digitsOfTime(scheme) === undefined;
const isWholeCount = (scheme) => isCount(scheme) && digitsOfTime(scheme) !== undefined;
const isDate = unit("rfc3339");

const malformed = (comment, write, when, flags = []) =>
  refused(
    "TIMESTAMP_MALFORMED",
    ["timestamp-grammar", ...flags],
    comment,
    (draft) => ({ time: write(draft.time) }),
    when,
  );

/** Edits the timestamp header in the finished list. */
const headerEdited = (edit) => (draft) => ({
  edit: (headers) =>
    headers.flatMap(([name, value]) => (name === draft.scheme.timestamp.name ? edit(name, value) : [[name, value]])),
});

export const timestampAttacks = [
  malformed("leading zero", (text) => `0${text}`, isCount),
  malformed("letters after the digits", (text) => `${text}abc`, isCount),
  malformed("sixteen digits", () => "1000000000000000", isCount),
  refused(
    "TIMESTAMP_TOO_NEW",
    "timestamp-grammar",
    "fifteen digits are still a time",
    () => ({ time: "999999999999999" }),
    both(isAnyCount, isLimited),
  ),
  malformed(
    "a digit less, where nothing but their number parts the time from its neighbour",
    (text) => text.slice(1),
    isWholeCount,
  ),
  malformed(
    "a digit more, where nothing but their number parts the time from its neighbour",
    (text) => `${text}0`,
    isWholeCount,
  ),
  refused(
    "SIGNATURE_MISMATCH",
    "timestamp-changed",
    "timestamp changed after signing",
    (draft, signature) => ({ signatures: [signature], time: later(draft.time) }),
    isCarried,
  ),
  refused(
    "HEADER_MISSING",
    "timestamp-missing",
    "no timestamp header",
    headerEdited(() => []),
    inHeader,
  ),
  refused(
    "HEADER_REPEATED",
    "timestamp-repeated",
    "timestamp header came twice with one value",
    headerEdited((name, value) => [
      [name, value],
      [name, value],
    ]),
    inHeader,
  ),
];

/** Rarer cases, for the first scheme with its part of the grammar. */
export const deepTimestampAttacks = [
  malformed("no characters", () => "", isCarried),
  malformed("plus sign", (text) => `+${text}`, isCount),
  malformed("minus sign", (text) => `-${text}`, isCount),
  malformed("minus zero", () => "-0", isCount),
  malformed("decimal fraction", (text) => `${text}.0`, isCount),
  malformed("exponent", () => "17e8", isCount),
  malformed("hexadecimal", (text) => `0x${Number(text).toString(16)}`, isCount),
  malformed("two zeros", () => "00", isCount),
  malformed("digits in groups", () => "1_700_000_000", isCount),
  malformed("not a number", () => "NaN", isCount),
  malformed("a date", () => "2023-11-14T22:13:20Z", isCount),
  malformed("three hundred digits", () => "1".repeat(300), isCount),
  malformed("digits of another script", () => "१७००००००००", both(isCount, inHeader), ["not-a-field-value"]),
  malformed("blank between the digits", () => "1700 000000", both(isCount, inHeader)),
  malformed("blank before the digits", (text) => ` ${text}`, both(isCount, inHeader), ["surrounding-blank"]),
  malformed("blank after the digits", (text) => `${text} `, both(isCount, inHeader), ["surrounding-blank"]),
  malformed("NUL after the digits", (text) => `${text}\0`, both(isCount, inHeader), ["not-a-field-value"]),
  refused(
    "SIGNATURE_MALFORMED",
    "header-bytes",
    "blank after the digits of a timestamp field",
    (draft) => ({ time: `${draft.time} ` }),
    both(from("field"), ({ format }) => format.kind === "pairs" && !format.spaces),
  ),
  refused(
    "HEADER_REPEATED",
    "timestamp-repeated",
    "timestamp header came twice, an old one first",
    headerEdited((name, value) => [
      [name, "1"],
      [name, value],
    ]),
    inHeader,
  ),
  refused(
    "HEADER_REPEATED",
    "timestamp-repeated",
    "comma after the timestamp",
    headerEdited((name, value) => [[name, `${value},`]]),
    inHeader,
  ),
  refused(
    "HEADER_MISSING",
    "check-order",
    "no timestamp header and a forged signature",
    (draft, signature) => ({ ...headerEdited(() => [])(draft), signatures: [forgedText(signature)] }),
    inHeader,
  ),
  refused(
    "SIGNATURE_MALFORMED",
    "check-order",
    "signature and timestamp both malformed",
    (draft, signature) => ({ signatures: [signature.slice(1)], time: `${draft.time}abc` }),
    isCount,
  ),
  refused(
    "TIMESTAMP_MALFORMED",
    "check-order",
    "timestamp malformed and signature forged",
    (draft, signature) => ({ signatures: [forgedText(signature)], time: `0${draft.time}` }),
    isCount,
  ),
];

/** The same digits as a time in another unit, and the first of all times. */
export const unitAttacks = [
  refused(
    "TIMESTAMP_TOO_OLD",
    "timestamp-grammar",
    "zero is a time, 1970",
    () => ({ time: "0" }),
    both(isAnyCount, isLimited),
  ),
  accepted(
    "timestamp-grammar",
    "zero is a time, and now is 1970 too",
    () => ({ time: "0", now: 999 }),
    both(unit("s"), isAnyCount),
  ),
  refused(
    "TIMESTAMP_TOO_NEW",
    "timestamp-unit",
    "milliseconds where seconds are read",
    ({ time }) => ({ time: `${time}000` }),
    both(both(unit("s"), isAnyCount), isLimited),
  ),
  refused(
    "TIMESTAMP_TOO_OLD",
    "timestamp-unit",
    "seconds where milliseconds are read",
    ({ time }) => ({ time: time.slice(0, -3) }),
    both(both(unit("ms"), isAnyCount), isLimited),
  ),
];

/** Timestamps written as dates, RFC 3339. */
export const dateAttacks = [
  ...[
    ["month 13", "2023-13-14T22:13:20Z"],
    ["month 0", "2023-00-14T22:13:20Z"],
    ["day 0", "2023-11-00T22:13:20Z"],
    ["day 31 of a month of 30", "2023-11-31T22:13:20Z"],
    ["29 February of a common year", "2023-02-29T22:13:20Z"],
    ["29 February of a century that is no leap year", "2100-02-29T22:13:20Z"],
    ["hour 24", "2023-11-14T24:00:00Z"],
    ["minute 60", "2023-11-14T22:60:20Z"],
    ["leap second", "2016-12-31T23:59:60Z"],
    ["lower-case t", "2023-11-14t22:13:20Z"],
    ["lower-case z", "2023-11-14T22:13:20z"],
    ["no zone", "2023-11-14T22:13:20"],
    ["no seconds", "2023-11-14T22:13Z"],
    ["date alone", "2023-11-14"],
    ["fraction of no digits", "2023-11-14T22:13:20.Z"],
    ["fraction of ten digits", "2023-11-14T22:13:20.1234567890Z"],
    ["offset without a colon", "2023-11-14T22:13:20+0000"],
    ["offset of hours alone", "2023-11-14T22:13:20+00"],
    ["offset of 24 hours", "2023-11-14T22:13:20+24:00"],
    ["offset of 60 minutes", "2023-11-14T22:13:20+00:60"],
    ["both Z and offset", "2023-11-14T22:13:20Z+00:00"],
    ["year of two digits", "23-11-14T22:13:20Z"],
    ["year of five digits", "+02023-11-14T22:13:20Z"],
    ["month of one digit", "2023-1-14T22:13:20Z"],
    ["letters after the date", "2023-11-14T22:13:20Zabc"],
    ["seconds since 1970", "1700000000"],
    ["date of an HTTP header", "Tue_14_Nov_2023_22:13:20_GMT"],
  ].map(([comment, text]) => malformed(comment, () => text, isDate)),
  // In a list of items, a blank is a mistake of the list, and a comma ends the item.
  malformed("blank in place of the T", () => "2023-11-14 22:13:20Z", both(isDate, inHeader)),
  refused(
    "HEADER_REPEATED",
    "timestamp-repeated",
    "comma before the fraction",
    () => ({ time: "2023-11-14T22:13:20,5Z" }),
    both(isDate, inHeader),
  ),
  ...[
    ["offset of no hours", "2023-11-14T22:13:20+00:00"],
    ["offset to the east", "2023-11-15T03:43:20+05:30"],
    ["offset to the west, another day", "2023-11-14T14:13:20-08:00"],
    ["fraction of one digit", "2023-11-14T22:13:20.5Z"],
    ["fraction of nine digits", "2023-11-14T22:13:20.123456789Z"],
  ].map(([comment, time]) => accepted("timestamp-grammar", comment, () => ({ time, now: Date.parse(time) }), isDate)),
  accepted(
    "timestamp-grammar",
    "29 February of a leap year",
    () => ({ time: "2024-02-29T00:00:00Z", now: Date.parse("2024-02-29T00:00:00Z") }),
    isDate,
  ),
];

/** The timestamp one unit later, so that a MAC over a re-read number would differ too. */
function later(text) {
  if (!/^\d+$/.test(text)) return new Date(Date.parse(text) + 1000).toISOString();
  return String(Number(text) + 1);
}

/** A well-formed signature that nobody made: its first character replaced. */
function forgedText(signature) {
  return (signature[0] === "0" ? "1" : "0") + signature.slice(1);
}
