// What the core and the provider files say → the tables of the READMEs and of pages in examples/.

import { isTyped } from "./event-modules.mjs";

/**
 * Fills what stands between `<!-- table:name -->` and `<!-- /table -->`, and between `<!-- code:CODE -->` and
 * `<!-- /code -->`. `others` are tables by name that are not of the core; those of other scripts stay.
 */
export function withTables(readme, catalogue, others = {}) {
  const tables = { ...TABLES, ...others };
  return readme
    .replace(/(<!-- table:([\w-]+) -->\n)[^]*?(<!-- \/table -->)/g, (filled, open, name, close) =>
      Object.hasOwn(tables, name) ? open + tables[name](catalogue) + close : filled,
    )
    .replace(
      /(<!-- code:(\w+) -->\n)[^]*?(<!-- \/code -->)/g,
      (_, open, code, close) => open + codeSummary(code, catalogue) + close,
    );
}

/** What the section of one code begins with: whose it is, its sentence, and what exactly it may mean. */
function codeSummary(wanted, { codes, details }) {
  const row = codes.find(({ code }) => code === wanted);
  if (row === undefined) throw new Error(`there is no code ${wanted}, whose summary a page wants`);
  const own = details.filter(({ code }) => code === wanted);
  const says = `${row.family[0].toUpperCase()}${row.family.slice(1)}, ${row.status}. ${row.sentence}\n`;
  if (own.length === 0) return says;
  return `${says}\n${table(
    ["detail", "message"],
    own.map(({ detail, sentence }) => [`\`${detail}\``, sentence]),
  )}`;
}

const TABLES = {
  codes: ({ codes }) =>
    table(
      ["code", "family", "HTTP", "what happened"],
      codes.map(({ code, family, status, sentence }) => [`\`${code}\``, family, status, sentence]),
    ),
  details: ({ details }) =>
    table(
      ["code", "detail", "message"],
      details.map(({ code, detail, sentence }) => [`\`${code}\``, `\`${detail}\``, sentence]),
    ),
  findings: ({ findings }) =>
    table(
      ["code", "what was found"],
      findings.map(({ code, group, sentence }) => [`[\`${code}\`](${group}.md#${code.toLowerCase()})`, sentence]),
    ),
  providers: ({ providers }) =>
    table(
      ["provider", "name", "signature header", "signed", "algorithm", "tolerance", "event types", "id"],
      byRank(providers).map(providerRow),
    ),
};

/** Providers as lists for people have them. */
export const byRank = (providers) => providers.toSorted((one, other) => rankOf(one) - rankOf(other));

// A sort keeps the order of what has no rank: that of the names.
const rankOf = ({ rank = Number.MAX_SAFE_INTEGER }) => rank;

/** The names that a signature header has. */
export const signatureHeaders = ({ signature: { header, headers } }) => headers ?? [header].flat();

function providerRow(provider) {
  const { name, title, docs, scheme } = provider;
  const { content = "{body}", timestamp, id } = scheme;
  return [
    docs ? `[${title}](${docs})` : title,
    `\`${name}\``,
    signatureHeaders(scheme)
      .map((header) => `\`${header}\``)
      .join(" or "),
    `\`${content}\``,
    `HMAC-${hashOf(scheme)}, ${scheme.signature.encoding ?? "hex"}`,
    timestamp === undefined ? "no time is signed" : toleranceWords(timestamp),
    eventWords(provider),
    id === undefined ? "SHA-256 of the body" : `\`${id.body ?? id.header}\``,
  ];
}

function eventWords(provider) {
  const { events, events_listed: listed = "all", scheme } = provider;
  if (scheme.type === undefined) return "not signed";
  if (!isTyped(provider)) return "untyped";
  if (listed === "examples") return "those of each sender";
  return listed === "all" ? `${events.length}, typed` : `the ${events.length} most common, typed`;
}

/** `300 s`, or what there is in each direction. */
export function toleranceWords({ toleranceSeconds = {} }) {
  if (typeof toleranceSeconds === "number") return `${toleranceSeconds} s`;
  const { past, future } = toleranceSeconds;
  const words = [
    past !== undefined && `${past} s into the past`,
    future !== undefined && `${future} s into the future`,
  ];
  return words.filter(Boolean).join(", ") || "no limit";
}

/** `SHA-256` of `hmac-sha256`. */
export const hashOf = ({ algorithm }) => algorithm.replace("hmac-sha", "SHA-");

/** How one signature is written, in words. */
export function tagWords({ algorithm, signature: { encoding = "hex" } }, tagBytes) {
  const bytes = tagBytes[algorithm];
  switch (encoding) {
    case "hex":
      return `${2 * bytes} lower-case hex digits`;
    case "hex-any-case":
      return `${2 * bytes} hex digits`;
    case "base64":
      return `base64, ${4 * Math.ceil(bytes / 3)} characters`;
    default:
      return `${encoding}, ${Math.ceil((4 * bytes) / 3)} characters`;
  }
}

/** How a signature header is written: `t={timestamp},v1={signature}`. */
export function formatWords({ signature: { format = "value" } }) {
  const {
    kind,
    prefix = "",
    tag,
    separator,
    signatureKey,
    timestampKey,
  } = format === "value" ? { kind: format } : format;
  if (kind === "value") return `${prefix}{signature}`;
  if (kind === "tokens") return `${tag},{signature} …`;
  if (kind === "positional") return "{timestamp},{signature}";
  const time = timestampKey === undefined ? "" : `${timestampKey}={timestamp}${separator}`;
  return `${time}${signatureKey}={signature}`;
}

/** A table of Markdown. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |\n`;
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}
