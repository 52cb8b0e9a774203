// Written by generate.mjs from the tables of the Rust core; do not edit.

/** What the core takes at most. */
export const limits = {
  eventFutureSeconds: 300,
  headerBytes: 4096,
  headers: 16,
  secretBytes: 4096,
  secrets: 16,
  signatures: 16,
} as const;
