// Schemes: the receiver reads or signs in another way than the sender.
import { sign, writeValue } from "../../../build/draft.mjs";
import { readContent } from "../../../build/scheme.mjs";
import { encode, tagOf } from "../../../build/sign.mjs";
import { isTimed, row } from "./kit.mjs";

const writtenBy = (content) => (draft) => {
  if (!isTimed(draft)) return undefined;
  const scheme = { ...draft.scheme, content: readContent(content) };
  return { signatures: [sign({ ...draft, scheme })] };
};

/** A scheme that the receiver wrote down by hand, and not as the sender has it. */
const written = (finding, comment, fields, sender, reason, edit = ownHeader) =>
  row(
    finding,
    comment,
    (draft) => {
      if (draft.scheme.name !== sender) return undefined;
      return { believed: { ...own, ...fields }, signatures: [sign(draft)], edit };
    },
    reason,
  );

const ownHeader = ([[name, value], ...rest]) => [[name.replace(/.*-Sig/, "X-Own-Sig"), value], ...rest];
const own = { name: "own", algorithm: "hmac-sha256" };
const ownPairs = (keys) => ({ header: "X-Own-Signature", format: { kind: "pairs", separator: ",", ...keys } });

export const schemes = [
  written(
    "SCHEME_PROVIDER",
    "a scheme for the header of before the brand changed",
    { signature: { header: "x-bitvault-signature" } },
    "digivault",
    "HEADER_MISSING",
    ([first, ...rest]) => [first, ...rest],
  ),
  written(
    "SCHEME_FORMAT",
    "a scheme by hand, with another key for the signature",
    {
      signature: ownPairs({ signatureKey: "v0", timestampKey: "t" }),
      content: "{timestamp}.{body}",
      timestamp: { from: "field", unit: "s" },
    },
    "agentbot",
    "VERSION_UNKNOWN",
  ),
  written(
    "SCHEME_FORMAT",
    "a scheme by hand, without the timestamp",
    { signature: ownPairs({ signatureKey: "v1" }) },
    "stripe",
  ),
  written(
    "CLOCK_UNIT",
    "a scheme by hand, in milliseconds",
    {
      signature: ownPairs({ signatureKey: "v1", timestampKey: "t" }),
      content: "{timestamp}.{body}",
      timestamp: { from: "field", unit: "ms", toleranceSeconds: 300 },
    },
    "agentbot",
    "TIMESTAMP_TOO_OLD",
  ),
  row("SCHEME_CONTENT", "a scheme by hand, of the body alone; a time is signed with it", (draft) => {
    if (draft.scheme.name !== "shopify") return undefined;
    const scheme = { ...draft.scheme, content: readContent("{header:X-Sent-Time}:{body}") };
    const values = { "X-Sent-Time": "1700000000" };
    return {
      signatures: [sign({ ...draft, scheme, values })],
      edit: (headers) => [...headers, ["X-Sent-Time", "1700000000"]],
    };
  }),
  row(
    "SCHEME_PROVIDER",
    "another provider was chosen",
    (draft) => ({
      believed: draft.scheme.name === "bookbag" ? "shopify" : "bookbag",
      signatures: [sign(draft)],
    }),
    "HEADER_MISSING",
  ),
  row(
    "SCHEME_ALGORITHM",
    "SHA-512 instead",
    (draft) => {
      const scheme = { ...draft.scheme, algorithm: "hmac-sha512" };
      return { signatures: [sign({ ...draft, scheme })] };
    },
    "SIGNATURE_MALFORMED",
  ),
  row(
    "SCHEME_ALGORITHM",
    "SHA-256 and SHA-1 taken for each other",
    (draft) => {
      const algorithm = draft.scheme.algorithm === "hmac-sha1" ? "hmac-sha256" : "hmac-sha1";
      const scheme = { ...draft.scheme, algorithm };
      return { signatures: [sign({ ...draft, scheme })] };
    },
    "SIGNATURE_MALFORMED",
  ),
  row(
    "SIGNATURE_ENCODING",
    "in the other of hex and base64",
    (draft) => {
      const encoding = draft.scheme.encoding === "hex" ? "base64" : "hex";
      return { signatures: [encode({ ...draft.scheme, encoding }, tagOf(draft.scheme, draft.secrets[0], draft))] };
    },
    "SIGNATURE_MALFORMED",
  ),
  row(
    "SIGNATURE_CASE",
    "in capitals",
    (draft) => draft.scheme.encoding === "hex" && { signatures: [sign(draft).toUpperCase()] },
    "SIGNATURE_MALFORMED",
  ),
  row(
    "SIGNATURE_PREFIX",
    "its prefix is missing",
    (draft) => draft.scheme.format?.prefix && { value: sign(draft) },
    "SIGNATURE_MALFORMED",
  ),
  row(
    "SIGNATURE_PREFIX",
    "its prefix is doubled",
    (draft) => draft.scheme.format?.prefix && { value: draft.scheme.format.prefix.repeat(2) + sign(draft) },
    "SIGNATURE_MALFORMED",
  ),
  row(
    "SIGNATURE_PREFIX",
    "a prefix that the scheme has not",
    (draft) => isBare(draft.scheme) && { value: `sha256=${sign(draft)}` },
    "SIGNATURE_MALFORMED",
  ),
  row("SIGNATURE_BLANKS", "quotes around it", (draft) => ({
    value: `"${writeValue(draft, [sign(draft)])}"`,
    reason: draft.scheme.format?.kind === "tokens" ? "VERSION_UNKNOWN" : "SIGNATURE_MALFORMED",
  })),
  row(
    "HEADER_TWICE",
    "the header came twice",
    () => ({
      edit: (headers) => [headers[0], ...headers],
    }),
    "HEADER_REPEATED",
  ),
  row(
    "HEADER_TWICE",
    "the header came twice, joined",
    (draft) => {
      const text = writeValue(draft, [sign(draft)]);
      return { value: `${text}, ${text}` };
    },
    "HEADER_REPEATED",
  ),
  ...[
    ["as a CGI variable", (name) => `HTTP_${name.toUpperCase().replaceAll("-", "_")}`],
    ["through a gateway", (name) => `X-Original-${name.replace(/^x-/i, "")}`],
    ["with a slip in it", (name) => name.replace(/ig/i, "gi").replace(/ma/, "am")],
  ].map(([comment, rename]) =>
    row(
      "HEADER_NAME",
      `the signature header came ${comment}`,
      () => ({
        edit: ([[name, text], ...rest]) => [[rename(name), text], ...rest],
      }),
      "HEADER_MISSING",
    ),
  ),
  row(
    "HEADER_NAME",
    "every header came under another brand",
    () => ({
      edit: (headers) => headers.map(([name, text]) => [name.replace(/^(x-)?[^-]+-/i, "$1brand-"), text]),
    }),
    "HEADER_MISSING",
  ),
  row("SCHEME_ORDER", "body and time in the other order", writtenBy("{body}.{timestamp}")),
  row(
    "SCHEME_SEPARATOR",
    "another separator",
    (draft) => draft.scheme.headers[0] !== "webhook-signature" && writtenBy("{timestamp}|{body}")(draft),
  ),
  row(
    "SCHEME_SEPARATOR",
    "no separator",
    (draft) => draft.scheme.headers[0] !== "webhook-signature" && writtenBy("{timestamp}{body}")(draft),
  ),
  row("SCHEME_NO_TIMESTAMP", "the body alone is signed", writtenBy("{body}")),
];

const isBare = ({ format }) => !format || (format.kind === "value" && !format.prefix);
