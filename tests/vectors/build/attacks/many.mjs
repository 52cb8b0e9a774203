// Several signatures in one header: rotation at the sender, unknown versions, the bound on work.

import { encode, tagOf } from "../sign.mjs";
import { writeValue } from "../draft.mjs";
import { accepted, flipped, kindIs, otherCase, refused, unknown } from "./row.mjs";

const SIGNATURES_MAX = 16;

const takesMany = kindIs("pairs", "tokens", "positional");
const isVersioned = kindIs("pairs", "tokens");

/** `count` well-formed signatures that nobody made. */
function forged(draft, count) {
  const tag = tagOf(draft.scheme, draft.secrets[0], draft);
  return Array.from({ length: count }, (_, at) => encode(draft.scheme, flipped(tag, at, 0xff)));
}

const listed = (list) => (draft, signature) => ({
  signatures: list(signature, (count) => forged(draft, count)),
});

/** The items of the genuine value, each with the label that it has, put together anew. */
const itemised = (arrange) => (draft, signature) => {
  const { kind, tag, separator, spaces } = draft.scheme.format;
  const glue = kind === "tokens" ? " " : spaces ? `${separator} ` : separator;
  const label = (name) => `${unknown(name, draft.scheme)}${kind === "tokens" ? "," : "="}`;
  const items = writeValue(draft, [signature]).split(glue);
  const arranged = arrange(items, label, signature, tag, draft.scheme);
  return arranged && { value: arranged.join(glue) };
};

const others = (tag) => ["v9", "v2", "V1", `${tag}a`, "sha1"];

export const manyAttacks = [
  accepted(
    "several-signatures",
    "the first of two signatures fits",
    listed((genuine, strangers) => [genuine, ...strangers(1)]),
    takesMany,
  ),
  accepted(
    "several-signatures",
    "the last of three signatures fits",
    listed((genuine, strangers) => [...strangers(2), genuine]),
    takesMany,
  ),
  refused(
    "SIGNATURE_MISMATCH",
    "several-signatures",
    "none of three signatures fits",
    listed((genuine, strangers) => strangers(3)),
    takesMany,
  ),
  accepted(
    "several-signatures",
    "a malformed signature after the right one",
    listed((genuine) => [genuine, genuine.slice(1)]),
    takesMany,
  ),
  accepted(
    "version-unknown",
    "an unknown version before the known one",
    itemised((items, label) => [`${label("v9")}deadbeef`, ...items]),
    isVersioned,
  ),
  refused(
    "VERSION_UNKNOWN",
    "version-unknown",
    "the right signature, only under unknown versions",
    itemised((items, label, signature) => [
      ...items.slice(0, -1),
      `${label("v9")}${signature}`,
      `${label("v2")}${signature}`,
    ]),
    isVersioned,
  ),
];

/** Rarer cases, for the first scheme with its part of the grammar. */
export const deepManyAttacks = [
  accepted(
    "several-signatures",
    "sixteen signatures, the last one fits",
    listed((genuine, strangers) => [...strangers(SIGNATURES_MAX - 1), genuine]),
    takesMany,
  ),
  refused(
    "SIGNATURES_TOO_MANY",
    "signatures-many",
    "seventeen signatures, the first one fits",
    listed((genuine, strangers) => [genuine, ...strangers(SIGNATURES_MAX)]),
    takesMany,
  ),
  accepted(
    "several-signatures",
    "the same signature twice",
    listed((genuine) => [genuine, genuine]),
    takesMany,
  ),
  accepted(
    "several-signatures",
    "sixteen signatures, the first one fits",
    listed((genuine, strangers) => [genuine, ...strangers(SIGNATURES_MAX - 1)]),
    takesMany,
  ),
  refused(
    "SIGNATURES_TOO_MANY",
    "signatures-many",
    "seventeen times the right signature",
    listed((genuine) => Array(SIGNATURES_MAX + 1).fill(genuine)),
    takesMany,
  ),
  refused(
    "SIGNATURES_TOO_MANY",
    "signatures-many",
    "the seventeenth signature is malformed",
    listed((genuine) => [...Array(SIGNATURES_MAX).fill(genuine), "?"]),
    takesMany,
  ),
  accepted(
    "several-signatures",
    "a malformed signature before the right one",
    listed((genuine) => ["?", genuine]),
    takesMany,
  ),
  accepted(
    "several-signatures",
    "a signature of another length beside the right one",
    listed((genuine) => [genuine, genuine.slice(0, Math.min(40, genuine.length - 4))]),
    takesMany,
  ),
  accepted(
    "several-signatures",
    "fifteen malformed signatures before the right one",
    listed((genuine) => [...Array(SIGNATURES_MAX - 1).fill("?"), genuine]),
    takesMany,
  ),
  refused(
    "SIGNATURES_TOO_MANY",
    "signatures-many",
    "sixteen malformed signatures before the right one: each takes a place",
    listed((genuine) => [...Array(SIGNATURES_MAX).fill("?"), genuine]),
    takesMany,
  ),
  refused(
    "SIGNATURE_MALFORMED",
    "header-repeated",
    "the whole value twice, joined by a space",
    (draft, signature) => ({
      value: Array(2)
        .fill(writeValue(draft, [signature]))
        .join(" "),
    }),
    kindIs("positional"),
  ),
  refused(
    "SIGNATURE_MALFORMED",
    "several-signatures",
    "three signatures, and none decodes",
    listed((genuine) => ["?", genuine.slice(1), `${genuine}?`]),
    takesMany,
  ),
  accepted(
    "rotation",
    "the first signature fits the second secret",
    (draft, signature) => ({
      signatures: [signature, ...forged(draft, 1)],
      secrets: [{ hex: "aa" }, draft.secrets[0]],
      secretIndex: 1,
    }),
    takesMany,
  ),
  accepted(
    "rotation",
    "the last signature fits the first secret",
    (draft, signature) => ({
      signatures: [...forged(draft, 2), signature],
      secrets: [draft.secrets[0], { hex: "aa" }],
    }),
    takesMany,
  ),
  ...["before", "after"].map((place) =>
    accepted(
      "version-unknown",
      `five unknown versions ${place} the known one`,
      itemised((items, label, signature, tag) => {
        const strangers = others(tag).map((name) => `${label(name)}x`);
        return place === "before" ? [...strangers, ...items] : [...items, ...strangers];
      }),
      isVersioned,
    ),
  ),
  accepted(
    "version-unknown",
    "forty unknown versions: they do not count as signatures",
    itemised((items, label) => [...items, ...Array(40).fill(`${label("v9")}x`)]),
    isVersioned,
  ),
  refused(
    "VERSION_UNKNOWN",
    "version-unknown",
    "version in the other letter case",
    itemised((items, label, signature, tag, scheme) => {
      const other = otherCase(tag, scheme);
      return other && [...items.slice(0, -1), `${label(other)}${signature}`];
    }),
    isVersioned,
  ),
  refused(
    "VERSION_UNKNOWN",
    "version-unknown",
    "version with one character more",
    itemised((items, label, signature, tag) => [...items.slice(0, -1), `${label(`${tag}a`)}${signature}`]),
    kindIs("pairs"),
  ),
];
