// Catalogue JSON of the Rust core → the tables of the READMEs.

/**
 * Fills what stands between `<!-- table:name -->` and `<!-- /table -->`, and between `<!-- code:CODE -->` and
 * `<!-- /code -->`; the tables of other scripts stay.
 */
export function withTables(readme, catalogue) {
  return readme
    .replace(/(<!-- table:([\w-]+) -->\n)[^]*?(<!-- \/table -->)/g, (filled, open, name, close) =>
      Object.hasOwn(TABLES, name) ? open + TABLES[name](catalogue) + close : filled,
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
      providers.map(providerRow),
    ),
};

function providerRow({ name, title, docs, headers, scheme, events }) {
  const { content = "{body}", timestamp, type, id } = scheme;
  return [
    docs ? `[${title}](${docs})` : title,
    `\`${name}\``,
    headers.signature.map((header) => `\`${header}\``).join(" or "),
    `\`${content}\``,
    `HMAC-${hashOf(scheme)}, ${scheme.signature.encoding ?? "hex"}`,
    timestamp === undefined ? "no time is signed" : `${timestamp.toleranceSeconds} s`,
    events.length > 0 ? `${events.length}, typed` : type === undefined ? "not signed" : "untyped",
    id === undefined ? "SHA-256 of the body" : `\`${id.body ?? id.header}\``,
  ];
}

/** `SHA-256` of `hmac-sha256`. */
export const hashOf = ({ algorithm }) => algorithm.replace("hmac-sha", "SHA-");

const TAG_BYTES = { "hmac-sha1": 20, "hmac-sha256": 32, "hmac-sha384": 48, "hmac-sha512": 64 };

/** How one signature is written, in words. */
export function tagWords({ algorithm, signature: { encoding = "hex" } }) {
  const bytes = TAG_BYTES[algorithm];
  return encoding === "hex"
    ? `${2 * bytes} lower-case hex digits`
    : `${encoding}, ${4 * Math.ceil(bytes / 3)} characters`;
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
