// A scheme → a delivery of it, where its file shows none: the values of its signed headers, and a body.

import { textBeside } from "./joints.mjs";
import { timeText } from "./told.mjs";

/** Values that a signed header may have; one of them never holds the text that parts it from the body. */
const VALUES = ["msg_1", "2", "x"];

/** The value of each signed header: the one that its file shows, or else a short one. */
export function valuesOf(scheme, shown = {}) {
  const named = new Map(Object.entries(shown).map(([name, value]) => [name.toLowerCase(), value]));
  const headers = scheme.content.filter(({ part }) => part === "header");
  return Object.fromEntries(
    headers.map(({ name }) => {
      const fence = textBeside(scheme, name);
      return [name, named.get(name.toLowerCase()) ?? VALUES.find((value) => !fence || !value.includes(fence))];
    }),
  );
}

/** A body that says all that the scheme reads from it, and does not survive being parsed and written again. */
export function bodyOf(scheme, at, type = "event.created") {
  const facts = [
    [scheme.type, type],
    [scheme.id, "evt_1"],
    [scheme.eventTime, scheme.eventTime && timeValue(scheme.eventTime, at)],
    // Last, because without it nothing is verified: a place of the same name is overwritten.
    [scheme.timestamp, scheme.timestamp && timeValue(scheme.timestamp, at)],
  ];
  const body = Object.create(null);
  for (const [place, value] of facts) if (place?.from === "body") put(body, place.keys, value);
  let number = "n";
  while (number in body) number += "n";
  return JSON.stringify(body).replace(/,?\}$/, (end, start) => `${start > 1 ? "," : ""}"${number}":1.0}`);
}

const timeValue = ({ unit }, ms) => (unit === "rfc3339" ? timeText(unit, ms) : Number(timeText(unit, ms)));

/** Objects without a prototype: `__proto__` is a key like any other. */
function put(object, [key, ...rest], value) {
  if (rest.length === 0) {
    object[key] = value;
    return;
  }
  if (typeof object[key] !== "object") object[key] = Object.create(null);
  put(object[key], rest, value);
}
