// Kit: what rows of several kinds are made of.
import { sign } from "../../../build/draft.mjs";

/** What the samples hold: something for every serialiser to write in its own way. */
export const value = {
  zebra: "Zoë <b>& 'co'</b> 😀",
  event: "message.created",
  type: "message.created",
  id: "evt_1",
  data: { url: "https://example.com/a?b=c", list: [1, 2.5, true, null, {}], empty: [] },
  created_at: 1640995200,
};

export const compact = JSON.stringify(value);
export const bytes = (text, encoding) => Buffer.from(text, encoding);
export const pretty = JSON.stringify(value, null, 2);
export const crlf = pretty.replaceAll("\n", "\r\n");
export const OLD = "TIMESTAMP_TOO_OLD";
export const NEW = "TIMESTAMP_TOO_NEW";
const MISMATCH = "SIGNATURE_MISMATCH";
export const row = (finding, comment, make, reason = MISMATCH) => ({ finding, comment, make, reason });

/** A body: what was signed, and what came of it. */
export const body = (finding, comment, signed, sent, more = {}) =>
  row(finding, comment, () => ({ body: Buffer.from(signed), sent: Buffer.from(sent), ...more }));

export const withHeaders = (...more) => ({ edit: (headers) => [...headers, ...more] });

/** A sender that makes another key of the text that the receiver holds. */
export const keyed = (finding, comment, text, key) =>
  row(finding, comment, (draft) => {
    const secret = text(draft);
    if (!secret) return undefined;
    const signing = { ...draft, secrets: [{ hex: key(secret).toString("hex") }] };
    return { signatures: [sign(signing)], secrets: [secret] };
  });

/** A clock that is wrong by this much; a positive number makes the delivery old. */
export const clock = (finding, comment, change, reason, when = () => true) =>
  row(finding, comment, (draft) => isTimed(draft) && when(draft) && { now: change(draft.now) }, reason);

export const isText = ({ scheme }) => scheme.key.encoding === "utf8";
export const isTimed = ({ scheme }) => scheme.content.some(({ part }) => part === "timestamp");
