// The docs hold: their code runs, their types compile, their links lead somewhere, what they say of body parsers is so,
// the fixes of the findings mend, the schemes to paste verify, and nothing that is exported, built in, found or answered
// lacks a page.
//
//   node tests/docs/main.mjs        after `make pack`
//
// The pages are those of examples/, and the README of the package. Of the README beside this folder only the links are
// tried here; tests/examples.mjs runs its code.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { tryRust } from "../demo/readme.mjs";
import { packageDir, root } from "../tools/paths.mjs";
import { codesHaveSections } from "./codes.mjs";
import { findingsHaveSections, fixesCompile } from "./findings.mjs";
import { deadLinks } from "./links.mjs";
import { namesExist } from "./names.mjs";
import { GUIDES, PACKAGE_README, PROJECT, READMES, blocksOf, linksOf } from "./pages.mjs";
import { schemesHold } from "./schemes.mjs";
import { prepare, tryBlock, tryClaims, tryFixes } from "./snippets.mjs";
import { typeErrors } from "./types.mjs";

const links = [...READMES, ...PROJECT, ...GUIDES].flatMap(linksOf);
const blocks = [...GUIDES, PACKAGE_README].flatMap(blocksOf);

// Each check resolves to how many things it looked at, and to a sentence for each that is wrong.
const CHECKS = {
  links: () => ({ of: links.length, problems: deadLinks(links) }),
  names: namesExist,
  subpaths: subpathsHavePages,
  providers: providersHavePages,
  codes: codesHaveSections,
  schemes: schemesHold,
  snippets: async () => {
    const runnable = blocks.filter(({ language }) => ["js", "jsonc", "text"].includes(language));
    return { of: runnable.length, problems: (await Promise.all(runnable.map(tryBlock))).filter(Boolean) };
  },
  types: () => {
    const typed = blocks.filter(({ language }) => language === "ts");
    return { of: typed.length, problems: typeErrors(typed) };
  },
  rust: () => ({ of: 1, problems: [tryRust(join(root, "examples", "schemes.md"))].filter(Boolean) }),
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
  const isFile = /^\.(\/package\.json|\/countersign\.wasm)?$/;
  const exported = Object.keys(exports)
    .filter((name) => !isFile.test(name))
    .map((name) => name.slice(2));
  const named = [...READMES, ...GUIDES].flatMap((page) =>
    [...readFileSync(page, "utf8").matchAll(/["`]countersign\/([\w./*-]+)["`]/g)].map(([, subpath]) => subpath),
  );
  const lines = readFileSync(join(root, "examples", "README.md"), "utf8").split("\n");
  const hasPage = (subpath) => lines.some((line) => line.includes(`\`countersign/${subpath}\``) && /\.md\)/.test(line));
  const unknown = new Set(named.filter((subpath) => !exported.includes(subpath) && !isProvider(subpath)));
  const problems = [
    ...[...unknown].map((subpath) => `countersign/${subpath} is named and not exported`),
    ...exported.filter((subpath) => !hasPage(subpath)).map((subpath) => `countersign/${subpath} has no page`),
  ];
  return { of: exported.length, problems };
}

function isProvider(subpath) {
  const name = /^providers\/([\w-]+)$/.exec(subpath)?.[1];
  return name !== undefined && existsSync(join(packageDir, "dist", "providers", `${name}.js`));
}

async function providersHavePages() {
  const { providers } = await import(pathToFileURL(join(packageDir, "dist", "index.js")));
  const names = Object.keys(providers);
  const pages = links.filter(({ page }) => page.endsWith("providers/README.md")).map(({ to }) => to);
  const problems = names.filter((name) => !pages.includes(`${name}.md`)).map((name) => `${name} has no page`);
  return { of: names.length, problems };
}
