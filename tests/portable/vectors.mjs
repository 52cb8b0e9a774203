// The corpus, file by file -> a flat list of vectors with their bytes made, and the one failure line.

/** @param corpus - the parsed files of tests/vectors, the specification */
export function readCorpus(corpus) {
  return corpus.flatMap((file) => file.vectors.map((vector) => readVector(file.scheme, vector)));
}

function readVector(scheme, vector) {
  const { id, comment, flags, headers, now, result, reason, delivery = {} } = vector;
  return {
    id,
    comment,
    flags,
    scheme,
    secrets: vector.secrets.map((secret) => (typeof secret === "string" ? secret : fromHex(secret.hex))),
    headers,
    body: bodyOf(vector),
    options: { now: () => now, ...toleranceOf(vector.tolerance_seconds), ...ageOf(vector.max_event_age_seconds) },
    now,
    expected: result === "verified" ? "verified" : reason,
    facts: delivery,
  };
}

function bodyOf({ body_hex: hex, body_repeat: repeat }) {
  if (repeat === undefined) return fromHex(hex);
  const piece = fromHex(repeat.hex);
  const body = new Uint8Array(piece.length * repeat.times);
  for (let at = 0; at < body.length; at += piece.length) body.set(piece, at);
  return body;
}

/** A number or `"off"`, for both directions or for each. */
function toleranceOf(seconds) {
  if (seconds === undefined) return {};
  if (typeof seconds !== "object") return { toleranceSeconds: limitOf(seconds) };
  const { past, future } = seconds;
  return { toleranceSeconds: { past: limitOf(past), future: limitOf(future) } };
}

const limitOf = (seconds) => (seconds === "off" ? Infinity : seconds);
const ageOf = (seconds) => (seconds === undefined ? {} : { maxEventAgeSeconds: seconds });

export function fromHex(hex) {
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}

/** A `Webhook` that is set up as the vector says, by the name of a provider or by the fields of a scheme. */
export function openWebhook({ Webhook, defineScheme }, { scheme, secrets, options }) {
  return new Webhook(typeof scheme === "string" ? scheme : defineScheme(scheme), secrets, options);
}

/** `agentbot/017 duplicate t=: expected rejected HEADER_REPEATED, got verified` */
export function failureLine({ id, comment }, expected, got, where) {
  return `${id} ${comment}${where ? ` (${where})` : ""}: expected ${inWords(expected)}, got ${inWords(got)}`;
}

const inWords = (verdict) => (/^[A-Z_]+$/.test(verdict) ? `rejected ${verdict}` : verdict);
