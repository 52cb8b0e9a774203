// The closed table of codes as users rely on it. It is written out once more here, on purpose: a change in the
// core's table has to be a change of the promise, too.

const families = {
  misuse: {
    status: 500,
    codes: [
      "SECRET_EMPTY",
      "SECRET_INVALID",
      "PROVIDER_UNKNOWN",
      "SCHEME_INVALID",
      "OPTION_INVALID",
      "BODY_NOT_RAW",
      "BODY_CONSUMED",
      "HEADERS_INVALID",
      "WASM_UNAVAILABLE",
    ],
  },
  malformed: {
    status: 401,
    codes: [
      "HEADER_MISSING",
      "HEADER_REPEATED",
      "SIGNATURE_MALFORMED",
      "TIMESTAMP_MALFORMED",
      "VERSION_UNKNOWN",
      "SIGNATURES_TOO_MANY",
    ],
  },
  rejected: { status: 401, codes: ["SIGNATURE_MISMATCH", "TIMESTAMP_TOO_OLD", "TIMESTAMP_TOO_NEW"] },
  unreadable: { status: 400, codes: ["PAYLOAD_NOT_JSON"] },
};

/** code -> { family, status } for every code that the package itself can give. */
export const CODES = new Map(
  Object.entries(families).flatMap(([family, { status, codes }]) => codes.map((code) => [code, { family, status }])),
);

/** The families that traffic may cause: hostile input never gives another one. */
export const TRAFFIC = ["malformed", "rejected"];
