// Attacks: nothing may be found where nothing is wrong but the delivery itself.
import { createHash } from "node:crypto";
import { sign } from "../../../build/draft.mjs";
import { contentOf, encode, hashOf } from "../../../build/sign.mjs";
import { timeText } from "../../../build/told.mjs";
import { bytes, compact, isTimed, row, value } from "./kit.mjs";

const flip = (text, at = Math.floor(text.length / 2)) => {
  const changed = Buffer.from(text);
  changed[at] ^= 1;
  return changed;
};

export const attacks = [
  row(null, "attack: one bit of the body", (draft) => ({ sent: flip(draft.body) })),
  row(null, "attack: another amount", () => ({ sent: bytes(compact.replace("2.5", "2.6")) })),
  row(null, "attack: another body, re-stringified with blanks", () => ({
    sent: bytes(JSON.stringify({ ...value, id: "evt_2" }, null, 2)),
  })),
  row(null, "attack: a member in front of its namesake", () => ({
    sent: bytes(compact.replace('"id":', '"id":"evt_2","id":')),
  })),
  row(null, "attack: an empty body", () => ({ sent: bytes("") })),
  row(null, "attack: a body cut short", (draft) => ({ sent: draft.body.subarray(0, 40) })),
  row(null, "attack: a signature made up", (draft) => ({
    signatures: [encode(draft.scheme, createHash(hashOf(draft.scheme)).update("made up").digest())],
  })),
  row(null, "attack: a hash without a key", (draft) => ({
    signatures: [encode(draft.scheme, createHash(hashOf(draft.scheme)).update(draft.body).digest())],
  })),
  row(null, "attack: another secret", (draft) => ({
    signatures: [sign({ ...draft, secrets: [{ hex: "deadbeef".repeat(6) }] })],
  })),
  row(null, "attack: the empty key", (draft) => ({ signatures: [sign({ ...draft, secrets: [{ hex: "" }] })] })),
  row(
    null,
    "attack: another time",
    (draft) =>
      isTimed(draft) && {
        time: timeText(draft.scheme.timestamp.unit, draft.now + 1000),
        signatures: [sign(draft)],
      },
  ),
  row(
    null,
    "attack: its time put into the body, behind another",
    (draft) =>
      isTimed(draft) && {
        time: timeText(draft.scheme.timestamp.unit, draft.now - 1000),
        signatures: [sign(draft)],
        sent: Buffer.concat([contentOf(draft.scheme, { ...draft, body: Buffer.alloc(0) }), draft.body]),
      },
  ),
  row(
    null,
    "attack: the last digits of its time put into the body",
    (draft) =>
      isTimed(draft) && {
        time: draft.time.slice(0, -2),
        signatures: [sign(draft)],
        sent: Buffer.concat([bytes(`${draft.time.slice(-2)}.`), draft.body]),
      },
  ),
  row(null, "attack: a number that becomes null", () => ({ sent: bytes(compact.replace("null", "1e999")) })),
  row(null, "attack: the beginning of the body in a header", (draft) => ({
    sent: draft.body.subarray(8),
    edit: (headers) => [...headers, ["X-Date", compact.slice(0, 7)]],
  })),
  row(null, "attack: a body behind another in a form", () => ({
    sent: bytes(`{"id":"evt_2","z":"=${encodeURIComponent(compact.slice(0, -1))}}`),
  })),
  row(null, "attack: no signature at all", () => ({ edit: ([, ...rest]) => rest }), "HEADER_MISSING"),
];
