// Written by generate.mjs from the tables of the Rust core; do not edit.

/**
 * Every code there is. The table is closed: it is the same in Rust, in JavaScript and in the
 * README, and a code never changes its meaning.
 */
export type WebhookErrorCode =
  | "SECRET_EMPTY"
  | "SECRET_INVALID"
  | "PROVIDER_UNKNOWN"
  | "SCHEME_INVALID"
  | "OPTION_INVALID"
  | "BODY_NOT_RAW"
  | "BODY_CONSUMED"
  | "HEADERS_INVALID"
  | "WASM_UNAVAILABLE"
  | "HEADER_MISSING"
  | "HEADER_REPEATED"
  | "SIGNATURE_MALFORMED"
  | "TIMESTAMP_MALFORMED"
  | "VERSION_UNKNOWN"
  | "SIGNATURES_TOO_MANY"
  | "SIGNATURE_MISMATCH"
  | "TIMESTAMP_TOO_OLD"
  | "TIMESTAMP_TOO_NEW"
  | "PAYLOAD_NOT_JSON"
  | "METHOD_NOT_ALLOWED"
  | "BODY_TOO_LARGE";

/**
 * Who has to act: `misuse` our caller, `malformed` the sender, `rejected` nobody (refuse the
 * delivery), `unreadable` the application, `transport` the sender again.
 */
export type WebhookErrorFamily =
  | "misuse"
  | "malformed"
  | "rejected"
  | "unreadable"
  | "transport";

/** What one code means. */
export interface CodeRow {
  readonly code: WebhookErrorCode;
  readonly family: WebhookErrorFamily;
  readonly status: number;
  readonly sentence: string;
}

/** Every code; the one with number n stands at n - 1. */
export const codes: readonly CodeRow[] = [
  { code: "SECRET_EMPTY", family: "misuse", status: 500, sentence: "The secret is empty: anyone could sign with it." },
  { code: "SECRET_INVALID", family: "misuse", status: 500, sentence: "The secret is not written the way this scheme writes secrets." },
  { code: "PROVIDER_UNKNOWN", family: "misuse", status: 500, sentence: "No provider of this name is built in." },
  { code: "SCHEME_INVALID", family: "misuse", status: 500, sentence: "The scheme contradicts itself or the model." },
  { code: "OPTION_INVALID", family: "misuse", status: 500, sentence: "An option is unknown, or has a value it cannot have." },
  { code: "BODY_NOT_RAW", family: "misuse", status: 500, sentence: "The body is not the raw bytes that arrived." },
  { code: "BODY_CONSUMED", family: "misuse", status: 500, sentence: "The body of this request was already read by someone else." },
  { code: "HEADERS_INVALID", family: "misuse", status: 500, sentence: "The headers are not a collection of header names and values." },
  { code: "WASM_UNAVAILABLE", family: "misuse", status: 500, sentence: "The WebAssembly module could not be loaded, so nothing was verified." },
  { code: "HEADER_MISSING", family: "malformed", status: 401, sentence: "A header that this scheme needs did not come." },
  { code: "HEADER_REPEATED", family: "malformed", status: 401, sentence: "A header, or a field inside it, came more than once." },
  { code: "SIGNATURE_MALFORMED", family: "malformed", status: 401, sentence: "The signature header, or a header it covers, is not written the way this scheme writes it." },
  { code: "TIMESTAMP_MALFORMED", family: "malformed", status: 401, sentence: "The signed timestamp is absent, or is not written the way this scheme writes it." },
  { code: "VERSION_UNKNOWN", family: "malformed", status: 401, sentence: "No signature of a version that this scheme knows came." },
  { code: "SIGNATURES_TOO_MANY", family: "malformed", status: 401, sentence: "More signatures came than a genuine sender has keys." },
  { code: "SIGNATURE_MISMATCH", family: "rejected", status: 401, sentence: "No secret signs these bytes with this signature." },
  { code: "TIMESTAMP_TOO_OLD", family: "rejected", status: 401, sentence: "The signature fits, and it was made longer ago than the tolerance allows." },
  { code: "TIMESTAMP_TOO_NEW", family: "rejected", status: 401, sentence: "The signature fits, and it is dated further in the future than the tolerance allows." },
  { code: "PAYLOAD_NOT_JSON", family: "unreadable", status: 400, sentence: "The delivery is genuine, and its body is not JSON in UTF-8." },
  { code: "METHOD_NOT_ALLOWED", family: "transport", status: 405, sentence: "A delivery comes by POST; this request did not." },
  { code: "BODY_TOO_LARGE", family: "transport", status: 413, sentence: "The body is larger than this receiver accepts." },
];
