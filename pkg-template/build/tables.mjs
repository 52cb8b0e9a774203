// Catalogue JSON of the Rust core → the tables of the READMEs.

/**
 * Fills what stands between `<!-- table:name -->` and `<!-- /table -->`; the tables of other
 * scripts stay.
 */
export function withTables(readme, catalogue) {
  return readme.replace(/(<!-- table:([\w-]+) -->\n)[^]*?(<!-- \/table -->)/g, (filled, open, name, close) =>
    Object.hasOwn(TABLES, name) ? open + TABLES[name](catalogue) + close : filled,
  );
}

const TABLES = {
  codes: ({ codes }) =>
    table(
      ["code", "family", "HTTP", "what happened"],
      codes.map(({ code, family, status, sentence }) => [`\`${code}\``, family, status, sentence]),
    ),
  findings: ({ findings }) =>
    table(
      ["code", "what was found"],
      findings.map(({ code, group, sentence }) => [`[\`${code}\`](${group}.md#${code.toLowerCase()})`, sentence]),
    ),
  providers: ({ providers }) =>
    table(
      ["provider", "name", "signature header", "signed", "MAC", "tolerance", "event types", "id"],
      providers.map(providerRow),
    ),
};

function providerRow(provider) {
  const { name, title, docs, headers, mac, encoding, content, toleranceSeconds, events, typeFrom, idFrom } = provider;
  return [
    docs ? `[${title}](${docs})` : title,
    `\`${name}\``,
    headers.signature.map((header) => `\`${header}\``).join(" or "),
    `\`${content}\``,
    `HMAC-${mac.toUpperCase().replace("SHA", "SHA-")}, ${encoding}`,
    toleranceSeconds === null ? "no time is signed" : `${toleranceSeconds} s`,
    events.length > 0 ? `${events.length}, typed` : typeFrom === null ? "not signed" : "untyped",
    idFrom === null ? "SHA-256 of the body" : `\`${idFrom.replace(/^\w+ /, "")}\``,
  ];
}

/** A table of Markdown. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |\n`;
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}
