// The closed tables of codes and details as users rely on them. They are written out once more here, on purpose: a
// change in the core's tables has to be a change of the promise, too.

const table = {
  misuse: {
    500: [
      "SECRET_EMPTY",
      "SECRET_INVALID",
      "PROVIDER_UNKNOWN",
      "SCHEME_INVALID",
      "OPTION_INVALID",
      "REQUEST_MISSING",
      "BODY_NOT_RAW",
      "BODY_CONSUMED",
      "HEADERS_INVALID",
      "WASM_UNAVAILABLE",
    ],
    503: ["SECRET_UNAVAILABLE"],
  },
  malformed: {
    401: [
      "HEADER_MISSING",
      "HEADER_REPEATED",
      "SIGNATURE_MALFORMED",
      "TIMESTAMP_MALFORMED",
      "VERSION_UNKNOWN",
      "SIGNATURES_TOO_MANY",
    ],
  },
  rejected: { 401: ["SIGNATURE_MISMATCH", "SECRET_NOT_ACCEPTED", "TIMESTAMP_TOO_OLD", "TIMESTAMP_TOO_NEW"] },
  unreadable: { 400: ["PAYLOAD_NOT_JSON"] },
  transport: { 405: ["METHOD_NOT_ALLOWED"], 408: ["READ_TIMEOUT"], 413: ["BODY_TOO_LARGE"] },
};

/** code -> { family, status } for every code. */
export const CODES = new Map(
  Object.entries(table).flatMap(([family, statuses]) =>
    Object.entries(statuses).flatMap(([status, codes]) =>
      codes.map((code) => [code, { family, status: Number(status) }]),
    ),
  ),
);

/** detail -> code, for every detail of the core: what exactly a delivery was refused for. */
export const DETAILS = {
  "header-missing": "HEADER_MISSING",
  "header-repeated": "HEADER_REPEATED",
  "aliases-differ": "HEADER_REPEATED",
  "timestamp-repeated": "HEADER_REPEATED",
  "format-mismatch": "SIGNATURE_MALFORMED",
  "header-too-long": "SIGNATURE_MALFORMED",
  undecodable: "SIGNATURE_MALFORMED",
  "no-signature": "SIGNATURE_MALFORMED",
  "signed-header": "SIGNATURE_MALFORMED",
  ambiguous: "SIGNATURE_MALFORMED",
  "timestamp-missing": "TIMESTAMP_MALFORMED",
  "timestamp-form": "TIMESTAMP_MALFORMED",
  "timestamp-digits": "TIMESTAMP_MALFORMED",
  "body-time": "TIMESTAMP_MALFORMED",
  "no-known-version": "VERSION_UNKNOWN",
  "required-value": "VERSION_UNKNOWN",
  "signatures-too-many": "SIGNATURES_TOO_MANY",
  mismatch: "SIGNATURE_MISMATCH",
  "mismatch-line-break": "SIGNATURE_MISMATCH",
  "signed-too-old": "TIMESTAMP_TOO_OLD",
  "signed-too-new": "TIMESTAMP_TOO_NEW",
  "event-too-old": "TIMESTAMP_TOO_OLD",
  "event-too-new": "TIMESTAMP_TOO_NEW",
};

/** The families that traffic may cause: hostile input never gives another one. */
export const TRAFFIC = ["malformed", "rejected"];

/** The codes that traffic may cause, without those of a receiver for many tenants. */
export const TRAFFIC_CODES = [...new Set(Object.values(DETAILS))];
