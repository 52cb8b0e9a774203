// Scheme text: from the object that users write to the text form that the core reads. Only what
// would change the form's lines and words is refused here; whether the facts agree with each other
// is for the core to say.

import { isPlain } from "./culprit.ts";
import { WebhookError } from "./error.ts";
import type { FieldSpec, FormatSpec, SchemeSpec, SignatureSpec, ToleranceSpec } from "./scheme-spec.ts";
import { suggest } from "./suggest.ts";

/**
 * Writes a scheme in text form.
 *
 * @throws {@link WebhookError} `SCHEME_INVALID` for what no text form can say
 */
export function textOf(spec: SchemeSpec): string {
  const { name, mac, key, signature, content, timestamp, type, id } = fields(spec, "scheme", FIELDS);
  const { require = {}, hints = [] } = spec;
  const lines = [line("name", word("name", name)), line("mac", word("mac", mac))];
  if (key !== undefined) lines.push(keyLine(key));
  lines.push(...signatureLines(signature));
  if (content !== undefined) lines.push(line("content", escaped("content", content)));
  if (timestamp !== undefined) lines.push(...timestampLines(timestamp));
  lines.push(line("require", ...list("require", Object.entries(fields(require, "require")).flat())));
  if (type !== undefined) lines.push(line("type", place("type", type)));
  if (id !== undefined) lines.push(line("id", place("id", id)));
  lines.push(line("hint", ...list("hints", hints)));
  return lines.join("");
}

const FIELDS = ["name", "mac", "key", "signature", "content", "timestamp", "require", "type", "id", "hints"];

function keyLine(key: NonNullable<SchemeSpec["key"]>): string {
  const { encoding = "utf8", stripPrefixes = [] } = fields(key, "key", ["encoding", "stripPrefixes"]);
  return line("key", word("key", encoding), ...list("key", stripPrefixes));
}

function signatureLines(signature: SignatureSpec): string[] {
  const { header, headers, format = "value", encoding } = fields(signature, "signature", SIGNATURE);
  const lines: string[] = [];
  const aliases = typeof header === "string" ? [header] : header;
  if (aliases !== undefined) lines.push(line("header", ...list("header", aliases)));
  if (headers !== undefined) lines.push(line("headers", ...list("headers", headers)));
  lines.push(line("format", formatText(format)));
  if (encoding !== undefined) lines.push(line("encoding", word("encoding", encoding)));
  return lines;
}

const SIGNATURE = ["header", "headers", "format", "encoding"];

function formatText(format: FormatSpec): string {
  if (format === "value") return format;
  fields(format, "format");
  switch (format.kind) {
    case "value":
      return valueText(fields(format, "format", ["kind", "prefix"]));
    case "pairs":
      return pairsText(fields(format, "format", PAIRS));
    case "tokens":
      return `tokens ${word("format", fields(format, "format", ["kind", "tag"]).tag)}`;
    case "positional":
      return fields(format, "format", ["kind"]).kind;
    default:
      throw invalidScheme("format", "expected the kind value, pairs, tokens or positional");
  }
}

// The core takes a prefix as it is written, but for the one \s at its end.
function valueText({ prefix = "" }: Extract<FormatSpec, { kind: "value" }>): string {
  if (prefix === "") return "value";
  if (typeof prefix === "string" && /^[!-+\--[\]-~]+ ?$/.test(prefix)) return `value ${prefix.replace(" ", "\\s")}`;
  const expected = "visible ASCII without \\ and comma; one blank may stand at its end";
  throw invalidScheme("signature.format.prefix", `expected ${expected}`);
}

function pairsText(pairs: Extract<FormatSpec, { kind: "pairs" }>): string {
  const { separator, assign = "=", signatureKey, timestampKey, spaces = false } = pairs;
  if (typeof spaces !== "boolean") throw invalidScheme("format", "spaces is true or false");
  const words = ["pairs", word("format", separator), word("format", assign), word("format", signatureKey)];
  // The text form would take a key of this name for the flag.
  if (timestampKey === "spaces") throw invalidScheme("format", "no timestamp key is called spaces");
  if (timestampKey !== undefined) words.push(word("format", timestampKey));
  if (spaces) words.push("spaces");
  return words.join(" ");
}

const PAIRS = ["kind", "separator", "assign", "signatureKey", "timestampKey", "spaces"];

function timestampLines(timestamp: NonNullable<SchemeSpec["timestamp"]>): string[] {
  const { from, unit, toleranceSeconds } = fields(timestamp, "timestamp", ["from", "unit", "toleranceSeconds"]);
  const source = from === "field" ? from : place("timestamp", from);
  const lines = [line("timestamp", source, word("timestamp", unit))];
  if (toleranceSeconds !== undefined) lines.push(toleranceLine(toleranceSeconds));
  return lines;
}

function toleranceLine(tolerance: ToleranceSpec): string {
  if (typeof tolerance === "number") return line("tolerance", seconds(tolerance), seconds(tolerance));
  const { past, future } = fields(tolerance, "tolerance", ["past", "future"]);
  return line("tolerance", seconds(past), seconds(future));
}

function seconds(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return "none";
  if (Number.isInteger(value) && value >= 0 && value < 0xffff_ffff) return String(value);
  throw invalidScheme("tolerance", "expected integers of seconds >= 0, or Infinity for no limit");
}

function place(field: string, spec: FieldSpec): string {
  const { body, header } = fields(spec, field, ["body", "header"]) as { body?: string; header?: string };
  if (body !== undefined && header === undefined) return `body ${word(field, body)}`;
  if (header !== undefined && body === undefined) return `header ${word(field, header)}`;
  throw invalidScheme(field, "expected either { body: key } or { header: name }");
}

// An empty list says nothing, so it is no line.
function line(field: string, ...words: string[]): string {
  return words.length === 0 ? "" : `${field}: ${words.join(" ")}\n`;
}

function list(field: string, words: readonly string[]): string[] {
  if (!Array.isArray(words)) throw invalidScheme(field, "expected a list of strings");
  return Array.from(words, (each) => word(field, each));
}

// A blank or a line break would make two words, or two facts, of one.
function word(field: string, value: unknown): string {
  if (typeof value === "string" && /^[!-~]+$/.test(value)) return value;
  throw invalidScheme(field, "expected visible ASCII without blanks, not empty");
}

// In an object a string means itself; in the text form blanks at the ends of a line do not count.
function escaped(field: string, text: string): string {
  const isWritable = typeof text === "string" && /^[\n -~]+$/.test(text);
  if (!isWritable) throw invalidScheme(field, "expected a string of visible ASCII, not empty");
  return text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll(" ", "\\s");
}

// A misspelt fact, silently ignored, would be a check that never runs.
function fields<Spec extends object>(spec: Spec, field: string, known?: readonly string[]): Spec {
  if (!isPlain(spec)) throw invalidScheme(field, "expected a plain object");
  const wrong = known && Object.keys(spec).find((name) => !known.includes(name));
  if (wrong === undefined) return spec;
  throw invalidScheme(field, `${JSON.stringify(wrong)} is no part of it${suggest(wrong, known ?? [])}`);
}

/** The error for a scheme, naming the field. */
export function invalidScheme(field: string, problem: string): WebhookError {
  const place = field === "scheme" ? "The scheme" : `The scheme's ${field}`;
  return new WebhookError("SCHEME_INVALID", `${place}: ${problem}.`);
}
