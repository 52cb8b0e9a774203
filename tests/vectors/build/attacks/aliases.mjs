// A signature header that has several names, and several headers that carry a signature each.

import { writeValue } from "../draft.mjs";
import { encode, tagOf } from "../sign.mjs";
import { flipped, namesOf, refused } from "./row.mjs";

/** Replaces the signature header, which stands first, by these. `undefined`: there is no such attack. */
const sent = (arrange) => (draft, signature) => {
  const tag = tagOf(draft.scheme, draft.secrets[0], draft);
  const wrong = encode(draft.scheme, flipped(tag, tag.length - 1));
  const write = (text) => writeValue(draft, [text]);
  const texts = { right: write(signature), wrong: write(wrong), cut: write(signature.slice(1)) };
  const headers = arrange(draft.scheme.headers, texts, draft.scheme);
  return headers && { edit: ([, ...rest]) => [...headers, ...rest] };
};

const isAliased = ({ headers, several }) => !several && headers.length > 1;
const alias = (comment, reason, arrange) => refused(reason, "alias", comment, sent(arrange), isAliased);

/** A name that the scheme does not read. */
const stranger = (name, scheme) =>
  namesOf(scheme).includes(name.toLowerCase()) ? stranger(`${name}-0`, scheme) : name;

export const aliasAttacks = [
  alias("signature under the other name", undefined, ([, other], { right }) => [[other, right]]),
  alias("both names, the same value", undefined, ([name, other], { right }) => [
    [name, right],
    [other, right],
  ]),
  alias("both names, the same value, the other one first", undefined, ([name, other], { right }) => [
    [other, right],
    [name, right],
  ]),
  alias("both names, the second one forged", "HEADER_REPEATED", ([name, other], { right, wrong }) => [
    [name, right],
    [other, wrong],
  ]),
  alias("both names, the first one forged", "HEADER_REPEATED", ([name, other], { right, wrong }) => [
    [name, wrong],
    [other, right],
  ]),
  alias("both names, the other one of no characters", "HEADER_REPEATED", ([name, other], { right }) => [
    [name, right],
    [other, ""],
  ]),
  alias("both names, the other one in upper case", "HEADER_REPEATED", ([name, other], { right }) =>
    right === right.toUpperCase()
      ? undefined
      : [
          [name, right],
          [other, right.toUpperCase()],
        ],
  ),
  alias("one of the names twice", "HEADER_REPEATED", ([, other], { right }) => [
    [other, right],
    [other, right],
  ]),
  alias("both names, each of them twice", "HEADER_REPEATED", ([name, other], { right }) => [
    [other, right],
    [name, right],
    [other, right],
    [name, right],
  ]),
  alias("both names, both forged alike", "SIGNATURE_MISMATCH", ([name, other], { wrong }) => [
    [name, wrong],
    [other, wrong],
  ]),
  alias("the other name alone, forged", "SIGNATURE_MISMATCH", ([, other], { wrong }) => [[other, wrong]]),
  alias("a name that is neither of the two", "HEADER_MISSING", ([name], { right }, scheme) => [
    [stranger(`${name}-Other`, scheme), right],
  ]),
];

const several = (comment, reason, least, arrange) =>
  refused(
    reason,
    "several-headers",
    comment,
    sent(arrange),
    (scheme) => scheme.several && scheme.headers.length >= least,
  );

export const severalAttacks = [
  several("only the second header", undefined, 2, ([, second], { right }) => [[second, right]]),
  several("only the third header", undefined, 3, ([, , third], { right }) => [[third, right]]),
  several("two headers, the last one fits", undefined, 2, ([first, second], { right, wrong }) => [
    [first, wrong],
    [second, right],
  ]),
  several("two headers, none fits", "SIGNATURE_MISMATCH", 2, ([first, second], { wrong }) => [
    [first, wrong],
    [second, wrong],
  ]),
  several("three headers, the last one fits", undefined, 3, ([first, second, third], { right, wrong }) => [
    [first, wrong],
    [second, wrong],
    [third, right],
  ]),
  several("three headers, none fits", "SIGNATURE_MISMATCH", 3, ([first, second, third], { wrong }) => [
    [first, wrong],
    [second, wrong],
    [third, wrong],
  ]),
  several("the second header malformed beside the right first", undefined, 2, ([first, second], { right, cut }) => [
    [first, right],
    [second, cut],
  ]),
  several("two headers of no characters", "SIGNATURE_MALFORMED", 2, ([first, second]) => [
    [first, ""],
    [second, ""],
  ]),
  several("two headers, and neither decodes", "SIGNATURE_MALFORMED", 2, ([first, second], { cut }) => [
    [first, cut],
    [second, cut],
  ]),
  several("the second header of no characters beside the right first", undefined, 2, ([first, second], { right }) => [
    [first, right],
    [second, ""],
  ]),
  several("the second header twice", "HEADER_REPEATED", 2, ([first, second], { right, wrong }) => [
    [first, wrong],
    [second, right],
    [second, right],
  ]),
  several("a header that the scheme does not name", "HEADER_MISSING", 1, ([first], { right }, scheme) => [
    [stranger(`${first}-Other`, scheme), right],
  ]),
];
