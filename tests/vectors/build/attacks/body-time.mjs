// Times that stand in the body: a timestamp that is checked always, and the time of an event, whose age a receiver may limit.
//
// Both are read by one grammar, so both get the same bodies. The signature is right unless a comment says otherwise.

import { timeText } from "../told.mjs";
import { encode, tagOf } from "../sign.mjs";
import { flipped, hasFuture, hasPast, refused } from "./row.mjs";

const AT = 1700000000000;
/** The age that the receiver allows an event. */
const LIMIT = 600;
/** How far ahead of the receiver's clock an event may be, whatever the limit of its age. */
const AHEAD = 300;
const YEAR = 365 * 24 * 3600;
const MALFORMED = "TIMESTAMP_MALFORMED";

const isTold = ({ timestamp }) => timestamp?.from === "body";
const isEvent = ({ eventTime }) => Boolean(eventTime);

/** What the bodies of one scheme are made of: its key, a right time, and a body with members where the time belongs. */
function kitOf({ keys, unit }) {
  const quoted = (text) => JSON.stringify(text).slice(1, -1);
  const [key, ...outer] = keys.map(quoted).reverse();
  const beside = (name) => (name === "x" ? "y" : "x");
  const bodyWith = (members) =>
    outer.reduce((inner, name) => `{"${name}":${inner},"${beside(name)}":{}}`, `{"${beside(key)}":1${members}}`);
  const text = timeText(unit, AT);
  const time = unit === "rfc3339" ? JSON.stringify(text) : text;
  const old = unit === "rfc3339" ? '"1970-01-01T00:00:00Z"' : "0";
  // What stands behind the first key, where the time stands inside of objects.
  const inner = keys.length > 1 ? whole(kitOf({ keys: keys.slice(1), unit })) : undefined;
  return { key, unit, text, time, old, bodyWith, inner, way: keys.slice(0, -1).map(quoted) };
}

const whole = ({ bodyWith, key, time }) => bodyWith(`,"${key}":${time}`);

const isCount = ({ unit }) => unit !== "rfc3339";
const isDate = ({ unit }) => unit === "rfc3339";
const always = () => true;

const sent = (comment, body, reason, when = always, now = AT) => ({ comment, body, reason, when, now });
const told = (comment, text, ...rest) =>
  sent(comment, (kit) => kit.bodyWith(`,"${kit.key}":${typeof text === "string" ? text : text(kit)}`), ...rest);
const count = (comment, text, reason) => told(comment, text, reason, isCount);
const date = (comment, text, reason) => told(comment, text, reason, isDate);

/** What a count of seconds or milliseconds may look like, and what a date. `*` is what the time is called. */
const texts = [
  count("* is a string of digits", ({ text }) => `"${text}"`),
  count("* is a string of digits, one of them escaped", ({ text }) => `"\\u003${text[0]}${text.slice(1)}"`),
  count("fifteen digits are still a *", "999999999999999", "TIMESTAMP_TOO_NEW"),
  count("zero is a *, 1970", "0", "TIMESTAMP_TOO_OLD"),
  count("* of sixteen digits", "1".repeat(16), MALFORMED),
  count("* of three hundred digits", "1".repeat(300), MALFORMED),
  count("* with a fraction", ({ text }) => `${text}.5`, MALFORMED),
  count("* with a fraction of zero", ({ text }) => `${text}.0`, MALFORMED),
  count("* with an exponent", ({ unit }) => (unit === "s" ? "17e8" : "17e11"), MALFORMED),
  count("negative *", ({ text }) => `-${text}`, MALFORMED),
  count("minus zero", "-0", MALFORMED),
  count("* is a string with a fraction", ({ text }) => `"${text}.0"`, MALFORMED),
  count("* is a string with a leading zero", ({ text }) => `"0${text}"`, MALFORMED),
  count("* is a string with a plus sign", ({ text }) => `"+${text}"`, MALFORMED),
  count("* is a string with a space before it", ({ text }) => `" ${text}"`, MALFORMED),
  count("* is a string with a line break after it", ({ text }) => `"${text}\\n"`, MALFORMED),
  count("* is a date", '"2023-11-14T22:13:20Z"', MALFORMED),
  told("date with an offset and a fraction", '"2023-11-14T23:13:20.25+01:00"', undefined, isDate, AT + 250),
  date("date with an escape", '"2023-11-14T22:13:20\\u005a"'),
  date("date without a zone", '"2023-11-14T22:13:20"', MALFORMED),
  date("30 February", '"2023-02-30T22:13:20Z"', MALFORMED),
  date("number in place of a date", "1700000000000", MALFORMED),
  date("string of digits in place of a date", '"1700000000000"', MALFORMED),
];

/** Other values in place of a time. */
const values = [
  sent("no * in the body", ({ bodyWith }) => bodyWith(""), MALFORMED),
  told("* is null", "null", MALFORMED),
  told("* is a truth value", "true", MALFORMED),
  told("* is a string of no characters", '""', MALFORMED),
  told("* is a string of letters", '"yesterday"', MALFORMED),
  told("* is an object", ({ key, time }) => `{"${key}":${time}}`, MALFORMED),
  told("* is an array", ({ time }) => `[${time}]`, MALFORMED),
];

const escaped = (key) => `\\u${key.charCodeAt(0).toString(16).padStart(4, "0")}${key.slice(1)}`;
const isPlainKey = ({ key }) => key[0] !== "\\";
const hasUpperCase = ({ key }) => /^\w+$/.test(key) && key !== key.toUpperCase();

/** A right time under other keys, and under its own key more than once. */
const places = [
  sent(
    "* under its key in a nested object",
    ({ bodyWith, key, time }) => bodyWith(`,"nested":{"${key}":${time}}`),
    MALFORMED,
  ),
  sent(
    "* under its key in the other letter case",
    ({ bodyWith, key, time }) => bodyWith(`,"${key.toUpperCase()}":${time}`),
    MALFORMED,
    hasUpperCase,
  ),
  sent(
    "* under its key, written with an escape",
    ({ bodyWith, key, time }) => bodyWith(`,"${escaped(key)}":${time}`),
    undefined,
    isPlainKey,
  ),
  told("* twice: the last one counts", ({ key, time, old }) => `${old},"${key}":${time}`),
  told(
    "* twice: the last one counts, and it is old",
    ({ key, time, old }) => `${time},"${key}":${old}`,
    "TIMESTAMP_TOO_OLD",
  ),
  told("* twice: the last one counts, and it is null", ({ key, time }) => `${time},"${key}":null`, MALFORMED),
];

/** Bodies that are not one JSON object. */
const bodies = [
  sent("body of no characters", () => "", MALFORMED),
  sent("body that is not JSON", ({ key, text }) => `${key}=${text}`, MALFORMED),
  sent("body that is an array", (kit) => `[${whole(kit)}]`, MALFORMED),
  sent("body that is an array of the * alone", ({ time }) => `[${time}]`, MALFORMED),
  sent("body that is cut short", (kit) => whole(kit).slice(0, -1), MALFORMED),
  sent("body with a byte order mark: not JSON", (kit) => `\ufeff${whole(kit)}`, MALFORMED),
];

const isDeep = ({ way }) => way.length > 0;
const onTheWay = (comment, write, reason = MALFORMED) => sent(comment, (kit) => write(kit.way[0], kit), reason, isDeep);

/** The objects on the way to the time: missing, of another kind, or there twice. */
const ways = [
  onTheWay("the object on the way is missing", (name, { key, time }) => `{"${key}":${time}}`),
  onTheWay("the key on the way is a string", (name, { text }) => `{"${name}":"${text}"}`),
  onTheWay("the key on the way is an array", (name, { inner }) => `{"${name}":[${inner}]}`),
  onTheWay("the path as one key", (name, { way, key, time }) => `{"${[...way, key].join(".")}":${time}}`),
  onTheWay(
    "the object on the way twice: the last one counts",
    (name, { inner }) => `{"${name}":{},"${name}":${inner}}`,
    null,
  ),
  onTheWay(
    "the object on the way twice: the last one counts, and it is old",
    (name, { time, old, inner }) => `{"${name}":${inner},"${name}":${inner.replace(time, old)}}`,
    "TIMESTAMP_TOO_OLD",
  ),
  onTheWay(
    "the object on the way twice, the last one without a *",
    (name, { inner }) => `{"${name}":${inner},"${name}":{}}`,
  ),
];

const entries = [...texts, ...values, ...places, ...bodies, ...ways];

/** The rows for a time that is called so, at a place of the scheme. */
function rows({ flag, called, isFor, place, options }) {
  return entries.map(({ comment, body, reason, when, now }) => {
    const needed = { TIMESTAMP_TOO_OLD: hasPast, TIMESTAMP_TOO_NEW: hasFuture };
    const isDecided = (scheme) => isEvent(scheme) || (needed[reason] ?? always)(scheme);
    const make = ({ scheme }) => ({ body: Buffer.from(body(kitOf(place(scheme)))), now, ...options });
    const isOf = (scheme) => isFor(scheme) && isDecided(scheme) && when(kitOf(place(scheme)));
    return refused(reason ?? undefined, flag, comment.replace("*", called), make, isOf);
  });
}

/** This body, and a signature of it that is a bit off. */
const forged = ({ scheme, secrets: [secret], ...draft }) => ({
  body: draft.body,
  signatures: [encode(scheme, flipped(tagOf(scheme, secret, draft), 5))],
});

/** A timestamp that stands in the body. */
export const bodyTimeAttacks = [
  ...rows({
    flag: "timestamp-in-body",
    called: "timestamp",
    isFor: isTold,
    place: ({ timestamp }) => timestamp,
  }),
  refused(
    "SIGNATURE_MISMATCH",
    "check-order",
    "no timestamp and a forged signature: nothing is read from an unproven body",
    (draft) => forged({ ...draft, body: Buffer.from("{}") }),
    isTold,
  ),
];

/** A right time of an event, seen at another one; a count of seconds is compared in whole seconds. */
const seen = (comment, seconds, reason, maxEventAgeSeconds = LIMIT) =>
  refused(
    reason,
    "event-age",
    comment,
    ({ scheme }) => {
      const age = typeof seconds === "function" ? seconds(scheme.eventTime.unit === "s" ? 1 : 0.001) : seconds;
      const body = Buffer.from(whole(kitOf(scheme.eventTime)));
      return { body, now: AT + Math.round(age * 1000), maxEventAgeSeconds };
    },
    isEvent,
  );

const ages = [
  seen("time of this very moment", 0),
  seen("age equal to the limit", LIMIT),
  seen("age one step over the limit", (step) => LIMIT + step, "TIMESTAMP_TOO_OLD"),
  seen("a year old", YEAR, "TIMESTAMP_TOO_OLD"),
  seen("300 s ahead", -AHEAD),
  seen("300 s and one step ahead", (step) => -AHEAD - step, "TIMESTAMP_TOO_NEW"),
  seen("a year ahead", -YEAR, "TIMESTAMP_TOO_NEW"),
  seen("limit 0: time of this very moment", 0, undefined, 0),
  seen("limit 0: one step old", (step) => step, "TIMESTAMP_TOO_OLD", 0),
  seen("limit 0: 300 s ahead, because clocks differ", -AHEAD, undefined, 0),
  {
    ...seen("age equal to the limit, 999 ms into its last second", LIMIT + 0.999),
    when: ({ eventTime }) => eventTime?.unit === "s",
  },
];

/** An event's body that is made of its kit, and what else differs. */
const event = (comment, body, reason, changes = {}, flag = "event-age") =>
  refused(
    reason,
    flag,
    comment,
    (draft) => {
      const signed = { ...draft, body: Buffer.from(body(kitOf(draft.scheme.eventTime))) };
      const more = typeof changes === "function" ? changes(signed) : changes;
      return { body: signed.body, now: AT, maxEventAgeSeconds: LIMIT, ...more };
    },
    isEvent,
  );

/** The time that an event tells, for a receiver that limits its age, and for one that does not. */
export const eventAgeAttacks = [
  ...ages,
  event("no limit: a year old", whole, undefined, { maxEventAgeSeconds: undefined, now: AT + YEAR * 1000 }),
  event("no limit: not a time", ({ bodyWith, key }) => bodyWith(`,"${key}":"yesterday"`), undefined, {
    maxEventAgeSeconds: undefined,
  }),
  event("no limit: no time", ({ bodyWith }) => bodyWith(""), undefined, { maxEventAgeSeconds: undefined }),
  event("zero is a time, and now is 1970 too", ({ bodyWith, key, old }) => bodyWith(`,"${key}":${old}`), undefined, {
    now: LIMIT * 1000,
  }),
  ...rows({
    flag: "event-age",
    called: "time",
    isFor: isEvent,
    place: ({ eventTime }) => eventTime,
    options: { maxEventAgeSeconds: LIMIT },
  }),
  event(
    "old and forged: an unproven time proves nothing",
    whole,
    "SIGNATURE_MISMATCH",
    (draft) => ({ ...forged(draft), now: AT + YEAR * 1000 }),
    "check-order",
  ),
  event(
    "not a time and forged: nothing is read from an unproven body",
    ({ bodyWith, key }) => bodyWith(`,"${key}":null`),
    "SIGNATURE_MISMATCH",
    forged,
    "check-order",
  ),
];
