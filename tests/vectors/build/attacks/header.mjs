// Attacks on the signature header as a whole: gone, twice, misspelled, too long, in odd bytes.

import { accepted, flipped, kindIs, namesOf, refused } from "./row.mjs";
import { encode, tagOf } from "../sign.mjs";
import { writeValue } from "../draft.mjs";

/** Edits the finished list of headers; the signature header stands first in it. */
const edited = (edit) => () => ({ edit: ([first, ...rest]) => [...edit(...first), ...rest] });

/** Sends the signature under another name; `undefined` where that is none, or one that the scheme reads. */
const renamed =
  (rename) =>
  ({ scheme }) => {
    const name = rename(scheme.headers[0]);
    const isFree = name !== "" && !namesOf(scheme).includes(name.toLowerCase());
    return isFree ? { edit: ([[, value], ...rest]) => [[name, value], ...rest] } : undefined;
  };

const besides = (scheme, headers) => headers.filter(([name]) => !namesOf(scheme).includes(name.toLowerCase()));

/** A well-formed value with a forged signature, for a second header beside the genuine one. */
function forgedValue(draft) {
  const tag = flipped(tagOf(draft.scheme, draft.secrets[0], draft), 3);
  return writeValue(draft, [encode(draft.scheme, tag)]);
}

const beside = (arrange) => (draft) => ({
  edit: ([first, ...rest]) => [...arrange(first, [first[0], forgedValue(draft)]), ...rest],
});

const malformed = (flag, comment, edit, when) => refused("SIGNATURE_MALFORMED", flag, comment, edited(edit), when);
const repeated = (comment, make) => refused("HEADER_REPEATED", "header-repeated", comment, make);

/** Formats whose grammar says itself what a blank at an end means are left out. */
const refusesBlanks = (scheme) => !scheme.format.spaces && !kindIs("positional")(scheme);

export const headerAttacks = [
  refused(
    "HEADER_MISSING",
    "header-missing",
    "no signature header",
    edited(() => []),
  ),
  malformed("signature-empty", "signature header of no characters", (name) => [[name, ""]]),
  repeated(
    "signature header came twice with the same value",
    edited((name, value) => [
      [name, value],
      [name, value],
    ]),
  ),
  repeated(
    "signature header came twice, the genuine one first",
    beside((genuine, forged) => [genuine, forged]),
  ),
];

/** Rarer cases, for the first scheme with its part of the grammar. */
export const deepHeaderAttacks = [
  repeated(
    "signature header came twice, the genuine one last",
    beside((genuine, forged) => [forged, genuine]),
  ),
  repeated(
    "signature header came again under another letter case",
    edited((name, value) => [
      [name, value],
      [otherCase(name), value],
    ]),
  ),
  accepted("header-name", "header names in upper case", () => ({
    edit: (headers) => headers.map(([name, value]) => [name.toUpperCase(), value]),
  })),
  accepted("header-name", "header names in letters of either case by turns", () => ({
    edit: (headers) => headers.map(([name, value]) => [eitherCase(name), value]),
  })),
  accepted("header-name", "headers in reverse order, strangers among them", ({ scheme }) => ({
    edit: (headers) => [
      ...besides(scheme, [["X-Request-Id", "1"]]),
      ...headers.toReversed(),
      ...besides(scheme, [["Accept", "*/*"]]),
    ],
  })),
  refused(
    "HEADER_MISSING",
    "header-name",
    "signature under a longer name",
    renamed((name) => `${name}-Old`),
  ),
  refused(
    "HEADER_MISSING",
    "header-name",
    "signature under a shorter name",
    renamed((name) => name.slice(0, -1)),
  ),
  refused(
    "HEADER_MISSING",
    "header-name",
    "hyphens of the header name as underscores",
    renamed((name) => name.replaceAll("-", "_")),
  ),
  malformed(["surrounding-blank"], "blank before the value", (name, value) => [[name, ` ${value}`]], refusesBlanks),
  malformed(["surrounding-blank"], "blank after the value", (name, value) => [[name, `${value} `]]),
  malformed(["surrounding-blank"], "tab after the value", (name, value) => [[name, `${value}\t`]]),
  malformed(["surrounding-blank", "not-a-field-value"], "line break after the value", (name, value) => [
    [name, `${value}\n`],
  ]),
  malformed(["header-bytes", "not-a-field-value"], "characters outside Latin-1", (name) => [[name, "🔑".repeat(16)]]),
  malformed(["header-bytes", "not-a-field-value"], "DEL after the value", (name, value) => [[name, `${value}\x7f`]]),
  malformed("header-bytes", "no-break space after the value", (name, value) => [[name, `${value}\xa0`]]),
  malformed("header-bytes", "a character outside ASCII, and a comma after it: bytes come first", (name, value) => [
    [name, `é,${value}`],
  ]),
  malformed(
    "header-bytes",
    "quotation marks around the value",
    (name, value) => [[name, `"${value}"`]],
    kindIs("value", "positional"),
  ),
];

function eitherCase(name) {
  return name.replace(/./g, (letter, at) => (at % 2 ? letter.toUpperCase() : letter.toLowerCase()));
}

function otherCase(name) {
  const lower = name.toLowerCase();
  return lower === name ? name.toUpperCase() : lower;
}
