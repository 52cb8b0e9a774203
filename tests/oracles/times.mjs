// Times as a sender may write them into what it signs: the way its scheme does, and ways near it.

const DECIMAL = [
  (text) => `0${text}`,
  (text) => ` ${text}`,
  (text) => `${text} `,
  (text) => `+${text}`,
  (text) => `-${text}`,
  (text) => `${text}.0`,
  (text) => `${text}.9`,
  (text) => `${text}abc`,
  (text) => `0x${Number(text).toString(16)}`,
  (text) => `${text[0]}e${text.length - 1}`,
  (text) => text.padEnd(16, "0"),
  () => "NaN",
  () => "",
];

const DATE = [
  (text) => `${new Date(Date.parse(text) + 7_200_000).toISOString().slice(0, -1)}+02:00`,
  (text) => `${new Date(Date.parse(text) - 1_800_000).toISOString().slice(0, -1)}-00:30`,
  (text) => text.replace(/\.\d+/, ""),
  (text) => text.replace("Z", "999999Z"),
  (text) => text.replace("Z", "9999999Z"),
  (text) => text.replace(/\.\d+/, "."),
  (text) => text.toLowerCase(),
  (text) => text.replace("T", " "),
  (text) => text.replace("Z", ""),
  (text) => text.replace("Z", "+0000"),
  (text) => text.replace(/T\d\d/, "T24"),
  (text) => text.replace(/-\d\dT/, "-31T"),
  (text) => text.replace(/-\d\d-\d\dT/, "-02-29T"),
  (text) => `${text} `,
];

/** The time in a unit, as text. Two of three times it is written as usual; `spelling` picks one of the other ways. */
export function spelled(unit, milliseconds, spelling = 0) {
  const usual = timeText(unit, milliseconds);
  const ways = unit === "rfc3339" ? DATE : DECIMAL;
  return ways[spelling % (3 * ways.length)]?.(usual) ?? usual;
}

function timeText(unit, milliseconds) {
  if (unit === "rfc3339") return new Date(milliseconds).toISOString();
  return `${unit === "s" ? Math.floor(milliseconds / 1000) : milliseconds}`;
}

/** What a text means in milliseconds; `undefined` when it is not the one spelling of a time. */
export function millisecondsOf(unit, text) {
  if (unit === "rfc3339") return dateOf(text);
  if (!/^(0|[1-9]\d{0,14})$/.test(text)) return undefined;
  return Number(text) * (unit === "s" ? 1000 : 1);
}

// The platform's own parser, which is generous: so the form is asked for, and that the day exists.
function dateOf(text) {
  const form = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(
    text,
  );
  if (!form) return undefined;
  const midnight = new Date(`${form[1]}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== form[1]) return undefined;
  return Date.parse(text);
}
