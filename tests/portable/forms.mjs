// One delivery in every form that a runtime may hand it over in: collections of headers, kinds of bodies.

/** More than a header ever arrives: how the letters of a name may be flipped, bit by bit. */
const SPELLINGS = Array.from({ length: 32 }, (_, which) => which);

/**
 * Yields `[form, headers]` for each collection that can carry these headers unchanged, and `[form]` alone
 * for one that cannot: fetch's `Headers` trims values and refuses some characters.
 */
export function* headerForms(pairs) {
  yield ["pairs", pairs];
  const spelled = respelled(pairs);
  yield ["plain object", spelled && Object.fromEntries(spelled)];
  yield ["Map", spelled && new Map(spelled)];
  yield ["upper-case object", grouped(pairs, (name) => name.toUpperCase(), {})];
  yield ["Node headers", grouped(pairs, (name) => name.toLowerCase(), Object.create(null))];
  yield ["Headers", fetchHeaders(pairs)];
}

// An object and a Map hold a key once. What arrived twice stands there under a second spelling of the name; undefined where
// there is none left, as for a name of digits.
function respelled(pairs) {
  const taken = new Set();
  const spelled = [];
  for (const [name, value] of pairs) {
    const free = SPELLINGS.find((which) => !taken.has(spelling(name, which)));
    if (free === undefined) return undefined;
    taken.add(spelling(name, free));
    spelled.push([spelling(name, free), value]);
  }
  return spelled;
}

/** The name with the case of its letters flipped by the bits of `which`; 0 leaves it as it is. */
function spelling(name, which) {
  let bits = which;
  return name.replace(/[a-z]/gi, (letter) => {
    const flip = bits & 1;
    bits >>= 1;
    if (!flip) return letter;
    return letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  });
}

// Node gives a list when a header arrived more than once (headersDistinct, and some frameworks).
function grouped(pairs, spell, record) {
  for (const [name, value] of pairs) {
    const key = spell(name);
    record[key] = key in record ? [record[key], value].flat() : value;
  }
  return record;
}

function fetchHeaders(pairs) {
  try {
    const headers = new Headers(pairs);
    return pairs.every(([name]) => headers.get(name) === joined(pairs, name)) ? headers : undefined;
  } catch {
    return undefined;
  }
}

function joined(pairs, wanted) {
  const values = pairs.filter(([name]) => name.toLowerCase() === wanted.toLowerCase()).map(([, value]) => value);
  return values.join(", ");
}

/** Yields `[form, body]` for each kind of body that can carry these bytes. */
export function* bodyForms(bytes) {
  yield ["Uint8Array", bytes];
  yield ["view into a larger buffer", within(bytes, (buffer, at) => new Uint8Array(buffer, at, bytes.length))];
  yield ["DataView", within(bytes, (buffer, at) => new DataView(buffer, at, bytes.length))];
  yield ["ArrayBuffer", bytes.slice().buffer];
  if (globalThis.Buffer) yield ["Buffer", globalThis.Buffer.from(bytes)];
  const text = textOf(bytes);
  if (text !== undefined) yield ["string", text];
}

// Bytes that do not belong to the body stand on both sides: a wrapper that forgets the window hashes them.
function within(bytes, view) {
  const at = 3;
  const around = new Uint8Array(bytes.length + 2 * at).fill(0x5a);
  around.set(bytes, at);
  return view(around.buffer, at);
}

/** The text of these bytes, or undefined when they are not UTF-8. A byte order mark is a character like any. */
function textOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
