// What a genuine delivery is expected to say: type, id, time, and the key that stays over retries.

import { sha256Hex } from "./sign.mjs";

/** Longest text that counts as a type or an id. */
const SCALAR_BYTES_MAX = 1024;

/** The facts of a verified draft. A fact that is left out is expected to be absent. */
export function deliveryFacts(draft) {
  const { scheme, body } = draft;
  const object = topLevelObject(body);
  const id = factFrom(scheme.id, draft, object);
  return {
    type: factFrom(scheme.type, draft, object),
    id,
    timestamp_ms: timestampMs(scheme.timestamp, draft, object),
    secret_index: draft.secretIndex,
    idempotency_key: id ?? sha256Hex(body),
  };
}

/** `undefined` unless the body is one JSON object in UTF-8; a byte order mark is not JSON. */
function topLevelObject(body) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
    const value = JSON.parse(text);
    return typeof value === "object" && !Array.isArray(value) ? (value ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

// A number counts as its JSON text, which JSON.parse forgets: such a sample states the fact itself.
function factFrom(rule, draft, object) {
  if (!rule) return undefined;
  const value = rule.from === "header" ? draft.values[rule.name] : behind(rule.keys, object);
  const isText = typeof value === "string" && value !== "" && value.isWellFormed();
  return isText && Buffer.byteLength(value) <= SCALAR_BYTES_MAX ? value : undefined;
}

/** The value that these keys lead to. A path goes through objects, and through nothing else. */
function behind([key, ...rest], object) {
  if (typeof object !== "object" || object === null || Array.isArray(object)) return undefined;
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return rest.length > 0 ? behind(rest, value) : value;
}

function timestampMs(rule, draft, object) {
  if (!rule) return undefined;
  const text = rule.from === "body" ? String(behind(rule.keys, object)) : draft.time;
  switch (rule.unit) {
    case "s":
      return Number(text) * 1000;
    case "ms":
      return Number(text);
    default:
      return Date.parse(text);
  }
}
