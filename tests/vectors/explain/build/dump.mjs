// A value → its JSON text, as serialisers of other languages write it.
//
// Written here, and not learnt from the core: the corpus judges the core's own writer.

/** `item` and `key` are what stands behind a comma and a colon; `string` writes a string. */
function dump(value, { item, key, string }) {
  const inner = (other) => dump(other, { item, key, string });
  if (typeof value === "string") return string(value);
  if (Array.isArray(value)) return `[${value.map(inner).join(`,${item}`)}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, part]) => `${string(name)}:${key}${inner(part)}`);
  return `{${members.join(`,${item}`)}}`;
}

const unit = (char, digits = (text) => text) => {
  const units = char.split("").map((half) => half.charCodeAt(0).toString(16).padStart(4, "0"));
  return units.map((hex) => `\\u${digits(hex)}`).join("");
};
const escaped = (pattern, digits) => (text) => JSON.stringify(text).replace(pattern, (char) => unit(char, digits));

/** As Jackson's DefaultPrettyPrinter: arrays in one line, what is inside of them no deeper. */
function jackson(value, indent = "\n") {
  if (Array.isArray(value))
    return value.length ? `[ ${value.map((item) => jackson(item, indent)).join(", ")} ]` : "[ ]";
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const members = Object.entries(value).map(
    ([name, part]) => `${inner}${JSON.stringify(name)} : ${jackson(part, inner)}`,
  );
  return members.length ? `{${members.join(",")}${indent}}` : "{ }";
}

const NON_ASCII = /[^\x00-\x7f]/g;
const tight = { item: "", key: "" };

/** The names stand in the comments of the vectors. */
export const serialisers = {
  "JSON.stringify with 2 spaces": (value) => JSON.stringify(value, null, 2),
  "JSON.stringify with 4 spaces": (value) => JSON.stringify(value, null, 4),
  "JSON.stringify with a tab": (value) => JSON.stringify(value, null, "\t"),
  "Python's json.dumps": (value) => dump(value, { item: " ", key: " ", string: escaped(NON_ASCII) }),
  "Python's json.dumps, ensure_ascii=False": (value) => dump(value, { item: " ", key: " ", string: JSON.stringify }),
  "PHP's json_encode": (value) =>
    dump(value, { ...tight, string: (text) => escaped(NON_ASCII)(text).replaceAll("/", "\\/") }),
  "PHP's JSON_UNESCAPED_UNICODE": (value) =>
    dump(value, { ...tight, string: (text) => JSON.stringify(text).replaceAll("/", "\\/") }),
  "Ruby on Rails' to_json": (value) => dump(value, { ...tight, string: escaped(/[<>&\u2028\u2029]/g) }),
  "Go's Encoder, with its newline": (value) => `${dump(value, { ...tight, string: escaped(/[<>&\u2028\u2029]/g) })}\n`,
  Gson: (value) => dump(value, { ...tight, string: escaped(/[<>&=']/g) }),
  "System.Text.Json": (value) =>
    dump(value, {
      ...tight,
      string: (text) =>
        `"${JSON.stringify(text)
          .slice(1, -1)
          .replaceAll('\\"', "\\u0022")
          .replace(/[^\x00-\x7f]|[<>&'+`]/g, (char) => unit(char, (hex) => hex.toUpperCase()))}"`,
    }),
  "sorted keys": (value) => JSON.stringify(sorted(value)),
  "sorted keys, indented by 2": (value) => JSON.stringify(sorted(value), null, 2),
};

const indented =
  (by, edit = (text) => text) =>
  (value) =>
    edit(JSON.stringify(value, null, by));
const toAscii = (json) => json.replace(NON_ASCII, (char) => unit(char));
const toCrlf = (json) => json.replaceAll("\n", "\r\n");
/** JSON_HEX_TAG | AMP | APOS | QUOT: capitals for ASCII, and for nothing else. */
const phpHex = (text) =>
  toAscii(
    `"${JSON.stringify(text)
      .slice(1, -1)
      .replaceAll('\\"', "\\u0022")
      .replace(/[<>&']/g, (char) => unit(char, (hex) => hex.toUpperCase()))}"`,
  );

/** What fewer people run into. */
export const rareSerialisers = {
  "JSON.stringify with 1 space": indented(1),
  "JSON.stringify with 3 spaces": indented(3),
  "JSON.stringify with 8 spaces": indented(8),
  "Python's json.dumps, indent=1": indented(1, toAscii),
  'Python\'s json.dumps, separators=(",", ": ")': (value) =>
    dump(value, { item: "", key: " ", string: escaped(NON_ASCII) }),
  'Python\'s json.dumps, separators=(", ", ":")': (value) =>
    dump(value, { item: " ", key: "", string: escaped(NON_ASCII) }),
  "Jackson's pretty printer": (value) => jackson(value),
  "Newtonsoft, indented on Windows": indented(2, toCrlf),
  "System.Text.Json, indented on Windows": (value) =>
    toCrlf(
      indented(2, (json) =>
        json
          .replaceAll('\\"', "\\u0022")
          .replace(/[^\x00-\x7f]|[<>&'+`]/g, (char) => unit(char, (hex) => hex.toUpperCase())),
      )(value),
    ),
  "PHP's JSON_HEX flags": (value) => dump(value, { ...tight, string: phpHex }),
  "Symfony's JsonResponse": (value) => dump(value, { ...tight, string: (text) => phpHex(text).replaceAll("/", "\\/") }),
  "org.json": (value) => JSON.stringify(value).replaceAll("</", "<\\/"),
};

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted(value[name])]));
}
