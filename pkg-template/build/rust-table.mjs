// The built-in providers → src/providers/table.rs, so that cargo alone builds the core.

import { pascal } from "./typescript.mjs";

/** The table as Rust. */
export function rustTable(providers) {
  const rows = providers.map((provider) => `${row(provider)}\n`).join("");
  const schemes = providers.map(schemeOf).join("");
  const used = (names) => names.filter((name) => new RegExp(`\\b${name}\\b`).test(rows + schemes)).join(", ");
  return `//! Table: every built-in provider, by name. Written by pkg-template/generate.mjs from src/providers/*.toml; do not edit.

${schemes.includes("vec![") ? "use alloc::vec;\n\n" : ""}use super::provider::{${used(HELPERS)}};
use crate::encoding::Encoding;
use crate::scheme::{${used(TYPES)}};

/// Every built-in provider, by name.
pub static ALL: &[Provider] = &[
${rows}];
${schemes}`;
}

/** What the table takes from provider.rs beside it, and of a scheme. */
const HELPERS = ["EventType", "Provider", "Retries", "content", "prefixed", "texts"];
const TYPES = [
  ...["Algorithm", "EventTime", "Format", "KeyEncoding", "KeyRule", "Place", "SchemeSpec", "Signature"],
  ...["TimestampRule", "TimestampSource", "Tolerance", "Unit"],
];

const row = ({ name, title, docs = "", events, retries, timeout_seconds, notes }) => `    Provider {
        name: ${text(name)},
        title: ${text(title)},
        docs: ${text(docs)},
        scheme: ${fn(name)},
        events: ${listed(events.map(({ type, when }) => `EventType { name: ${text(type)}, when: ${text(when)} }`))},
        retries: ${option(retries?.attempts && `Retries { attempts: ${retries.attempts}, after_seconds: &[${(retries.after_seconds ?? []).map(number).join(", ")}] }`)},
        timeout_seconds: ${option(timeout_seconds && number(timeout_seconds))},
        notes: ${listed(notes.map(text))},
    },`;

const listed = (items) =>
  items.length === 0 ? "&[]" : `&[\n${items.map((item) => `            ${item},\n`).join("")}        ]`;

/** A scheme says what is not as `SchemeSpec::new` has it. */
function schemeOf({ name, scheme }) {
  const { algorithm, key, signature, timestamp, require = {}, type, id, eventTime, hints = [] } = scheme;
  const fields = {
    key:
      key &&
      `KeyRule { encoding: KeyEncoding::${variant(key.encoding ?? "utf8")}, strip_prefixes: ${list(key.stripPrefixes ?? [])}, never_prefixes: ${list(key.neverPrefixes ?? [])} }`,
    signature: signatureOf(signature),
    content: scheme.content && `content(${text(scheme.content)})`,
    timestamp: timestamp && `Some(${timestampOf(timestamp)})`,
    require:
      Object.keys(require).length > 0 &&
      `vec![${Object.entries(require)
        .map(([header, value]) => `(${text(header)}.into(), ${text(value)}.into())`)
        .join(", ")}]`,
    event_type: type && `Some(${place(type)})`,
    event_id: id && `Some(${place(id)})`,
    event_time: eventTime && `Some(EventTime { path: ${text(eventTime.body)}.into(), unit: ${unit(eventTime.unit)} })`,
    hints: hints.length > 0 && list(hints),
  };
  const said = Object.entries(fields).filter(([, value]) => value);
  return `
fn ${fn(name)}() -> SchemeSpec {
    SchemeSpec {
${said.map(([field, value]) => `        ${field}: ${value},\n`).join("")}        ..SchemeSpec::new(${text(name)}, Algorithm::${variant(algorithm)}, "")
    }
}
`;
}

function signatureOf({ header, headers, format = "value", encoding = "hex" }) {
  return `Signature {
            headers: ${list(headers ?? [header].flat())},
            each: ${headers !== undefined},
            format: ${formatOf(format === "value" ? { kind: "value" } : format)},
            encoding: Encoding::${variant(encoding)},
        }`;
}

function formatOf({ kind, prefix = "", separator, signatureKey, timestampKey, spaces = false, tag }) {
  switch (kind) {
    case "value":
      return `prefixed(${text(prefix)})`;
    case "pairs":
      return `Format::Pairs { separator: b'${separator}', signature_key: ${text(signatureKey)}.into(), timestamp_key: ${option(timestampKey && `${text(timestampKey)}.into()`)}, spaces: ${spaces} }`;
    case "tokens":
      return `Format::Tokens { tag: ${text(tag)}.into() }`;
    case "positional":
      return "Format::Positional";
    default:
      throw new Error(`there is no format ${kind}`);
  }
}

function timestampOf({ from, unit: counted, toleranceSeconds }) {
  const source =
    from === "field"
      ? "Field"
      : "header" in from
        ? `Header(${text(from.header)}.into())`
        : `Body(${text(from.body)}.into())`;
  return `TimestampRule { source: TimestampSource::${source}, unit: ${unit(counted)}, tolerance: ${toleranceOf(toleranceSeconds)} }`;
}

function toleranceOf(tolerance) {
  if (typeof tolerance === "number") return `Tolerance::both(${number(tolerance)})`;
  const limit = (seconds) => option(seconds !== undefined && number(seconds));
  return `Tolerance { past_seconds: ${limit(tolerance?.past)}, future_seconds: ${limit(tolerance?.future)} }`;
}

const place = (where) =>
  "body" in where ? `Place::Body(${text(where.body)}.into())` : `Place::Header(${text(where.header)}.into())`;

const unit = (name) => `Unit::${{ s: "Seconds", ms: "Milliseconds", rfc3339: "Rfc3339" }[name]}`;

const list = (texts) => `texts(&[${texts.map(text).join(", ")}])`;

const option = (value) => (value ? `Some(${value})` : "None");

/** `HmacSha256` of `hmac-sha256`. */
const variant = (name) => pascal(name).replace("Base64url", "Base64Url");

/** The function that makes a scheme; a name alone may be a word of Rust. */
const fn = (name) => `scheme_of_${name.replaceAll("-", "_")}`;

/** 1_800, as Rust writes it. */
const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, "_");

/** A string literal. */
const text = (value) => `"${escaped(value)}"`;

const escaped = (value) =>
  value
    .replace(/["\\]/g, "\\$&")
    .replace(/[^ -~\u00a0-\uffff]/gu, (char) => `\\u{${char.codePointAt(0).toString(16)}}`);
