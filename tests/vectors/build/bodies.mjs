// Genuine bodies that break receivers: what a body may hold and still be signed byte for byte.
//
// Where type and id stand at the top of the body, by the names that the scheme has for them.

const bytes = (hex) => Buffer.from(hex, "hex");

/** Bodies for every built-in scheme, whatever it reads from them. */
const everyScheme = [
  ["empty body", ""],
  ["not JSON: XML", '<?xml version="1.0"?><a/>'],
  ["not JSON: form fields", "payload=%7B%22a%22%3A1%7D&text="],
  ["JSON array", '[{"event":"x","type":"x","id":"x"}]'],
  ["bytes that are no UTF-8", bytes("fffe00c0af80")],
  ["NUL in the body", '{"a":1}\0'],
  ["four-byte characters and combining marks", '{"text":"héllo 👋🏽 e\u0301 日本"}'],
];

/** Bodies for every scheme that reads a type from them. `T` and `I` stand for the keys it reads. */
const typed = [
  ["event type that the documents do not list", '{"T":"never.heard.of","I":"evt_1"}'],
  ["type with escapes", '{"T":"a\\u0062\\u00e9\\/\\"\\\\\\n\\ud83d\\ude00","I":"evt_2"}'],
  ["number written 1.0, integer over 2^53", '{"n":1.0,"big":9007199254740993,"T":"num","I":"e4"}'],
  ["duplicate keys: the last one counts", '{"T":"first","I":"id_1","T":"last","I":"id_2"}'],
  ["key only in a nested object", '{"data":{"T":"nested","I":"nested"},"list":[{"T":"x"}]}'],
  ["blanks wherever JSON allows them", ' \t\r\n{ "T"\n:\t"spaced" ,\r\n"I" : "evt_7" } \n'],
  ["byte order mark: not JSON", '\ufeff{"T":"bom","I":"evt_8"}'],
];

/** Bodies in which a finder of top-level keys may go astray. */
const finderTraps = [
  ["type outside ASCII", '{"T":"événement.créé","I":"evt_3"}'],
  ["key written with an escape", '{"\\uXXXX":"escaped.key","I":"evt_9"}'],
  ["duplicate key whose last value is null: absent", '{"T":"first","I":"id_1","T":null,"I":null}'],
  ["duplicate key whose last value is an object: absent", '{"T":"first","T":{"T":"inner"}}'],
  ["key after nested values", '{"data":{"T":"nested","a":[1,{"b":"]}"}]},"T":"top","I":"evt_5"}'],
  ["quotes and brackets inside strings", '{"s":"\\"T\\":\\"x\\",{[","T":"top","I":"evt_6"}'],
  ["quotes and backslashes inside a nested string", '{"d":{"s":"\\"}","b":"\\\\"},"T":"top","I":"evt_0"}'],
  ["type written with every short escape", '{"T":"\\b\\f\\n\\r\\t\\"\\\\\\/","I":"evt_10"}'],
  ["type is null", '{"T":null,"I":null}'],
  ["type is an array", '{"T":["x"],"I":["x"]}'],
  ["type is a truth value", '{"T":true,"I":false}'],
  ["type of no characters counts as absent", '{"T":"","I":""}'],
  ["type that begins with half a surrogate pair: absent", '{"T":"\\udc00x","I":"\\ud800x"}'],
  ["type that ends in half a surrogate pair: absent", '{"T":"x\\ud800","I":"x\\ud800\\ud800"}'],
  ["half a surrogate pair before another escape: absent", '{"T":"\\ud800\\u0041","I":"\\ud800x\\u0041"}'],
  ["half a surrogate pair before a whole one: absent", '{"T":"\\ud800\\ud83d\\ude00","I":"\\ud800x\\ud83d\\ude00"}'],
  ["key of a longer name", '{"Tx":"x","xT":"x","Ix":"x"}'],
  ["key in the other letter case", '{"U":"x"}'],
  ["empty object", "{}"],
  ["two documents, one after the other", '{"T":"a","I":"1"}{"T":"b","I":"2"}'],
  ["JSON lines", '{"T":"a","I":"1"}\n{"T":"b","I":"2"}'],
  ["junk after the object", '{"T":"a","I":"1"}x'],
  ["object cut short", '{"T":"a","I":"1"'],
  ["object cut short inside a string", '{"T":"a","I":"1'],
  ["comma after the last member", '{"T":"a","I":"1",}'],
  ["comment inside the object", '{"T":"a",/* */"I":"1"}'],
  ["keys in single quotes", "{'T':'a'}"],
  ["string alone", '"T"'],
  ["number alone", "42"],
  ["null alone", "null"],
  ["object inside an array", '[{"T":"a"}]'],
  ["__proto__ as a key", '{"__proto__":{"T":"proto"},"constructor":1}'],
];

/** Schemes for which a body must tell the time: none of these does. */
const needsTime = ({ timestamp }) => timestamp?.from === "body";

/**
 * The odd genuine bodies of a scheme.
 *
 * `first(purpose, parts)` answers whether no scheme before had these parts of its grammar.
 */
export function oddBodies(scheme, first) {
  if (needsTime(scheme)) return [];
  const samples = first("odd bodies", ["around"]) ? everyScheme.map(([comment, body]) => ({ comment, body })) : [];
  const [type, id] = [keyIn(scheme.type), keyIn(scheme.id)];
  const isTyped = type !== undefined || id !== undefined;
  return isTyped && first("typed bodies", ["type", "id"]) ? [...samples, ...typedBodies(type, id)] : samples;
}

function typedBodies(type = "type", id = "id") {
  return [
    ...[...typed, ...finderTraps].map(([comment, body]) => ({ comment, body: keyed(body, type, id) })),
    ...numbers(type, id),
    ...lengths(type),
    ...deep(type),
  ];
}

/** The key at the top of the body, if that is where this fact stands. */
function keyIn(rule) {
  return rule?.from === "body" && rule.keys.length === 1 ? rule.keys[0] : undefined;
}

/** A body with the keys of a scheme, which may be of any characters, in place of `T` and `I`. */
function keyed(body, typeKey, idKey) {
  const [type, id] = [typeKey, idKey].map((key) => JSON.stringify(key).slice(1, -1));
  const names = { T: type, Tx: `${type}x`, xT: `x${type}`, I: id, Ix: `${id}x`, U: type.toUpperCase() };
  return body
    .replaceAll("\\uXXXX", () => `\\u${hex4(typeKey)}${JSON.stringify(typeKey.slice(1)).slice(1, -1)}`)
    .replaceAll(/(?<=["'])(T|Tx|xT|I|Ix|U)(?=["'\\])/g, (name) => names[name]);
}

const hex4 = (text) => text.charCodeAt(0).toString(16).padStart(4, "0");

function numbers(type, id) {
  return ["0", "-1.50e+2", "9007199254740993"].map((text) => ({
    comment: `type is the number ${text}: its JSON text`,
    body: keyed(`{"T":${text},"I":${text}}`, type, id),
  }));
}

function lengths(type) {
  return [1024, 1025].map((length) => ({
    comment: `type of ${length} bytes${length > 1024 ? " counts as absent" : ""}`,
    body: JSON.stringify({ [type]: "x".repeat(length) }),
  }));
}

function deep(type) {
  const times = 20000;
  return [
    {
      comment: "a hundred arrays deep",
      body: `{"d":${"[".repeat(100)}${"]".repeat(100)},${JSON.stringify(type)}:"deep"}`,
    },
    {
      comment: "twenty thousand objects deep and never closed",
      body: '{"a":'.repeat(times),
      repeat: { hex: Buffer.from('{"a":').toString("hex"), times },
    },
  ];
}
