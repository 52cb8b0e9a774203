// Written by generate.mjs from the tables of the Rust core; do not edit.

/**
 * Every code there is. The table is closed: it is the same in Rust, in JavaScript and in the
 * README, and a code never changes its meaning.
 */
export type WebhookErrorCode =
  | "SECRET_EMPTY"
  | "SECRET_INVALID"
  | "SECRET_UNAVAILABLE"
  | "PROVIDER_UNKNOWN"
  | "SCHEME_INVALID"
  | "OPTION_INVALID"
  | "REQUEST_MISSING"
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
  | "SECRET_NOT_ACCEPTED"
  | "TIMESTAMP_TOO_OLD"
  | "TIMESTAMP_TOO_NEW"
  | "PAYLOAD_NOT_JSON"
  | "METHOD_NOT_ALLOWED"
  | "BODY_TOO_LARGE"
  | "READ_TIMEOUT";

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
  { code: "SECRET_EMPTY", family: "misuse", status: 500, sentence: "The secret is empty, or zeros or white space only: anyone could sign with it." },
  { code: "SECRET_INVALID", family: "misuse", status: 500, sentence: "The secret is not written the way this scheme writes secrets, or is another text: of a variable that is not set, or another key of the provider." },
  { code: "SECRET_UNAVAILABLE", family: "misuse", status: 503, sentence: "The secret could not be loaded, so nothing was verified." },
  { code: "PROVIDER_UNKNOWN", family: "misuse", status: 500, sentence: "No provider of this name is built in." },
  { code: "SCHEME_INVALID", family: "misuse", status: 500, sentence: "A field of the scheme is wrong, or contradicts another." },
  { code: "OPTION_INVALID", family: "misuse", status: 500, sentence: "An option is unknown, or has a value it cannot have." },
  { code: "REQUEST_MISSING", family: "misuse", status: 500, sentence: "This scheme signs the URL or the method of the request, and they were not passed." },
  { code: "BODY_NOT_RAW", family: "misuse", status: 500, sentence: "The body is not the raw bytes that arrived." },
  { code: "BODY_CONSUMED", family: "misuse", status: 500, sentence: "The body of this request was already read." },
  { code: "HEADERS_INVALID", family: "misuse", status: 500, sentence: "The headers are not a collection of header names and values." },
  { code: "WASM_UNAVAILABLE", family: "misuse", status: 500, sentence: "The WebAssembly module could not be loaded, so nothing was verified." },
  { code: "HEADER_MISSING", family: "malformed", status: 401, sentence: "A header that this scheme reads is missing." },
  { code: "HEADER_REPEATED", family: "malformed", status: 401, sentence: "A header, or a field inside it, arrived more than once." },
  { code: "SIGNATURE_MALFORMED", family: "malformed", status: 401, sentence: "The signature header, or a header that is signed, is malformed." },
  { code: "TIMESTAMP_MALFORMED", family: "malformed", status: 401, sentence: "The signed timestamp is missing or malformed." },
  { code: "VERSION_UNKNOWN", family: "malformed", status: 401, sentence: "No signature of a version that this scheme knows arrived." },
  { code: "SIGNATURES_TOO_MANY", family: "malformed", status: 401, sentence: "More signatures arrived than a genuine sender has keys." },
  { code: "SIGNATURE_MISMATCH", family: "rejected", status: 401, sentence: "Signature mismatch: the secret is wrong, or the body is not the raw bytes that arrived." },
  { code: "SECRET_NOT_ACCEPTED", family: "rejected", status: 401, sentence: "The delivery is signed with a secret that this receiver does not accept." },
  { code: "TIMESTAMP_TOO_OLD", family: "rejected", status: 401, sentence: "The signature matches, and its time is further in the past than the tolerance." },
  { code: "TIMESTAMP_TOO_NEW", family: "rejected", status: 401, sentence: "The signature matches, and its time is further in the future than the tolerance." },
  { code: "PAYLOAD_NOT_JSON", family: "unreadable", status: 400, sentence: "The delivery is genuine, and its body is not JSON in UTF-8." },
  { code: "METHOD_NOT_ALLOWED", family: "transport", status: 405, sentence: "The method of the request is not POST." },
  { code: "BODY_TOO_LARGE", family: "transport", status: 413, sentence: "The body is larger than this receiver accepts." },
  { code: "READ_TIMEOUT", family: "transport", status: 408, sentence: "The body did not arrive in time." },
];

/** What exactly a delivery was refused for. */
export type CoreDetail =
  | "header-missing"
  | "header-repeated"
  | "aliases-differ"
  | "timestamp-repeated"
  | "format-mismatch"
  | "header-too-long"
  | "undecodable"
  | "no-signature"
  | "signed-header"
  | "ambiguous"
  | "timestamp-missing"
  | "timestamp-form"
  | "body-time"
  | "no-known-version"
  | "required-value"
  | "signatures-too-many"
  | "mismatch"
  | "signed-too-old"
  | "signed-too-new"
  | "event-too-old"
  | "event-too-new"
  | "timestamp-digits"
  | "mismatch-line-break";

/** One of them, with the parameters of its sentence in braces. */
export interface DetailRow {
  readonly detail: CoreDetail;
  readonly code: WebhookErrorCode;
  readonly sentence: string;
}

/** Every detail of the core; the one with number n stands at n - 1. */
export const details: readonly DetailRow[] = [
  { detail: "header-missing", code: "HEADER_MISSING", sentence: "{header} is missing." },
  { detail: "header-repeated", code: "HEADER_REPEATED", sentence: "{header} arrived more than once." },
  { detail: "aliases-differ", code: "HEADER_REPEATED", sentence: "{header} arrived with another value than the same header under its other name." },
  { detail: "timestamp-repeated", code: "HEADER_REPEATED", sentence: "{header} holds more than one timestamp: expected {shape}." },
  { detail: "format-mismatch", code: "SIGNATURE_MALFORMED", sentence: "{header} is malformed: expected {shape}." },
  { detail: "header-too-long", code: "SIGNATURE_MALFORMED", sentence: "{header} is longer than 4096 bytes: expected {shape}." },
  { detail: "undecodable", code: "SIGNATURE_MALFORMED", sentence: "{header} holds a signature that does not decode: expected {shape}." },
  { detail: "no-signature", code: "SIGNATURE_MALFORMED", sentence: "{header} holds no signature: expected {shape}." },
  { detail: "signed-header", code: "SIGNATURE_MALFORMED", sentence: "{header} is malformed: expected one value of visible ASCII, without spaces and commas." },
  { detail: "ambiguous", code: "SIGNATURE_MALFORMED", sentence: "{header} holds the text that ends it in the signed content, so that could be split in two ways." },
  { detail: "timestamp-missing", code: "TIMESTAMP_MALFORMED", sentence: "{header} holds no timestamp: expected {shape}." },
  { detail: "timestamp-form", code: "TIMESTAMP_MALFORMED", sentence: "{header} holds a malformed timestamp: expected {unit}." },
  { detail: "body-time", code: "TIMESTAMP_MALFORMED", sentence: "The body's {path} is missing or malformed: expected {unit}." },
  { detail: "no-known-version", code: "VERSION_UNKNOWN", sentence: "{header} holds no signature of a known version: expected {shape}." },
  { detail: "required-value", code: "VERSION_UNKNOWN", sentence: "{header} has another value than this scheme requires: expected {value}." },
  { detail: "signatures-too-many", code: "SIGNATURES_TOO_MANY", sentence: "{header} holds more than 16 signatures." },
  { detail: "mismatch", code: "SIGNATURE_MISMATCH", sentence: "Signature mismatch: the secret is wrong, or the body is not the raw bytes that arrived (was it parsed and serialized again?). countersign/explain can tell which." },
  { detail: "signed-too-old", code: "TIMESTAMP_TOO_OLD", sentence: "Signed {age} ago; the tolerance is {limit}." },
  { detail: "signed-too-new", code: "TIMESTAMP_TOO_NEW", sentence: "Signed {age} in the future; the tolerance is {limit}." },
  { detail: "event-too-old", code: "TIMESTAMP_TOO_OLD", sentence: "The body's {path} is {age} ago; maxEventAgeSeconds allows {limit}." },
  { detail: "event-too-new", code: "TIMESTAMP_TOO_NEW", sentence: "The body's {path} is {age} in the future; {limit} are allowed." },
  { detail: "timestamp-digits", code: "TIMESTAMP_MALFORMED", sentence: "{header} holds a malformed timestamp: expected {unit} with as many digits as now." },
  { detail: "mismatch-line-break", code: "SIGNATURE_MISMATCH", sentence: "Signature mismatch: a secret ends in a line break. Remove it if the sender's secret has none; if it has, countersign/explain can tell more." },
];
