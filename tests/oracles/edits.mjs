// Edits: what turns a genuine delivery into one that is nearly genuine. An edit is data, so that a case can be shrunk
// and copied: `kind` names a function below, `on` picks a header, `at`, `size` and `text` are its arguments.
import { fc } from "./libraries.mjs";
import { spelled } from "./times.mjs";

/** Edits of one text: a header's value, a secret. */
const ofText = {
  flip: (text, { at, size }) =>
    replaceAt(text, at, (letter) => String.fromCharCode(letter.charCodeAt(0) ^ (1 << size))),
  swapCase: (text, { at }) =>
    replaceAt(text, at, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase())),
  replace: (text, { at, text: other }) => replaceAt(text, at, () => other),
  insert: (text, { at, text: other }) =>
    text.slice(0, at % (text.length + 1)) + other + text.slice(at % (text.length + 1)),
  cut: (text, { at, size }) => text.slice(0, at % (text.length + 1)) + text.slice((at % (text.length + 1)) + size + 1),
  truncate: (text, { at }) => text.slice(0, at % (text.length + 1)),
  prepend: (text, { text: other }) => other + text,
  append: (text, { text: other }) => text + other,
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  become: (_, { text: other }) => other,
  list: (text, { size }) =>
    Array(2 ** (size % 6))
      .fill(text)
      .join(" "),
  lengthen: (text, { at, size }) => text + text.slice(-1 - (at % 4)).repeat(1 << (2 * size)),
};

/** Edits of a body that a reader of text does not see: other broken bytes, and a byte order mark. */
const ofBody = {
  breakOtherwise: (bytes) => bytes.map((byte) => (byte >= 0xf8 ? byte ^ 1 : byte)),
  unreplace: (bytes) => Buffer.from(bytes.toString("latin1").replaceAll("\u00ef\u00bf\u00bd", "\u00ff"), "latin1"),
  mark: (bytes) => Buffer.concat([Buffer.from("\ufeff"), bytes]),
};

/** Edits of one text that consists of fields. */
const ofFields = {
  drop: (fields, { at }) => fields.filter((_, index) => index !== at % fields.length),
  double: (fields, { at, size }) => fields.toSpliced(size % fields.length, 0, fields[at % fields.length]),
  swap: (fields, { at, size }) =>
    fields
      .with(at % fields.length, fields[size % fields.length])
      .with(size % fields.length, fields[at % fields.length]),
  add: (fields, { at, text }) => fields.toSpliced(at % (fields.length + 1), 0, text),
  pile: (fields, { at, size }) => [...fields, ...Array(2 ** (size % 6)).fill(fields[at % fields.length])],
};

/** Edits of a header as a whole: what may stand under its name in Node, and what becomes of it on the way. */
const ofHeaders = {
  listOfOne: (value) => [value],
  listOfTwo: (value, { text }) => [value, text],
  listAfterOther: (value, { text }) => [text, value],
  emptyList: () => [],
  joined: (value) => `${value}, ${value}`,
  joinedToOther: (value, { text }) => `${text}, ${value}`,
  missing: () => undefined,
};

/** Another way to write the time, where a value has one. */
const respell = (text, { at }) => text.replace(/\d{9,15}/, (digits) => spelled("s", Number(digits) * 1000, at));

const kinds = [
  ...Object.keys(ofText),
  ...Object.keys(ofFields),
  ...Object.keys(ofHeaders),
  "respell",
  "respell",
  "respell",
];

const words = fc.constantFrom(
  ...[
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\0",
    "\u007f",
    "\u0080",
    "\u00a0",
    "\u00e9",
    "\u2003",
    "\ufeff",
    "\ud83d\udd11",
    "\ud800",
  ],
  ...[
    ",",
    ", ",
    " ,",
    ";",
    "; ",
    "=",
    "==",
    ":",
    ".",
    "/",
    "+",
    "-",
    "_",
    "!",
    "%20",
    '"',
    "0",
    "1",
    "a",
    "A",
    "f",
    "g",
    "abc",
    ".9",
    "e3",
  ],
  ...[
    "t=",
    "t=1",
    "t=0",
    "T=1",
    "ts=1",
    "v=1",
    "x=y",
    "v0=",
    "v1",
    "v1=",
    "v1,",
    "v1,v1",
    "v2=00",
    "v1a,AAAA",
    "v2,AAAA",
    "h1=",
    "h2=00",
    "d=0",
    "s=0",
  ],
  ...[
    "sha256=",
    "sha1=00",
    "sha=",
    "SHA256=",
    "Mac ",
    "null",
    "undefined",
    "__proto__",
    "0".repeat(64),
    "A".repeat(43),
    `${"A".repeat(43)}=`,
  ],
);

/** A text out of the words above, or any. */
export const text = fc.oneof(
  { weight: 5, arbitrary: words },
  { weight: 1, arbitrary: fc.string({ maxLength: 6, unit: "binary" }) },
);

const argumentsOf = { on: fc.nat(2), at: fc.nat(127), size: fc.nat(7), text };

/** An edit of a header. */
export const edit = fc.record({ kind: fc.constantFrom(...kinds), ...argumentsOf });

/** An edit of one text. */
export const textEdit = fc.record({ kind: fc.constantFrom(...Object.keys(ofText)), ...argumentsOf });

/** An edit of the body. */
export const bodyEdit = fc.oneof(textEdit, fc.record({ kind: fc.constantFrom(...Object.keys(ofBody)) }));

export function editBody(raw, { kind, ...how }) {
  if (kind in ofBody) return ofBody[kind](Buffer.from(raw));
  if (typeof raw === "string") return ofText[kind](raw, how);
  return Buffer.from(ofText[kind](raw.toString("latin1"), how), "latin1");
}

export const editText = (before, { kind, ...how }) => ofText[kind](before, how);

/** Edits a collection of headers, which are texts or lists of texts; one that is missing is left out. */
export function editHeaders(headers, { kind, on, ...how }) {
  const names = Object.keys(headers);
  const name = names[on % names.length];
  const value = name && editValue(headers[name], kind, how);
  const entries = Object.entries({ ...headers, ...(name && { [name]: value }) });
  return Object.fromEntries(entries.filter(([, each]) => each !== undefined));
}

function editValue(value, kind, how) {
  if (kind in ofHeaders) return Array.isArray(value) ? value : ofHeaders[kind](value, how);
  if (Array.isArray(value)) return value.map((each) => editValue(each, kind, how));
  if (kind === "respell") return respell(value, how);
  return kind in ofText ? ofText[kind](value, how) : editFields(value, kind, how);
}

function editFields(value, kind, how) {
  const separator = ["; ", ";", ", ", " ", ","].find((each) => value.includes(each)) ?? ",";
  return ofFields[kind](value.split(separator), how).join(separator);
}

function replaceAt(before, at, change) {
  const index = at % (before.length || 1);
  return before.slice(0, index) + (before[index] === undefined ? "" : change(before[index])) + before.slice(index + 1);
}
