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
