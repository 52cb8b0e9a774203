// Rare: what is seldom seen, tried with a few schemes.
import { gzipSync } from "node:zlib";
import { sign, writeValue } from "../../../build/draft.mjs";
import { rareSerialisers } from "../dump.mjs";
import { NEW, OLD, body, bytes, clock, compact, crlf, isText, keyed, pretty, row, value } from "./kit.mjs";

/** What a body goes through is the same for every scheme: of the rare, two are enough. */
const ofTwo = ({ make, ...rest }) => ({
  ...rest,
  make: (draft) => ["github", "stripe"].includes(draft.scheme.name) && make(draft),
});

const windows1252 = (text) => bytes(text.replaceAll("€", "\x80").replaceAll("’", "\x92"), "latin1");
const latin1 = (text) => bytes(text).toString("latin1");
const spaced = "payload=%7B%22a%22%3A+%22b+c%22%7D&z=1";
const said = '{"text":"it’s 5 €, Zoë"}';

const rareBodies = [
  ...Object.entries(rareSerialisers).map(([name, write]) =>
    body("BODY_RESTRINGIFIED", `signed as written by ${name}, re-stringified`, write(value), compact),
  ),
  body("BODY_BOM", "a byte order mark and a newline were added", compact, `\ufeff${compact}\n`),
  body("BODY_BOM", "a byte order mark and a newline were lost", `\ufeff${compact}\n`, compact),
  body("BODY_BOM", "a byte order mark and CRLF came of an editor", pretty, `\ufeff${crlf}\r\n`),
  body(
    "BODY_BASE64",
    "in base64, in lines of 76",
    compact,
    bytes(compact).toString("base64").replace(/.{76}/g, "$&\r\n"),
  ),
  body("BODY_BASE64", "compressed, and in base64", compact, gzipSync(compact).toString("base64")),
  body("BODY_QUOTED", "stringified a third time", compact, JSON.stringify(JSON.stringify(compact))),
  body("BODY_LATIN1", "decoded as Latin-1 twice", compact, latin1(latin1(compact))),
  body("BODY_LATIN1", "encoded as Windows-1252", said, windows1252(said)),
  body("BODY_FORM", "a form with blanks as %20", spaced, spaced.replaceAll("+", "%20")),
  body("BODY_FORM", "a form with blanks as +", spaced.replaceAll("+", "%20"), spaced),
  ...["Blob", "ArrayBuffer", "FormData"].map((name) =>
    body("BODY_OBJECT", `${name} put into a string`, compact, `[object ${name}]`),
  ),
  row(null, "attack: + in a text where %20 was signed", () => ({ body: bytes("1%201"), sent: bytes("1+1") })),
  row(null, "attack: %20 in JSON where + was signed", () => ({
    body: bytes('{"a":"1+1="}'),
    sent: bytes('{"a":"1%201="}'),
  })),
  row(null, "attack: a third quote round another body", () => ({
    sent: bytes(JSON.stringify(JSON.stringify(compact.replace("2.5", "2.6")))),
  })),
].map(ofTwo);

/** GitHub's header of before 2020, with HMAC-SHA-1. */
const legacy = (draft) =>
  draft.scheme.name === "github" && {
    edit: ([, ...rest]) => [
      ["X-Hub-Signature", `sha1=${sign({ ...draft, scheme: { ...draft.scheme, algorithm: "hmac-sha1" } })}`],
      ...rest,
    ],
  };

const isHex = ({ scheme }) => scheme.encoding === "hex";

export const rare = [
  ...rareBodies,
  keyed(
    "SECRET_ENCODED",
    "base64 of the secret and a newline",
    (draft) => isText(draft) && bytes("a secret of many letters\n").toString("base64"),
    () => bytes("a secret of many letters"),
  ),
  row(
    "SIGNATURE_PREFIX",
    "0x in front of it",
    (draft) => isHex(draft) && { value: writeValue(draft, [`0x${sign(draft)}`]) },
    "SIGNATURE_MALFORMED",
  ),
  clock("CLOCK_ZONE", "five and three quarters of an hour behind", (now) => now + 20_700_000, OLD),
  clock("CLOCK_ZONE", "twelve and three quarters of an hour ahead", (now) => now - 45_900_000, NEW),
  clock("CLOCK_OLD", "a quarter of an hour old", (now) => now + 900_000, OLD),
  row("HEADER_NAME", "the header with SHA-1 alone came", legacy, "HEADER_MISSING"),
];
