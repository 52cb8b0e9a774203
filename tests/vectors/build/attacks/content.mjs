// Attacks on the other headers: signed ones, required ones, and the hints that nobody signs.

import { contentHeaders } from "../draft.mjs";
import { fenceOf, textBeside } from "../joints.mjs";
import { accepted, namesOf, refused } from "./row.mjs";

const hasContentHeader = (scheme) => contentHeaders(scheme).length > 0;
const hasRequired = (scheme) => scheme.require.length > 0;
/** Hints that are nothing else: a scheme may name a header that it reads among them. */
const hintsOf = (scheme) => scheme.hints.filter((name) => !namesOf(scheme).includes(name.toLowerCase()));
const hasHints = (scheme) => hintsOf(scheme).length > 0;
const contentName = (scheme) => contentHeaders(scheme)[0];
const requiredName = (scheme) => scheme.require[0][0];

/** Edits one header of the finished list, after signing. */
const edited = (nameOf, edit) => (draft) => ({
  edit: (headers) =>
    headers.flatMap(([name, value]) => (name === nameOf(draft.scheme) ? edit(name, value, draft) : [[name, value]])),
});

/** Signs with another value of the content header. */
const signedAs =
  (value) =>
  ({ scheme, values }) => ({
    values: { ...values, [contentName(scheme)]: value },
  });

const onContent = (reason, comment, make, flags = []) =>
  refused(reason, ["content-header", ...flags], comment, make, hasContentHeader);
const onRequired = (reason, comment, edit) =>
  refused(reason, "required-header", comment, edited(requiredName, edit), hasRequired);

export const contentAttacks = [
  onContent(
    "HEADER_MISSING",
    "no signed header",
    edited(contentName, () => []),
  ),
  onContent(
    "SIGNATURE_MISMATCH",
    "signed header changed",
    edited(contentName, (name, value, { scheme }) => [
      [name, value + (textBeside(scheme, name)?.includes("0") ? "1" : "0")],
    ]),
  ),
  onContent(
    "HEADER_REPEATED",
    "signed header came twice",
    edited(contentName, (name, value) => [
      [name, value],
      [name, value],
    ]),
  ),
  refused(
    "SIGNATURE_MALFORMED",
    "field-shift",
    "signed header that holds what parts it from the body",
    ({ scheme, values, time }) => signedAs(`a${fenceOf(scheme, contentName(scheme), time)}b`)({ scheme, values }),
    hasContentHeader,
  ),
  onRequired("HEADER_MISSING", "no required header", () => []),
  onRequired("VERSION_UNKNOWN", "required header with another value", (name, value) => [
    [name, value === "9" ? "8" : "9"],
  ]),
  onRequired("HEADER_REPEATED", "required header came twice", (name, value) => [
    [name, value],
    [name, value],
  ]),
];

/** A hint says nothing of a delivery, whoever wrote it. */
export const hintAttacks = [
  accepted(
    "hint",
    "unsigned headers by an attacker: a hint proves nothing",
    ({ scheme }) => ({ hints: hintsOf(scheme).map((name) => [name, "forged"]) }),
    hasHints,
  ),
];

/** Rarer cases, for the first scheme with its part of the grammar. */
export const deepContentAttacks = [
  onContent("SIGNATURE_MALFORMED", "signed header of no characters", signedAs("")),
  onContent("SIGNATURE_MALFORMED", "blank inside the signed header", signedAs("msg 1")),
  onContent("SIGNATURE_MALFORMED", "signed header outside ASCII", signedAs("msg-é")),
  onContent("SIGNATURE_MALFORMED", "NUL inside the signed header", signedAs("msg\x00"), ["not-a-field-value"]),
  onContent("HEADER_REPEATED", "comma in the signed header", signedAs("msg,1")),
  onContent(
    "HEADER_REPEATED",
    "signed header came twice with different values",
    edited(contentName, (name, value) => [
      [name, "msg_0"],
      [name, value],
    ]),
  ),
  accepted(
    "content-header",
    "signed header of every character that may stand in one",
    ({ scheme, ...draft }) => signedAs(visibleBeside(textBeside(scheme, contentName(scheme))))({ scheme, ...draft }),
    hasContentHeader,
  ),
];

function visibleBeside(fence = "") {
  const codes = Array.from({ length: 0x7f - 0x21 }, (_, at) => 0x21 + at);
  // A comma joins two headers, and the text beside the header in the content parts it from the body.
  return String.fromCharCode(...codes)
    .replace(",", "")
    .replace(fence[0], "");
}
