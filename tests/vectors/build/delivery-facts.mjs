// What a genuine delivery is expected to say: type, id, time, and the key that stays over retries.

import { sha256Hex } from "./sign.mjs";
import { objectOf, scalar, scalarBehind, timeIn, timeMs } from "./told.mjs";

/** The facts of a verified draft. A fact that is left out is expected to be absent. */
export function deliveryFacts(draft) {
  const { scheme, body } = draft;
  const object = objectOf(body);
  const id = factFrom(scheme.id, draft, object);
  return {
    type: factFrom(scheme.type, draft, object),
    id,
    timestamp_ms: timestampMs(scheme.timestamp, draft),
    secret_index: draft.secretIndex,
    idempotency_key: id ?? sha256Hex(body),
  };
}

function factFrom(rule, draft, object) {
  if (!rule) return undefined;
  return rule.from === "header" ? scalar(signedValue(draft, rule.name)) : scalarBehind(rule.keys, object);
}

/** The value of a signed header; the letter case of its name is free. */
function signedValue({ values }, name) {
  const [, value] = Object.entries(values).find(([other]) => other.toLowerCase() === name.toLowerCase()) ?? [];
  return value;
}

function timestampMs(rule, { time, body }) {
  if (!rule) return undefined;
  return rule.from === "body" ? timeIn(rule, body) : timeMs(rule.unit, time);
}
