// A scheme, written as the object that `defineScheme` takes → the facts that the signer needs.
//
// Written a second time on purpose and independently of the core: the corpus judges the core, so it
// may not learn from it what a scheme means.

/** Reads a scheme. A field that nobody knows is a mistake in the facts and throws. */
export function readScheme(spec) {
  known("scheme", spec, "name algorithm key signature content timestamp require type id eventTime hints");
  const { name, algorithm, key = {}, signature, timestamp, type, id, eventTime } = spec;
  known("key", key, "encoding stripPrefixes neverPrefixes");
  known("signature", signature, "header headers format encoding");
  return {
    spec,
    name,
    algorithm,
    key: { encoding: key.encoding ?? "utf8", prefixes: key.stripPrefixes ?? [] },
    headers: signature.headers ?? [signature.header].flat(),
    several: signature.headers !== undefined,
    format: readFormat(signature.format ?? "value"),
    encoding: signature.encoding ?? "hex",
    content: readContent(spec.content ?? "{body}"),
    timestamp: timestamp && readTimestamp(timestamp),
    tolerance: timestamp && readTolerance(timestamp.toleranceSeconds),
    require: Object.entries(spec.require ?? {}),
    type: type && readPlace(type),
    id: id && readPlace(id),
    eventTime: eventTime && readEventTime(eventTime),
    hints: spec.hints ?? [],
  };
}

function known(place, fields, names) {
  const strangers = Object.keys(fields).filter((field) => !names.split(" ").includes(field));
  if (strangers.length > 0) throw new Error(`${place}: unknown field ${strangers.join(", ")}`);
}

function readFormat(format) {
  if (format === "value") return { kind: "value", prefix: "" };
  const { kind, prefix = "", separator, signatureKey, timestampKey, spaces = false, tag } = format;
  switch (kind) {
    case "value":
      known("format", format, "kind prefix");
      return { kind, prefix };
    case "pairs":
      known("format", format, "kind separator signatureKey timestampKey spaces");
      return { kind, separator, tag: signatureKey, time: timestampKey, spaces };
    case "tokens":
      known("format", format, "kind tag");
      return { kind, tag };
    case "positional":
      known("format", format, "kind");
      return { kind };
    default:
      throw new Error(`unknown format ${kind}`);
  }
}

const piece = /(?<escaped>\{\{|\}\})|\{(?<field>[^{}]+)\}|(?<literal>[^{}]+)/gy;

export function readContent(text) {
  const found = [...text.matchAll(piece)];
  if (found.map(([matched]) => matched).join("") !== text) throw new Error(`content: a brace alone in ${text}`);
  return found.map(({ groups: { escaped, field, literal } }) => {
    if (escaped) return { part: "literal", text: escaped[0] };
    if (literal) return { part: "literal", text: literal };
    const [part, name] = field.split(":");
    return { part, name };
  });
}

function readTimestamp(timestamp) {
  known("timestamp", timestamp, "from unit toleranceSeconds");
  const { from, unit } = timestamp;
  return from === "field" ? { from, unit } : { ...readPlace(from), unit };
}

/** Seconds into the past and into the future. */
function readTolerance(seconds = {}) {
  if (typeof seconds === "number") return [seconds, seconds];
  known("toleranceSeconds", seconds, "past future");
  return [seconds.past ?? Infinity, seconds.future ?? Infinity];
}

/** Where a fact is found: in a header of this `name`, or in the body behind these `keys`. */
function readPlace(place) {
  known("place", place, "header body");
  const { header, body } = place;
  return header === undefined ? { from: "body", keys: body.split(".") } : { from: "header", name: header };
}

function readEventTime(time) {
  known("eventTime", time, "body unit");
  return { ...readPlace({ body: time.body }), unit: time.unit };
}
