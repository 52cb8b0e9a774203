// Signature: values that it cannot have, nor its headers, its format and its encoding.
import { ACME } from "../kit.mjs";
import { acme, CONTRADICTION, LONG, of, plain } from "./kit.mjs";

const signature = (change) => acme({ signature: { ...ACME.signature, ...change } });
const format = (change) => signature({ format: { ...ACME.signature.format, ...change } });
const written = (kind) => plain({ signature: { header: "X-Signature", format: kind } });

export const SIGNATURE = [
  ...of(
    "signature",
    ["X-Acme", undefined, null, [], 1].map((value) => acme({ signature: value })),
    {
      example: '{ header: "X-Acme-Signature" }',
    },
  ),
  ...of("signature", [signature({ name: "X-Acme" })], { says: /Its fields are header, headers, format, encoding/ }),
  ...of("signature", [signature({ headers: ["X-One", "X-Two"] })], { says: /header.*headers/ }),
  ...of(
    "signature.header",
    ["X Acme", "", "X-Acme:", "\u00e9", LONG].map((header) => signature({ header })),
    {
      example: '"X-Acme-Signature"',
    },
  ),
  ...of(
    "signature.header",
    [[], null, 1, {}].map((header) => signature({ header })),
  ),
  ...of("signature", [signature({ header: undefined })], { example: '{ header: "X-Acme-Signature" }' }),
  ...of("signature.header", [signature({ header: ["X-Acme", "x-acme"] })], CONTRADICTION),
  ...of("signature.header", [acme({ content: "{timestamp}.{header:X-Acme-Signature}.{body}" })], CONTRADICTION),
  ...of("signature.header[1]", [signature({ header: ["X-Acme", 1] }), signature({ header: ["X-Acme", "X Acme"] })]),
  ...of(
    "signature.headers",
    ["X-One", null, {}].map((headers) => plain({ signature: { headers } })),
    {
      says: /expected a list of strings/,
    },
  ),
  ...of("signature.headers[0]", [plain({ signature: { headers: ["X One"] } })]),
  ...of(
    "signature.headers",
    [[], Array.from({ length: 17 }, (_, at) => `X-${at}`)].map((headers) => plain({ signature: { headers } })),
  ),

  ...of(
    "signature.format",
    ["sha256=", "riddle", null, [], 1].map((value) => signature({ format: value })),
    {
      example: '{ kind: "value", prefix: "sha256=" }',
    },
  ),
  ...of("signature.format", [format({ assign: "=" })], { says: /separator, signatureKey, timestampKey, spaces/ }),
  ...of("signature.format", [format({ tag: "v1" })]),
  ...of("signature.format", [written({ kind: "value", tag: "v1" }), written({ kind: "positional", tag: "v1" })]),
  ...of(
    "signature.format",
    [acme({ signature: { headers: ["X-One", "X-Two"], format: { kind: "positional" } } })],
    CONTRADICTION,
  ),
  ...of(
    "signature.format.kind",
    ["riddle", "pair", undefined, null].map((kind) => format({ kind })),
    {
      says: /"value", "pairs", "tokens" or "positional"/,
    },
  ),
  ...of("signature.format.kind", [format({ kind: "pair" })], { says: /Did you mean "pairs"\?/ }),
  ...of(
    "signature.format.prefix",
    [" ", "a b", "a,b", "\u00e9", LONG, 1, null].map((prefix) => written({ kind: "value", prefix })),
    { example: '"sha256="' },
  ),
  ...of(
    "signature.format.separator",
    ["|", "", ", ", "=", undefined, null, 1].map((separator) => format({ separator })),
    {
      says: /expected "," or ";"/,
    },
  ),
  ...of(
    "signature.format.signatureKey",
    [undefined, "", "v 1", "v1=", LONG, 1].map((key) => format({ signatureKey: key })),
    { example: '"v1"' },
  ),
  ...of(
    "signature.format.timestampKey",
    ["", "t=", LONG, 1, null].map((key) => format({ timestampKey: key })),
    {
      example: '"t"',
    },
  ),
  ...of("signature.format.timestampKey", [format({ timestampKey: "v1" })], { ...CONTRADICTION, says: /signatureKey/ }),
  ...of(
    "signature.format.spaces",
    [1, "yes", null].map((spaces) => format({ spaces })),
    { says: /true or false/ },
  ),
  ...of("signature.format.spaces", [written({ kind: "pairs", separator: ",", signatureKey: "v1", spaces: true })], {
    ...CONTRADICTION,
    says: /timestampKey/,
  }),
  ...of(
    "signature.format.tag",
    [undefined, "", "a b", LONG, 1].map((tag) => written({ kind: "tokens", tag })),
    {
      example: '"v1"',
    },
  ),
  ...of(
    "signature.encoding",
    ["base32", "Hex", "", null].map((encoding) => signature({ encoding })),
    {
      says: /"hex", "hex-any-case", "base64" or "base64url"/,
    },
  ),
];
