// The docs hold: their code runs, their types compile, their links lead somewhere, what they say of body parsers is so,
// the fixes of the findings mend, and nothing that is exported, built in or found lacks a page.
//
//   node tests/docs/main.mjs        after `make pack`
//
// The pages are those of examples/. Of both READMEs only the links are tried here; tests/examples.mjs runs their code.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageDir, root } from "../tools/paths.mjs";
import { findingsHaveSections, fixesCompile } from "./findings.mjs";
import { deadLinks } from "./links.mjs";
import { GUIDES, READMES, blocksOf, linksOf } from "./pages.mjs";
import { prepare, tryBlock, tryClaims, tryFixes } from "./snippets.mjs";
import { typeErrors } from "./types.mjs";

const links = [...READMES, ...GUIDES].flatMap(linksOf);
const blocks = GUIDES.flatMap(blocksOf);

// Each check resolves to how many things it looked at, and to a sentence for each that is wrong.
const CHECKS = {
  links: () => ({ of: links.length, problems: deadLinks(links) }),
  subpaths: subpathsHavePages,
  providers: providersHavePages,
  snippets: async () => {
    const runnable = blocks.filter(({ language }) => ["js", "jsonc", "text"].includes(language));
    return { of: runnable.length, problems: (await Promise.all(runnable.map(tryBlock))).filter(Boolean) };
  },
  types: () => {
    const typed = blocks.filter(({ language }) => language === "ts");
    return { of: typed.length, problems: typeErrors(typed) };
  },
  claims: tryClaims,
  findings: findingsHaveSections,
  fixes: fixesCompile,
  mends: tryFixes,
};

prepare();
const totals = { passed: 0, failed: 0 };
const figures = [`${GUIDES.length} pages`];
for (const [name, check] of Object.entries(CHECKS)) {
  const { of, problems } = await check();
  for (const problem of problems) console.error(problem);
  totals.failed += problems.length;
  totals.passed += Math.max(0, of - problems.length);
  figures.push(`${of} ${name}`);
}
console.log(JSON.stringify({ ...totals, measured: figures.join(", ") }));
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;

/** Every subpath that a page names is exported, and every exported one stands beside its page in examples/README.md. */
function subpathsHavePages() {
  const { exports } = JSON.parse(readFileSync(join(packageDir, "package.json"), "utf8"));
  const exported = Object.keys(exports).flatMap((name) => /^\.\/([\w-]+)$/.exec(name)?.[1] ?? []);
  const named = [...READMES, ...GUIDES].flatMap((page) =>
    [...readFileSync(page, "utf8").matchAll(/["`]countersign\/([\w-]+)["`]/g)].map(([, subpath]) => subpath),
  );
  const lines = readFileSync(join(root, "examples", "README.md"), "utf8").split("\n");
  const hasPage = (subpath) => lines.some((line) => line.includes(`\`countersign/${subpath}\``) && /\.md\)/.test(line));
  const unknown = new Set(named.filter((subpath) => !exported.includes(subpath)));
  const problems = [
    ...[...unknown].map((subpath) => `countersign/${subpath} is named and not exported`),
    ...exported.filter((subpath) => !hasPage(subpath)).map((subpath) => `countersign/${subpath} has no page`),
  ];
  return { of: exported.length, problems };
}

async function providersHavePages() {
  const { providers } = await import(pathToFileURL(join(packageDir, "dist", "index.js")));
  const names = Object.keys(providers);
  const pages = links.filter(({ page }) => page.endsWith("providers/README.md")).map(({ to }) => to);
  const problems = names.filter((name) => !pages.includes(`${name}.md`)).map((name) => `${name} has no page`);
  return { of: names.length, problems };
}
