// Spellings: how a secret may be written, by other code than that which searches for it.

import { deflateRawSync, deflateSync, gzipSync } from "node:zlib";

const bytesOf = (part) => Buffer.from(part);
const isText = (part) => typeof part === "string";
const isAscii = (part) => /^[\x20-\x7e]*$/.test(bytesOf(part).toString("latin1"));
const each = (part, write) => Array.from(bytesOf(part), write).join("");
const digits = (byte) => byte.toString(16).padStart(2, "0");
const characters = (text, write) => Array.from(text, (one) => write(one.codePointAt(0))).join("");
const isLetter = (byte) => /[A-Za-z]/.test(String.fromCharCode(byte));
const units = (text, write) =>
  Array.from({ length: text.length }, (_, at) => write(text.charCodeAt(at).toString(16).padStart(4, "0"))).join("");
const percent = (part) => each(part, (byte) => `%${digits(byte)}`);
const hex = (part) => bytesOf(part).toString("hex");
/** The part with something before it and behind it, which moves it in its groups. */
const moved = (part) =>
  ["", "x", "xx", "xxx", "xxxx"].map((before, at) =>
    Buffer.concat([Buffer.from(before), bytesOf(part), Buffer.from("yyyy".slice(at))]),
  );

function base32(bytes, alphabet) {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  const text = (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
  return text.padEnd(Math.ceil(text.length / 8) * 8, "=");
}

const base32s = (part, alphabet) =>
  moved(part).flatMap((bytes) => {
    const padded = base32(bytes, alphabet);
    const bare = padded.replaceAll("=", "");
    return [padded, padded.toLowerCase(), bare, `k${bare.toLowerCase()}`, bare.replace(/(.{11})/g, "$1\n")];
  });

/** The lines of a dump: `write` makes one of its offset and its bytes. */
function dumped(bytes, width, write) {
  const lines = [];
  for (let at = 0; at < bytes.length; at += width) lines.push(write(at, [...bytes.subarray(at, at + width)]));
  return `${lines.join("\n")}\n`;
}

const shown = (bytes) => bytes.map((byte) => (byte > 0x1f && byte < 0x7f ? String.fromCharCode(byte) : ".")).join("");
const words = (bytes, size, isSwapped) => {
  const found = [];
  for (let at = 0; at < bytes.length; at += size) {
    const word = bytes.slice(at, at + size);
    found.push((isSwapped ? word.reverse() : word).map(digits).join(""));
  }
  return found.join(" ");
};
const at16 = (at) => at.toString(16).padStart(8, "0");
const at8 = (at) => at.toString(8).padStart(7, "0");

const column = (byte) =>
  (byte > 0x1f && byte < 0x7f ? String.fromCharCode(byte) : byte.toString(8).padStart(3, "0")).padStart(4);

const DUMPS = {
  xxd: (bytes) => dumped(bytes, 16, (at, line) => `${at16(at)}: ${words(line, 2).padEnd(39)}  ${shown(line)}`),
  "xxd -c 8 -g 1": (bytes) =>
    dumped(bytes, 8, (at, line) => `${at16(at)}: ${words(line, 1).padEnd(23)}  ${shown(line)}`),
  "hexdump -C": (bytes) =>
    dumped(
      bytes,
      16,
      (at, line) => `${at16(at)}  ${words(line.slice(0, 8), 1)}  ${words(line.slice(8), 1)}  |${shown(line)}|`,
    ),
  hexdump: (bytes) =>
    dumped(
      bytes.length % 2 ? Buffer.concat([bytes, Buffer.of(0)]) : bytes,
      16,
      (at, line) => `${at16(at).slice(1)} ${words(line, 2, true)}`,
    ),
  "od -b": (bytes) =>
    dumped(bytes, 16, (at, line) => `${at8(at)} ${line.map((byte) => byte.toString(8).padStart(3, "0")).join(" ")}`),
  "od -t u1": (bytes) =>
    dumped(bytes, 16, (at, line) => `${at8(at)} ${line.map((byte) => `${byte}`.padStart(3)).join(" ")}`),
  "od -c": (bytes) => dumped(bytes, 16, (at, line) => at8(at) + line.map(column).join("")),
};

const NAMES = {
  "!": "excl",
  "#": "num",
  $: "dollar",
  "%": "percnt",
  "&": "amp",
  "'": "apos",
  "(": "lpar",
  ")": "rpar",
  "*": "ast",
  "+": "plus",
  ",": "comma",
  ".": "period",
  "/": "sol",
  ":": "colon",
  ";": "semi",
  "<": "lt",
  "=": "equals",
  ">": "gt",
  "?": "quest",
  "@": "commat",
  "[": "lsqb",
  "\\": "bsol",
  "]": "rsqb",
  "^": "Hat",
  _: "lowbar",
  "`": "grave",
  "{": "lcub",
  "|": "verbar",
  "}": "rcub",
  '"': "quot",
  "\u00e4": "auml",
  "\u00f6": "ouml",
  "\u00fc": "uuml",
  "\u00df": "szlig",
  "\u20ac": "euro",
  "\u00e9": "eacute",
};

const WINDOWS_1252 = { "\u20ac": 0x80, "\u2026": 0x85, "\u201c": 0x93, "\u201d": 0x94, "\u2122": 0x99, "\u0153": 0x9c };

/** One byte for each character, if there is one. */
function singleBytes(text) {
  const codes = Array.from(text, (one) => WINDOWS_1252[one] ?? one.codePointAt(0));
  return codes.every((code) => code <= 0xff) ? [Buffer.from(codes)] : [];
}

function softly(part) {
  const written = each(part, (byte) =>
    byte > 0x20 && byte < 0x7f && byte !== 0x3d ? String.fromCharCode(byte) : `=${digits(byte).toUpperCase()}`,
  );
  return [written.replace(/([^=]{7})/g, "$1=\r\n"), written.replace(/([^=]{5})/g, "$1=\n")];
}

/** A file of a zip, without the list at its end. */
function zipped(bytes) {
  const head = Buffer.alloc(30);
  head.write("PK\x03\x04", "latin1");
  head.writeUInt16LE(8, 8);
  head.writeUInt16LE(5, 26);
  return Buffer.concat([head, Buffer.from("a.txt"), deflateRawSync(bytes)]);
}

const around = (part) =>
  Buffer.concat([Buffer.from('{"note":"the key is '), bytesOf(part), Buffer.from('","n":[1,2,3]}')]);

/** Functions from a part to its spellings: a text, or bytes without one, which are a key. */
export const SPELLINGS = {
  "as it is": (part) => [part],
  percent: (part) => [percent(part), percent(part).toUpperCase(), ...(isText(part) ? [encodeURIComponent(part)] : [])],
  "percent of characters": (part) => (isText(part) ? [units(part, (four) => `%u${four}`), escape(part)] : []),
  form: (part) => (isText(part) ? [`${new URLSearchParams({ part })}`.slice(5)] : []),
  base64: (part) =>
    ["", "x", "xx", "xxx"].flatMap((before) =>
      ["", "y", "yy", "yyy"].flatMap((behind) => {
        const bytes = Buffer.concat([Buffer.from(before), bytesOf(part), Buffer.from(behind)]);
        const [padded, url] = [bytes.toString("base64"), bytes.toString("base64url")];
        return [padded, padded.replaceAll("=", ""), url, `A${padded}`, `key-${url}`];
      }),
    ),
  "base64 in lines": (part) =>
    ["base64", "base64url"].flatMap((name) => {
      const text = bytesOf(part).toString(name);
      return [text.replace(/(.{7})/g, "$1\r\n"), text.replace(/(.{7})/g, "$1\n  ")];
    }),
  base32: (part) => base32s(part, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
  "base32 of hex digits": (part) => base32s(part, "0123456789ABCDEFGHIJKLMNOPQRSTUV"),
  hex: (part) => [hex(part), hex(part).toUpperCase(), `a${hex(part)}`],
  "hex, apart": (part) => [
    each(part, (byte) => `${digits(byte)}:`),
    each(part, (byte) => `${digits(byte)} `),
    each(part, (byte) => `0x${byte.toString(16)}, `),
    JSON.stringify(Array.from(bytesOf(part), digits)),
    hex(part).replace(/(.{20})/g, "$1\n"),
  ],
  binary: (part) => [each(part, (byte) => `${byte.toString(2).padStart(8, "0")} `)],
  numbers: (part) => {
    const bytes = bytesOf(part);
    return [
      JSON.stringify(bytes),
      JSON.stringify(bytes, null, 2),
      JSON.stringify(new Uint8Array(bytes)),
      [...bytes].join(" "),
      `{${[...bytes].join(", ")}}`,
      JSON.stringify([...new Int8Array(bytes)]),
      [...bytes].map((byte) => byte.toString(8).padStart(3, "0")).join(" "),
      ...(isText(part) ? [JSON.stringify(Array.from(part, (one) => one.codePointAt(0)))] : []),
    ];
  },
  dump: (part) => moved(part).flatMap((bytes) => Object.values(DUMPS).map((write) => write(bytes))),
  "quoted-printable": (part) => [each(part, (byte) => `=${digits(byte).toUpperCase()}`), ...softly(part)],
  escapes: (part) =>
    isText(part)
      ? [
          units(part, (four) => `\\u${four}`),
          units(part, (four) => `\\u${four.toUpperCase()}`),
          characters(part, (code) => `\\u{${code.toString(16)}}`),
          characters(part, (code) => `\\x{${code.toString(16)}}`),
          characters(part, (code) => `\\U${code.toString(16).padStart(8, "0")}`),
          characters(part, (code) => (code < 0x100 ? `\\x${digits(code)}` : `\\u{${code.toString(16)}}`)),
          JSON.stringify(part).slice(1, -1),
        ]
      : [each(part, (byte) => `\\x${digits(byte)}`)],
  octal: (part) => [
    each(part, (byte) => (isLetter(byte) ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, "0")}`)),
    each(part, (byte) => `\\${byte.toString(8).padStart(3, "0")}`),
  ],
  css: (part) =>
    isText(part)
      ? [
          characters(part, (code) => `\\${code.toString(16)} `),
          characters(part, (code) => `\\${code.toString(16).padStart(6, "0")}`),
        ]
      : [],
  entities: (part) =>
    isText(part)
      ? [
          characters(part, (code) => `&#${code};`),
          characters(part, (code) => `&#x${code.toString(16)};`),
          characters(part, (code) => `&#X${code.toString(16).padStart(6, "0")};`),
          characters(part, (code) =>
            NAMES[String.fromCodePoint(code)] ? `&${NAMES[String.fromCodePoint(code)]};` : String.fromCodePoint(code),
          ),
          part.replaceAll("&", "&amp;").replaceAll('"', "&quot;"),
        ]
      : [],
  mixed: (part) => {
    const ways = [
      (byte) => `%${digits(byte)}`,
      (byte) => `\\x${digits(byte)}`,
      (byte) => `&#${byte};`,
      (byte) => `=${digits(byte)}`,
    ];
    if (!isAscii(part)) return [];
    const text = each(part, (byte, at) => ways[at % ways.length](byte));
    return [text, Buffer.from(text).toString("base64")];
  },
  lines: (part) =>
    isAscii(part) && !/ /.test(part)
      ? [
          bytesOf(part)
            .toString()
            .replace(/(.{5})/g, "$1\r\n    "),
        ]
      : [],
  "UTF-16": (part) => (isText(part) ? [Buffer.from(part, "utf16le"), Buffer.from(part, "utf16le").swap16()] : []),
  "UTF-32": (part) => (isText(part) && isAscii(part) ? [Buffer.from(Uint32Array.from(Buffer.from(part)).buffer)] : []),
  "one byte for each character": (part) => (isText(part) ? singleBytes(part.normalize("NFC")) : []),
  "read as Latin-1": (part) => [Buffer.from(bytesOf(part).toString("latin1"))],
  "other forms of Unicode": (part) =>
    isText(part)
      ? [
          ...["NFC", "NFD", "NFKC", "NFKD"].map((form) => part.normalize(form)),
          part.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
          Array.from(part).join("\u200b"),
        ]
      : [],
  compressed: (part) => [
    gzipSync(around(part)),
    deflateSync(around(part)),
    deflateRawSync(around(part)),
    gzipSync(bytesOf(part)),
    zipped(around(part)),
  ],
};

/** Each makes a text of bytes, so that spellings can stand inside each other. */
export const WRAPPINGS = {
  percent,
  base64: (bytes) => bytes.toString("base64"),
  "base64 in lines": (bytes) => bytes.toString("base64url").replace(/(.{19})/g, "$1\r\n"),
  base32: (bytes) => base32(bytes, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
  "base32 of hex digits": (bytes) => base32(bytes, "0123456789ABCDEFGHIJKLMNOPQRSTUV").toLowerCase(),
  hex: (bytes) => bytes.toString("hex"),
  dump: DUMPS["hexdump -C"],
  numbers: (bytes) => JSON.stringify(bytes),
  "quoted-printable": (bytes) => softly(bytes)[0],
  JSON: (bytes) => JSON.stringify(bytes.toString("latin1")),
  escapes: (bytes) => each(bytes, (byte) => `\\x${digits(byte)}`),
  octal: (bytes) => each(bytes, (byte) => `\\${byte.toString(8).padStart(3, "0")}`),
  css: (bytes) => each(bytes, (byte) => `\\${byte.toString(16)} `),
  entities: (bytes) => each(bytes, (byte) => `&#${byte};`),
  gzip: (bytes) => gzipSync(bytes),
  deflate: (bytes) => deflateRawSync(bytes),
  "UTF-16": (bytes) => Buffer.from(bytes.toString("latin1"), "utf16le"),
};
