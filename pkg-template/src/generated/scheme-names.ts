// Written by generate.mjs from the tables of the Rust core; do not edit.

// What a scheme picks from a list, in the order in which the core counts.
export const algorithms = ["hmac-sha1", "hmac-sha256", "hmac-sha384", "hmac-sha512"] as const;
export const encodings = ["hex", "hex-any-case", "base64", "base64url"] as const;
export const keyEncodings = ["utf8", "base64", "hex"] as const;
export const units = ["s", "ms", "rfc3339"] as const;

/** How long the tag of an algorithm is. */
export const tagBytes = { "hmac-sha1": 20, "hmac-sha256": 32, "hmac-sha384": 48, "hmac-sha512": 64 } as const;
