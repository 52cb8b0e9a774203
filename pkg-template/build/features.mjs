// Wasm → the same wasm, with a true `target_features` section.
//
// The standard library comes compiled with reference types, so the linker writes that the whole
// module uses them. It does not, and wasm-bindgen, believing it, would add an import to fill a
// table of references.

const CUSTOM = 0;
const HEADER = 8; // magic and version

/** Takes a feature out of the list of those that a module says it uses. */
export function withoutFeature(bytes, feature) {
  const kept = [bytes.subarray(0, HEADER)];
  for (const { id, start, body, end } of sections(bytes)) {
    const section = bytes.subarray(start, end);
    const name = id === CUSTOM ? readName(bytes, body) : { text: "" };
    if (name.text !== "target_features") kept.push(section);
    else kept.push(customSection(name.text, listWithout(bytes, name.end, feature)));
  }
  return Buffer.concat(kept);
}

function* sections(bytes) {
  for (let start = HEADER; start < bytes.length; ) {
    const size = readNumber(bytes, start + 1);
    const end = size.end + size.value;
    yield { id: bytes[start], start, body: size.end, end };
    start = end;
  }
}

// A number of entries; each a prefix, `+` for used, and a name.
function listWithout(bytes, start, feature) {
  const count = readNumber(bytes, start);
  const entries = [];
  for (let at = count.end; entries.length < count.value; ) {
    const name = readName(bytes, at + 1);
    entries.push({ text: name.text, bytes: bytes.subarray(at, name.end) });
    at = name.end;
  }
  const kept = entries.filter(({ text }) => text !== feature);
  return Buffer.concat([writeNumber(kept.length), ...kept.map((entry) => entry.bytes)]);
}

function customSection(name, content) {
  const body = Buffer.concat([writeNumber(name.length), Buffer.from(name), content]);
  return Buffer.concat([Buffer.from([CUSTOM]), writeNumber(body.length), body]);
}

function readName(bytes, start) {
  const length = readNumber(bytes, start);
  const end = length.end + length.value;
  return { text: bytes.toString("utf8", length.end, end), end };
}

// LEB128: seven bits a byte, the lowest first, the eighth bit says that more follow.
function readNumber(bytes, start) {
  let value = 0;
  for (let at = start, shift = 0; ; at += 1, shift += 7) {
    value |= (bytes[at] & 0x7f) << shift;
    if (bytes[at] < 0x80) return { value: value >>> 0, end: at + 1 };
  }
}

function writeNumber(value) {
  const bytes = [];
  for (let rest = value; ; rest >>>= 7) {
    bytes.push(rest < 0x80 ? rest : (rest & 0x7f) | 0x80);
    if (rest < 0x80) return Buffer.from(bytes);
  }
}
