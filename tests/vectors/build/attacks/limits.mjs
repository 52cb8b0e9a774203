// Header values around the limit of 4096 bytes, one by one where each may stand.

import { contentHeaders, writeValue } from "../draft.mjs";
import { textBeside } from "../joints.mjs";
import { accepted, kindIs, refused, unknown } from "./row.mjs";

const HEADER_BYTES_MAX = 4096;

const takesFiller = (scheme) => kindIs("pairs", "tokens")(scheme) && !scheme.format.spaces;
const isTimed = ({ timestamp }) => timestamp?.from === "header";
const hasContentHeader = (scheme) => contentHeaders(scheme).length > 0;

/** The genuine value and, behind it, an unknown version that fills it up to `size` bytes. */
const filled = (size) => (draft, signature) => {
  const isTokens = draft.scheme.format.kind === "tokens";
  const genuine = writeValue(draft, [signature]);
  const stranger = unknown("v9", draft.scheme);
  const filler = isTokens ? ` ${stranger},` : `${draft.scheme.format.separator}${stranger}=`;
  return { value: (genuine + filler).padEnd(size, "x") };
};

const written = (value) => (draft, signature) => ({ value: value(writeValue(draft, [signature])) });

/** A signed header of this size, of a letter that the text beside it does not hold. */
const signedAs =
  (size) =>
  ({ scheme, values }) => {
    const [name] = contentHeaders(scheme);
    const letter = textBeside(scheme, name)?.includes("m") ? "x" : "m";
    return { values: { ...values, [name]: letter.repeat(size) } };
  };

const tooLong = (comment, make, when) => refused("SIGNATURE_MALFORMED", "header-size", comment, make, when);

export const limitAttacks = [
  accepted("header-size", "genuine, filled up to 4096 bytes", filled(HEADER_BYTES_MAX), takesFiller),
  tooLong("genuine, filled up to 4097 bytes", filled(HEADER_BYTES_MAX + 1), takesFiller),
  tooLong(
    "4096 characters that are no signature",
    written(() => "a".repeat(HEADER_BYTES_MAX)),
    kindIs("value"),
  ),
  tooLong(
    "4097 characters",
    written(() => "a".repeat(HEADER_BYTES_MAX + 1)),
    kindIs("value"),
  ),
  tooLong(
    "4097 bytes, repeated commas among them: size comes first",
    written((value) => `${value},${value},`.padEnd(HEADER_BYTES_MAX + 1, ",")),
    kindIs("value", "pairs"),
  ),
  refused(
    "TIMESTAMP_MALFORMED",
    "header-size",
    "timestamp of 4097 digits",
    () => ({ time: "1".repeat(HEADER_BYTES_MAX + 1) }),
    isTimed,
  ),
  tooLong("signed header of 4097 bytes", signedAs(HEADER_BYTES_MAX + 1), hasContentHeader),
  {
    ...accepted("header-size", "signed header of 4096 bytes", signedAs(HEADER_BYTES_MAX), hasContentHeader),
    // Whether so long a value is an id is left open.
    expect: "unchecked",
  },
];
