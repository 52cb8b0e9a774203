// Kit: rows of wrong schemes. A row is the field that an error must name, the scheme, and facts of its message.
import { ACME, PLAIN } from "../kit.mjs";

export const acme = (change) => ({ ...ACME, ...change });

export const plain = (change) => ({ ...PLAIN, ...change });

/** Longer than any name, and than any key of a body. */
export const LONG = "x".repeat(129);

/** Rows of one field: every spec, what the message says of it, and what its example shows. */
export const of = (field, specs, facts = {}) => specs.map((spec) => ({ field, spec, ...facts }));

/** What the fields say of each other: a schema of shapes cannot see it. */
export const CONTRADICTION = { isContradiction: true };
