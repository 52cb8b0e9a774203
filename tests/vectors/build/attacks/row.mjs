// One row of the attack tables: what is done to a genuine delivery, and what must come of it.

/**
 * A row that must be refused for exactly this reason.
 *
 * `make(draft, signature)` answers what to change in the draft; `undefined` where the attack does
 * not exist (an upper-case letter in a signature of digits). `when` says which schemes it is for.
 */
export function refused(reason, flag, comment, make, when = () => true) {
  return { reason, flags: [flag].flat(), comment, make, when };
}

/** A row that must be verified, so that refusing everything is no way to pass. */
export function accepted(flag, comment, make, when = () => true) {
  return refused(undefined, flag, comment, make, when);
}

/** A copy with one bit of one byte turned over. */
export function flipped(bytes, at, mask = 1) {
  const copy = Buffer.from(bytes);
  copy[at] ^= mask;
  return copy;
}

/** The kind of format a scheme has. */
export function kindIs(...kinds) {
  return (scheme) => kinds.includes(scheme.format.kind);
}

/** A row that every scheme gets, also one whose grammar others have. */
export function everywhere(row) {
  return { ...row, everywhere: true };
}

/** A label that the scheme does not know: this one, or one that begins with it. */
export function unknown(label, { format: { tag, time, prefix = "" } }) {
  const known = [tag, time, prefix.replace(/=$/, "")];
  return known.includes(label) ? unknown(`${label}9`, { format: { tag, time, prefix } }) : label;
}

/** A label in the other letter case; `undefined` where it has none, or where the scheme knows that, too. */
export function otherCase(label, { format: { tag, time } }) {
  const other = label === label.toUpperCase() ? label.toLowerCase() : label.toUpperCase();
  return other === label || [tag, time].includes(other) ? undefined : other;
}

/** The names of all headers that a scheme reads, in lower case. */
export function namesOf({ headers, timestamp, content, require }) {
  const signed = content.filter(({ part }) => part === "header").map(({ name }) => name);
  const time = timestamp?.from === "header" ? [timestamp.name] : [];
  return [...headers, ...time, ...signed, ...require.map(([name]) => name)].map((name) => name.toLowerCase());
}

/** A limit that a test can go beyond: a tolerance of decades would let a time of 1970 pass. */
const DECADE = 10 * 365 * 24 * 3600;

/** Whether the age of the signed time is limited. */
export const hasPast = ({ tolerance }) => tolerance !== undefined && tolerance[0] < DECADE;
/** Whether the signed time may lie only so far ahead. */
export const hasFuture = ({ tolerance }) => tolerance !== undefined && tolerance[1] < DECADE;
/** Whether it is limited on both sides. */
export const isLimited = (scheme) => hasPast(scheme) && hasFuture(scheme);

/** Both conditions on a scheme. */
export const both = (first, second) => (scheme) => first(scheme) && second(scheme);
