// Catalogue JSON of the Rust core → what the pages of examples/findings repeat of it.

import { linkOf } from "./frameworks.mjs";

/**
 * Fills what stands between `<!-- finding:CODE -->` and `<!-- /finding -->` with the sentence and the fix for any
 * framework, and between `<!-- fixes:CODE -->` and `<!-- /fixes -->` with those for each.
 */
export function withFindings(page, { findings, frameworks }) {
  const filled = (kind, text) => (all, open, code, close) => {
    const finding = findings.find((one) => one.code === code);
    if (finding === undefined) throw new Error(`there is no finding ${code}, whose ${kind} a page wants`);
    return `${open}${text(finding, frameworks)}${close}`;
  };
  return page
    .replace(/(<!-- finding:(\w+) -->\n)[^]*?(<!-- \/finding -->)/g, filled("text", summary))
    .replace(/(<!-- fixes:(\w+) -->\n)[^]*?(<!-- \/fixes -->)/g, filled("fixes", fixesByFramework));
}

const summary = ({ sentence, fix }) => `${sentence}\n\n${code(fix)}`;

/** Each line once, below the names of those that it is for. */
function fixesByFramework({ fixes }, frameworks) {
  const own = frameworks.filter((framework) => Object.hasOwn(fixes, framework));
  const lines = new Set(own.map((framework) => fixes[framework]));
  const namesOf = (line) => own.filter((framework) => fixes[framework] === line).map(linkOf);
  return [...lines].map((line) => `**${namesOf(line).join(", ")}**\n\n${code(line)}`).join("\n");
}

const code = (lines) => `\`\`\`${languageOf(lines)}\n${lines}\n\`\`\`\n`;

// What is no JavaScript is a command, a line of nginx or one of an .env file. `javascript`, where snippets say `js`:
// these lines need what stands around them, and are tried with it.
function languageOf(lines) {
  if (/^(npx|timedatectl) /.test(lines)) return "sh";
  if (/^proxy_/.test(lines)) return "nginx";
  return /^[A-Z_]+=/.test(lines) ? "ini" : "javascript";
}
