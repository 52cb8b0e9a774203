// A draft: one delivery before it is written down, with every part still open to an attack.
//
// `body` is what is signed and `sent` what is sent; they differ only where an attack says so. The
// other parts are open in the same way: an attack overrides `signatures`, the whole `value` of the
// signature header, or `edit`s the finished list of headers.

import { deliveryFacts } from "./delivery-facts.mjs";
import { signatureOf } from "./sign.mjs";
import { timeText } from "./told.mjs";

/** The draft of a genuine delivery: `facts` of the provider, `sample` one of its deliveries. */
export function genuine(facts, sample) {
  const { scheme } = facts;
  const at = sample.at ?? facts.at;
  return {
    scheme,
    secrets: sample.secrets ?? [facts.secret],
    body: bytesOf(sample.body),
    repeat: sample.repeat,
    time: sample.time ?? timeText(scheme.timestamp?.unit, at),
    values: { ...facts.values, ...sample.values },
    hints: sample.hints ?? facts.hints ?? [],
    now: sample.now ?? at,
    toleranceSeconds: sample.toleranceSeconds,
    maxEventAgeSeconds: sample.maxEventAgeSeconds,
    secretIndex: sample.secretIndex ?? 0,
    edit: sample.edit,
  };
}

function bytesOf(body) {
  return typeof body === "string" ? Buffer.from(body) : body;
}

/** The signature that the secret at `index` makes of a draft. */
export function sign(draft, index = draft.secretIndex) {
  return signatureOf(draft.scheme, draft.secrets[index], draft);
}

/** The value of the signature header that carries these signatures. */
export function writeValue({ scheme, time }, signatures) {
  const { kind, prefix, separator, tag, time: timeKey, spaces } = scheme.format;
  switch (kind) {
    case "value":
      return prefix + signatures[0];
    case "pairs": {
      const items = signatures.map((signature) => `${tag}=${signature}`);
      if (timeKey) items.unshift(`${timeKey}=${time}`);
      return items.join(spaces ? `${separator} ` : separator);
    }
    case "tokens":
      return signatures.map((signature) => `${tag},${signature}`).join(" ");
    case "positional":
      return [time, ...signatures].join(",");
    default:
      throw new Error(`unknown format ${kind}`);
  }
}

/** The headers of a draft as they are sent, in the order of the walk. */
export function headersOf(draft) {
  const { scheme, values, hints } = draft;
  const value = draft.value ?? writeValue(draft, draft.signatures ?? [sign(draft)]);
  const headers = [[scheme.headers[0], value]];
  if (scheme.timestamp?.from === "header") headers.push([scheme.timestamp.name, draft.time]);
  for (const name of contentHeaders(scheme)) headers.push([name, values[name]]);
  headers.push(...scheme.require, ...hints);
  return draft.edit ? draft.edit(headers) : headers;
}

/** The signed headers of a scheme, its timestamp header left out. */
export function contentHeaders(scheme) {
  return scheme.content.filter(({ part }) => part === "header").map(({ name }) => name);
}

/** A draft written down as a vector; `about` holds its comment, flags, source and reason. */
export function toVector(draft, { comment, source, flags, reason, expect }) {
  const sent = draft.sent ?? draft.body;
  const vector = { id: undefined, comment, source, flags, secrets: draft.secrets };
  vector.headers = headersOf(draft);
  if (draft.repeat) vector.body_repeat = draft.repeat;
  else vector.body_hex = sent.toString("hex");
  vector.now = draft.now;
  vector.tolerance_seconds = draft.toleranceSeconds;
  vector.max_event_age_seconds = draft.maxEventAgeSeconds;
  vector.result = reason ? "rejected" : "verified";
  vector.reason = reason;
  if (!reason && expect !== "unchecked") vector.delivery = { ...deliveryFacts(draft), ...expect };
  return vector;
}
