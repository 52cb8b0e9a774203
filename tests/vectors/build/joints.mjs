// Where the pieces of a content meet, and what tells them apart.

const DIGITS = { s: 10, ms: 13 };

/** The pieces that stand next to one of a content: towards the body, and away from it. */
function neighbours({ content }, at) {
  const step = at < content.findIndex(({ part }) => part === "body") ? 1 : -1;
  return { inside: content[at + step], beyond: content[at + 2 * step], outside: content[at - step], step };
}

const placeOf = ({ content }, name) => content.findIndex((piece) => piece.part === "header" && piece.name === name);

/** The fixed text between a signed header and what stands towards the body; `undefined` where there is none. */
export function textBeside(scheme, name) {
  return neighbours(scheme, placeOf(scheme, name)).inside.text;
}

/** All that parts a signed header from what is of any length: a text, or the time and the text on its other side. */
export function fenceOf(scheme, name, time) {
  const { inside, beyond, step } = neighbours(scheme, placeOf(scheme, name));
  if (inside.text !== undefined) return inside.text;
  const texts = [time, beyond?.text ?? ""];
  return (step > 0 ? texts : texts.toReversed()).join("");
}

/** How many digits the time must have, where only their number tells where it ends. */
export function digitsOfTime(scheme) {
  const digits = DIGITS[scheme.timestamp?.unit];
  if (digits === undefined || scheme.timestamp.from === "body") return undefined;
  const { outside, inside, step } = neighbours(
    scheme,
    scheme.content.findIndex(({ part }) => part === "timestamp"),
  );
  const touching = inside.text?.at(step > 0 ? 0 : -1) ?? "0";
  return outside?.part === "header" || /\d/.test(touching) ? digits : undefined;
}
