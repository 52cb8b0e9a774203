// Deliveries whose signed body tells a time, to receivers that limit its age.
//
// The time may be missing, malformed, too old or too new. The signature is right unless a comment says
// otherwise: where a receiver sets no limit, all of these are verified.

/** How far ahead of the receiver's clock the time may be, whatever the limit of its age. */
const AHEAD = 300;
const YEAR = 365 * 24 * 3600;
const MALFORMED = "TIMESTAMP_MALFORMED";

/** The JSON text of a time. */
const writers = {
  s: (ms) => String(ms / 1000),
  ms: String,
  rfc3339: (ms) => JSON.stringify(new Date(ms).toISOString()),
};

/**
 * The deliveries of one provider that tells the time `at` under `key` in `unit`.
 *
 * `bodyWith(members)` is its body with these members, each behind a comma, where the time belongs.
 */
export function eventAges({ at, unit, limit, secret, key, bodyWith }) {
  const time = writers[unit](at);
  const sent = (comment, body, reason, rest) => ({
    comment,
    flags: ["event-age"],
    reason,
    body,
    maxEventAgeSeconds: limit,
    ...rest,
  });
  const told = (comment, text, ...rest) => sent(comment, bodyWith(`,"${key}":${text}`), ...rest);
  const kit = { at, unit, limit, secret, key, bodyWith, time, sent, told };
  const texts = unit === "rfc3339" ? dates : counts;
  return [ages, unlimited, texts, values, places, bodies, forgeries].flatMap((rows) => rows(kit));
}

/** A right time, seen at another one. */
function ages({ at, unit, limit, time, told }) {
  // A time in seconds is compared in whole seconds, as its sender counts.
  const [step, stepName] = unit === "s" ? [1, "second"] : [0.001, "millisecond"];
  const seen = (comment, seconds, reason, maxEventAgeSeconds = limit) =>
    told(comment, time, reason, { now: at + Math.round(seconds * 1000), maxEventAgeSeconds });
  return [
    seen("time of this very moment", 0),
    seen("age equal to the limit", limit),
    seen(`age one ${stepName} over the limit`, limit + step, "TIMESTAMP_TOO_OLD"),
    ...(unit === "s" ? [seen("age equal to the limit, 999 ms into its last second", limit + 0.999)] : []),
    seen("a year old", YEAR, "TIMESTAMP_TOO_OLD"),
    seen("300 s ahead", -AHEAD),
    seen(`300 s and one ${stepName} ahead`, -AHEAD - step, "TIMESTAMP_TOO_NEW"),
    seen("a year ahead", -YEAR, "TIMESTAMP_TOO_NEW"),
    seen("limit 0: time of this very moment", 0, undefined, 0),
    seen(`limit 0: one ${stepName} old`, step, "TIMESTAMP_TOO_OLD", 0),
    seen("limit 0: 300 s ahead, because clocks differ", -AHEAD, undefined, 0),
  ];
}

/** A receiver that sets no limit reads no time. */
function unlimited({ at, time, bodyWith, sent, told }) {
  const maxEventAgeSeconds = undefined;
  return [
    told("no limit: a year old", time, undefined, { maxEventAgeSeconds, now: at + YEAR * 1000 }),
    told("no limit: not a time", '"yesterday"', undefined, { maxEventAgeSeconds }),
    sent("no limit: no time", bodyWith(""), undefined, { maxEventAgeSeconds }),
  ];
}

/** What a count of seconds or milliseconds may look like. */
function counts({ time, limit, told }) {
  const zeros = /0+$/.exec(time)[0].length;
  return [
    told("time is a string of digits", `"${time}"`),
    told("time is a string of digits, one of them escaped", `"\\u003${time[0]}${time.slice(1)}"`),
    told("fifteen digits are still a time", "999999999999999", "TIMESTAMP_TOO_NEW"),
    told("zero is a time, 1970", "0", "TIMESTAMP_TOO_OLD"),
    told("zero is a time, and now is 1970 too", "0", undefined, { now: limit * 1000 }),
    told("time of sixteen digits", "1".repeat(16), MALFORMED),
    told("time of three hundred digits", "1".repeat(300), MALFORMED),
    told("time with a fraction", `${time}.5`, MALFORMED),
    told("time with a fraction of zero", `${time}.0`, MALFORMED),
    told("time with an exponent", `${time.slice(0, -zeros)}e${zeros}`, MALFORMED),
    told("negative time", `-${time}`, MALFORMED),
    told("minus zero", "-0", MALFORMED),
    told("time is a string with a fraction", `"${time}.0"`, MALFORMED),
    told("time is a string with a leading zero", `"0${time}"`, MALFORMED),
    told("time is a string with a plus sign", `"+${time}"`, MALFORMED),
    told("time is a string with a space before it", `" ${time}"`, MALFORMED),
    told("time is a string with a line break after it", `"${time}\\n"`, MALFORMED),
    told("time is a date", '"2023-11-14T22:13:20Z"', MALFORMED),
  ];
}

/** What a date may look like; for a provider whose time is that of 2023-11-14T22:13:20Z. */
function dates({ told }) {
  return [
    told("date with an offset and a fraction", '"2023-11-14T23:13:20.25+01:00"'),
    told("date with an escape", '"2023-11-14T22:13:20\\u005a"'),
    told("date without a zone", '"2023-11-14T22:13:20"', MALFORMED),
    told("30 February", '"2023-02-30T22:13:20Z"', MALFORMED),
    told("number in place of a date", "1700000000000", MALFORMED),
    told("string of digits in place of a date", '"1700000000000"', MALFORMED),
  ];
}

/** Other values in place of a time. */
function values({ time, key, bodyWith, sent, told }) {
  return [
    sent("no time in the body", bodyWith(""), MALFORMED),
    told("time is null", "null", MALFORMED),
    told("time is a truth value", "true", MALFORMED),
    told("time is a string of no characters", '""', MALFORMED),
    told("time is a string of letters", '"yesterday"', MALFORMED),
    told("time is an object", `{"${key}":${time}}`, MALFORMED),
    told("time is an array", `[${time}]`, MALFORMED),
  ];
}

/** A right time under other keys, and under its own key more than once. */
function places({ time, key, bodyWith, sent, told }) {
  const code = key.charCodeAt(0).toString(16).padStart(4, "0");
  return [
    sent("time under its key in a nested object", bodyWith(`,"nested":{"${key}":${time}}`), MALFORMED),
    sent("time under its key in the other letter case", bodyWith(`,"${key.toUpperCase()}":${time}`), MALFORMED),
    sent("time under its key, written with an escape", bodyWith(`,"\\u${code}${key.slice(1)}":${time}`)),
    told("time twice: the last one counts", `0,"${key}":${time}`),
    told("time twice: the last one counts, and it is null", `${time},"${key}":null`, MALFORMED),
  ];
}

/** Bodies that are not one JSON object. */
function bodies({ time, key, bodyWith, sent }) {
  const body = bodyWith(`,"${key}":${time}`);
  return [
    sent("body of no characters", "", MALFORMED),
    sent("body that is not JSON", `${key}=${time}`, MALFORMED),
    sent("body that is an array", `[${body}]`, MALFORMED),
    sent("body that is cut short", body.slice(0, -1), MALFORMED),
    sent("body with a byte order mark: not JSON", `\ufeff${body}`, MALFORMED),
  ];
}

function forgeries({ at, secret, time, told }) {
  const forged = { flags: ["check-order"], secrets: ["another"], held: [secret] };
  return [
    told("old and forged: an unproven time proves nothing", time, "SIGNATURE_MISMATCH", {
      ...forged,
      now: at + YEAR * 1000,
    }),
    told("not a time and forged: nothing is read from an unproven body", "null", "SIGNATURE_MISMATCH", forged),
  ];
}
