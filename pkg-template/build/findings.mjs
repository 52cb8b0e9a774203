// Catalogue JSON of the Rust core → what the pages of examples/findings repeat of it.

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
  const namesOf = (line) => own.filter((framework) => fixes[framework] === line).map((framework) => NAMES[framework]);
  return [...lines].map((line) => `**${namesOf(line).join(", ")}**\n\n${code(line)}`).join("\n");
}

/** Where a framework has its page. */
const NAMES = {
  express: "[Express](../express/README.md)",
  fastify: "[Fastify](../fastify/README.md)",
  koa: "[Koa](../koa/README.md)",
  hono: "[Hono](../hono/README.md)",
  nest: "[NestJS](../nest/README.md)",
  "next-app": "[Next.js, App Router](../next-app/README.md)",
  "next-pages": "[Next.js, pages/api](../next-pages/README.md)",
  fetch: "[SvelteKit, Remix, React Router, Astro](../fetch-hosts/README.md)",
  lambda: "[AWS Lambda](../lambda/README.md)",
  node: "[Node](../node/README.md)",
  workers: "[Cloudflare Workers](../cloudflare-worker/README.md)",
  deno: "[Deno](../deno/README.md)",
  bun: "[Bun](../bun/README.md)",
};

const code = (lines) => `\`\`\`${languageOf(lines)}\n${lines}\n\`\`\`\n`;

// What is no JavaScript is a command, a line of nginx or one of an .env file. `javascript`, where snippets say `js`:
// these lines need what stands around them, and are tried with it.
function languageOf(lines) {
  if (/^(npx|timedatectl) /.test(lines)) return "sh";
  if (/^proxy_/.test(lines)) return "nginx";
  return /^[A-Z_]+=/.test(lines) ? "ini" : "javascript";
}
