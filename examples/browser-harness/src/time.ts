// Time: what the fields for a time share.

/** The latest time that a `Date` holds, in ms. */
export const LATEST_MS = 8_640_000_000_000_000;
