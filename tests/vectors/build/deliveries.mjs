// Deliveries of a file → vectors. A delivery with headers is written down as it is, and must be what it says: its signature
// is made again. One without headers is signed here.

import { genuine, headersOf, sign, toVector } from "./draft.mjs";
import { keyOf } from "./sign.mjs";
import { readContent } from "./scheme.mjs";
import { timeIn } from "./told.mjs";

/** The deliveries of a provider's own file, and the samples of its events. */
export function ownDeliveries(facts) {
  return [
    ...facts.deliveries.map((delivery) => deliveryVector(facts, delivery)),
    ...facts.events.filter(({ sample }) => sample !== undefined).map((event) => eventVector(facts, event)),
  ];
}

function eventVector(facts, { type, sample }) {
  const named = facts.eventHeader && [facts.eventHeader, type];
  const others = facts.hints.filter(([name]) => name !== facts.eventHeader);
  const about = { comment: `documented event ${type}`, flags: ["genuine"] };
  const hints = named ? [named, ...others] : facts.hints;
  return toVector(genuine(facts, { body: sample, hints, now: nowOf(facts, { body: sample }) }), about);
}

function deliveryVector(facts, delivery) {
  const { comment, source, reason, expect } = delivery;
  const flags = delivery.flags ?? [delivery.origin === "computed" ? "genuine" : "published"];
  const draft = delivery.headers ? arrivedDraft(facts, delivery) : signedDraft(facts, delivery);
  return toVector(draft, { comment, source, flags, reason, expect });
}

/** A delivery as its file tells it, before anything is signed. */
function sampleOf(facts, delivery) {
  const { values, time, secrets, repeat = 1 } = delivery;
  const one = delivery.body === undefined ? Buffer.from(delivery.body_base64, "base64") : Buffer.from(delivery.body);
  const body = Buffer.concat(Array(repeat).fill(one));
  const now = delivery.now ?? nowOf(facts, { body });
  return {
    body,
    repeat: repeat > 1 && one.length > 0 ? { hex: one.toString("hex"), times: repeat } : undefined,
    values,
    time,
    secrets,
    at: delivery.sent ?? now,
    now,
    toleranceSeconds: delivery.tolerance_seconds,
    maxEventAgeSeconds: delivery.max_event_age_seconds,
  };
}

/** When a delivery arrives that does not say it: where its body tells the time, at this very moment. */
function nowOf({ scheme, at }, { body }) {
  const told = scheme.timestamp?.from === "body" ? timeIn(scheme.timestamp, body) : NaN;
  return Number.isNaN(told) ? at : told;
}

/** A delivery that is signed here, maybe by a secret that the receiver does not hold, or over other content. */
function signedDraft(facts, delivery) {
  const draft = genuine(facts, sampleOf(facts, delivery));
  const { signed_with: signers = draft.secrets, signed_content: content } = delivery;
  const signer = { ...draft, secrets: signers };
  if (content) signer.scheme = { ...draft.scheme, content: readContent(content) };
  draft.signatures = [sign(signer, 0)];
  draft.secretIndex = delivery.secret_index ?? Math.max(0, indexOf(draft, signers[0]));
  return draft;
}

function indexOf({ scheme, secrets }, signer) {
  return secrets.findIndex((secret) => keyOf(scheme, secret).equals(keyOf(scheme, signer)));
}

/** A delivery that arrived with these headers. What it says of itself is read from them. */
function arrivedDraft(facts, delivery) {
  const { headers } = delivery;
  const arrived = (name) => headers.find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1];
  const { scheme } = facts;
  const names = Object.keys(facts.values);
  const values = Object.fromEntries(names.map((name) => [name, arrived(name) ?? facts.values[name]]));
  const time = delivery.time ?? timeOf(scheme, arrived);
  const draft = genuine(facts, { ...sampleOf(facts, delivery), values, time, edit: () => headers });
  const fitting = draft.secrets.findIndex((_, index) => isSignedBy(draft, index));
  demand(facts, delivery, fitting);
  return { ...draft, secretIndex: Math.max(0, fitting) };
}

/** The text of the time in the headers that arrived, if it can be found there. */
function timeOf({ timestamp, headers, format }, arrived) {
  if (timestamp?.from === "header") return arrived(timestamp.name);
  if (timestamp?.from !== "field") return undefined;
  const value = arrived(headers[0]) ?? "";
  if (format.kind === "positional") return value.split(",")[0];
  const items = value.split(format.separator).map((item) => item.trim());
  return items.find((item) => item.startsWith(`${format.time}=`))?.slice(format.time.length + 1);
}

function isSignedBy(draft, index) {
  const isAnyCase = draft.scheme.encoding === "hex-any-case";
  const written = (text) => (isAnyCase ? text.toLowerCase() : text);
  const signature = written(sign(draft, index));
  return headersOf(draft).some(([, value]) => written(value).includes(signature));
}

/** Holds that a delivery with headers is what its file says: verified by the secret that it names, or by none. */
function demand({ name }, { comment, reason, secret_index: index }, fitting) {
  const isSigned = fitting >= 0;
  const wrong = (problem) => new Error(`${name}: "${comment}" ${problem}`);
  const needsOne = reason === undefined || reason.startsWith("TIMESTAMP_TOO_");
  if (needsOne && !isSigned) throw wrong("is not what its secret signs");
  if (reason === undefined && (index ?? 0) !== fitting) throw wrong(`fits the secret at ${fitting}`);
}
