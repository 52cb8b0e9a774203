// What the properties have in common: to ask for a verdict, to compare, to say what arrived instead.
import { failsWith } from "../api/kit.mjs";
import { CODES } from "../codes.mjs";

export function checked({ receiver, body }, headers, options) {
  const webhook = receiver.open(options);
  const answer = webhook.check(body, headers);
  webhook.dispose();
  return failsWith(answer);
}

/** Anything but a WebhookError is a failure of the property. */
export function caught(action) {
  try {
    return { value: action() };
  } catch (error) {
    if (error?.name !== "WebhookError" || !CODES.has(error.code)) throw error;
    return { error, code: error.code };
  }
}

export const refusalOf = ({ code, family, status, detail, message, params }) => [
  code,
  family,
  status,
  detail,
  message,
  params,
];

export const factsOf = ({ provider, type, id, timestamp, secretIndex, idempotencyKey }) => [
  provider,
  type,
  id,
  timestamp,
  secretIndex,
  idempotencyKey,
];

export const verdictOf = (answer) => JSON.stringify(answer.ok ? factsOf(answer.delivery) : refusalOf(answer));

export function expect(got, wanted) {
  const [one, other] = [got, wanted].map((value) => JSON.stringify(value));
  if (one !== other) throw new Error(`expected ${other}, got ${one}`);
}

export function expectOneOf(wanted, got) {
  if (!wanted.includes(got)) throw new Error(`expected one of ${wanted.join(", ")}, got ${got}`);
}

export const bytesOf = (body) => (typeof body === "string" ? new TextEncoder().encode(body) : body);

export function flipped(bytes, bit) {
  const changed = bytes.slice();
  changed[(bit >> 3) % bytes.length] ^= 1 << (bit & 7);
  return changed;
}

/** The scheme of a delivery. */
export function schemeOf({ receiver }) {
  const webhook = receiver.open();
  webhook.dispose();
  return webhook.scheme;
}
