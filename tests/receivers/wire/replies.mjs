// What a sender gets to read: each reply of a receiver, exactly, and what an answer has otherwise.
const TITLES = {
  misuse: "The receiver is not set up right.",
  malformed: "The delivery is malformed.",
  rejected: "The delivery was rejected.",
  unreadable: "The delivery is unreadable.",
  transport: "The request is not a delivery.",
};

const FAMILIES = {
  misuse: [500, "SECRET_EMPTY", "BODY_NOT_RAW", "BODY_CONSUMED"],
  malformed: [
    401,
    "HEADER_MISSING",
    "HEADER_REPEATED",
    "SIGNATURE_MALFORMED",
    "TIMESTAMP_MALFORMED",
    "VERSION_UNKNOWN",
  ],
  rejected: [401, "SIGNATURE_MISMATCH", "TIMESTAMP_TOO_OLD", "TIMESTAMP_TOO_NEW"],
  unreadable: [400, "PAYLOAD_NOT_JSON"],
};

/** The reply to what was handled, and to what was handled before. */
export const OK = { status: 200, type: "text/plain; charset=utf-8", text: "ok" };

/** The reply to a delivery whose handler threw. */
export const FAILED = problem({ status: 500, title: "The delivery could not be handled." });

/** The reply to a delivery that is being handled; its Retry-After is for {@link retryProblems}. */
export const BUSY = problem({ status: 409, title: "This delivery is being handled." });

/** The reply to what is refused with `code`: who has to act, and no more. */
export function refusal(code) {
  if (code === "METHOD_NOT_ALLOWED") return { ...refused(405, "transport"), allow: "POST" };
  if (code === "BODY_TOO_LARGE") return refused(413, "transport");
  const [family, [status]] = Object.entries(FAMILIES).find(([, codes]) => codes.includes(code));
  return refused(status, family);
}

const refused = (status, family) => problem({ status, title: TITLES[family], family });

function problem(details) {
  return { status: details.status, type: "application/problem+json", text: JSON.stringify(details) };
}

/** Says what `answer` has otherwise than `expected`: a list of sentences, empty when all is as it should be. */
export function differences({ status, headers, text }, expected) {
  const got = { status, type: headers["content-type"], text, allow: headers.allow };
  return Object.entries(got)
    .filter(([name, value]) => value !== expected[name])
    .map(([name, value]) => `expected ${name} ${expected[name]}, got ${value}`);
}

/** Says what is wrong with the time after which the sender of a duplicate is to come back: at most the lease. */
export function retryProblems({ headers: { "retry-after": text } }) {
  const seconds = Number(text);
  return Number.isInteger(seconds) && seconds >= 1 && seconds <= 60 ? [] : [`Retry-After is ${text}`];
}
