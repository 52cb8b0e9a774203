// The text form of a scheme → the facts that the signer needs.
//
// Written a second time on purpose and independently of the core: the corpus judges the core, so it
// may not learn from it what a scheme means.

const readers = {
  name: (scheme, text) => {
    scheme.name = text;
  },
  mac: (scheme, text) => {
    scheme.mac = text;
  },
  key: (scheme, text, [encoding, ...prefixes]) => {
    scheme.key = { encoding, prefixes };
  },
  header: (scheme, text, names) => {
    scheme.headers = names;
  },
  headers: (scheme, text, names) => {
    scheme.headers = names;
    scheme.each = true;
  },
  format: (scheme, text, words) => {
    scheme.format = readFormat(text, words);
  },
  encoding: (scheme, text) => {
    scheme.encoding = text;
  },
  content: (scheme, text) => {
    scheme.content = readContent(text);
  },
  timestamp: (scheme, text, words) => {
    scheme.timestamp = readTimestamp(words);
  },
  tolerance: (scheme, text, limits) => {
    scheme.tolerance = limits.map(readLimit);
  },
  require: (scheme, text, words) => {
    scheme.require = readPairs(words);
  },
  type: (scheme, text, [from, name]) => {
    scheme.type = { from, name };
  },
  id: (scheme, text, [from, name]) => {
    scheme.id = { from, name };
  },
  hint: (scheme, text, names) => {
    scheme.hints = names;
  },
};

/** Reads a text form; an unknown field is a mistake in the facts and throws. */
export function readScheme(text) {
  const scheme = {
    text,
    key: { encoding: "utf8", prefixes: [] },
    encoding: "hex",
    content: [{ part: "body" }],
    require: [],
    hints: [],
  };
  for (const line of text.split("\n")) {
    const colon = line.indexOf(": ");
    const value = line.slice(colon + 2);
    readers[line.slice(0, colon)](scheme, value, value.split(" "));
  }
  return scheme;
}

function readFormat(text, [kind, ...words]) {
  switch (kind) {
    case "value":
      return { kind, prefix: unescaped(text.slice("value ".length)) };
    case "pairs": {
      const [separator, assign, tag, time, spaces] = words;
      return { kind, separator, assign, tag, time, spaces: spaces === "spaces" };
    }
    case "tokens":
      return { kind, tag: words[0] };
    case "positional":
      return { kind };
    default:
      throw new Error(`unknown format ${kind}`);
  }
}

const escapes = { "{{": "{", "}}": "}", "\\n": "\n", "\\s": " ", "\\\\": "\\" };
const unescaped = (text) => text.replace(/\\./g, (found) => escapes[found]);

const piece = /(?<escaped>\{\{|\}\}|\\.)|\{(?<field>[^{}]+)\}|(?<literal>[^{}\\]+)/gy;

export function readContent(text) {
  return [...text.matchAll(piece)].map(({ groups: { escaped, field, literal } }) => {
    if (escaped) return { part: "literal", text: escapes[escaped] };
    if (literal) return { part: "literal", text: literal };
    const [part, name] = field.split(":");
    return { part, name };
  });
}

function readPairs(words) {
  return words.flatMap((name, at) => (at % 2 ? [] : [[name, words[at + 1]]]));
}

function readTimestamp(words) {
  const [from, ...rest] = words;
  return from === "field" ? { from, unit: rest[0] } : { from, name: rest[0], unit: rest[1] };
}

function readLimit(text) {
  return text === "none" ? Infinity : Number(text);
}
