// Bodies: what frameworks, proxies and people do to the bytes.
import { gzipSync, deflateSync } from "node:zlib";
import { serialisers } from "../dump.mjs";
import { body, bytes, compact, crlf, pretty, value, withHeaders } from "./kit.mjs";

const form = `payload=${new URLSearchParams([["", compact]]).toString().slice(1)}`;

export const bodies = [
  ...Object.entries(serialisers).map(([name, write]) =>
    body("BODY_RESTRINGIFIED", `signed as written by ${name}, re-stringified`, write(value), compact),
  ),
  ...[
    ["PHP", '{"a":"\\/=\\u2028"}'],
    ["Gson", '{"a":"/\\u003d\\u2028"}'],
    ["Swift", '{"a":"\\/=\u2028"}'],
  ].map(([name, text]) =>
    body(
      "BODY_RESTRINGIFIED",
      `signed with a line separator as written by ${name}, re-stringified`,
      text,
      '{"a":"/=\u2028"}',
    ),
  ),
  body(
    "BODY_RESTRINGIFIED",
    "signed with a delete as written by Python, re-stringified",
    '{"a":"\\u007f\\u00eb"}',
    '{"a":"\x7fë"}',
  ),
  body("BODY_RESTRINGIFIED", "signed without blanks, written with two", compact, pretty),
  body("BODY_NEWLINE", "a newline at its end was lost", `${compact}\n`, compact),
  body("BODY_NEWLINE", "a newline at its end was added", compact, `${compact}\n`),
  body("BODY_NEWLINE", "CRLF at its end was added", compact, `${compact}\r\n`),
  body("BODY_TRIMMED", "blanks at its ends were added", compact, ` ${compact}  `),
  body("BODY_LINE_ENDS", "CRLF became LF", crlf, pretty),
  body("BODY_LINE_ENDS", "LF became CRLF", pretty, crlf),
  body("BODY_BOM", "a byte order mark was lost", `\ufeff${compact}`, compact),
  body("BODY_BOM", "a byte order mark was added", compact, `\ufeff${compact}`),
  body("BODY_LATIN1", "decoded as Latin-1", compact, bytes(bytes(compact).toString("latin1"))),
  body(
    "BODY_LATIN1",
    "decoded as browsers decode Latin-1",
    compact,
    new TextDecoder("windows-1252").decode(bytes(compact)),
  ),
  body("BODY_LATIN1", "encoded as Latin-1", '{"name":"Zoë"}', bytes('{"name":"Zoë"}', "latin1")),
  body("BODY_UTF16", "encoded as UTF-16", compact, bytes(compact, "utf16le")),
  body(
    "BODY_UTF16",
    "encoded as UTF-16 with a mark, high byte first",
    compact,
    bytes(`\ufeff${compact}`, "utf16le").swap16(),
  ),
  body("BODY_FORM", "a form's field instead of the form", form, compact),
  body("BODY_FORM", "a form's field of encodeURIComponent", `payload=${encodeURIComponent(compact)}`, compact),
  body("BODY_FORM", "percent-encoded", compact, form),
  body("BODY_FORM", "JSON read by a form parser", '{"a":1,"b":"x"}', JSON.stringify({ '{"a":1,"b":"x"}': "" })),
  body("BODY_BASE64", "in base64, as Lambda wraps it", compact, bytes(compact).toString("base64")),
  body("BODY_BASE64", "in base64url", compact, bytes(compact).toString("base64url")),
  body("BODY_GZIP", "compressed with gzip", compact, gzipSync(compact)),
  body("BODY_GZIP", "compressed with zlib", compact, deflateSync(compact)),
  body("BODY_QUOTED", "stringified a second time", compact, JSON.stringify(compact)),
  body("BODY_QUOTED", "a Buffer stringified", compact, JSON.stringify(bytes(compact))),
  body("BODY_QUOTED", "a Uint8Array stringified", compact, JSON.stringify(new Uint8Array(bytes(compact)))),
  body("BODY_QUOTED", "a Uint8Array put into a string", compact, String(new Uint8Array(bytes(compact)))),
  body("BODY_OBJECT", "a parsed object put into a string", compact, "[object Object]"),
  body(
    "BODY_EMPTY",
    "consumed by a parser before",
    compact,
    "",
    withHeaders(["Content-Length", String(bytes(compact).length)]),
  ),
  body(
    "BODY_EMPTY",
    "consumed, and only its type is known",
    compact,
    "",
    withHeaders(["Content-Type", "application/json"]),
  ),
  body(
    "BODY_TRUNCATED",
    "cut at 100 bytes",
    compact,
    bytes(compact).subarray(0, 100),
    withHeaders(["Content-Length", String(bytes(compact).length)]),
  ),
];
