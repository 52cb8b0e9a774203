// The pages: Markdown files, their links, and the blocks of code in them.

import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "../tools/paths.mjs";

/** The page that npm shows, as a full path. */
export const PACKAGE_README = join(root, "pkg-template", "README.md");

/** Both READMEs, as full paths. */
export const READMES = [join(root, "README.md"), PACKAGE_README];

/** The pages about the project itself, as full paths. */
export const PROJECT = ["CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"].map((name) => join(root, name));

/** The pages of examples/, as full paths. */
export const GUIDES = readdirSync(join(root, "examples"), { recursive: true })
  .filter((name) => name.endsWith(".md") && !name.includes("node_modules"))
  .map((name) => join(root, "examples", name))
  .sort();

/** The blocks of code: their language, their code, and a name to complain of them by. */
export function blocksOf(page) {
  const found = [...withoutIndent(readFileSync(page, "utf8")).matchAll(/^```(\w+)\n([^]*?)^```$/gm)];
  return found.map(([, language, code], index) => {
    const name = `${relative(root, page)}, block ${index + 1}`;
    return { name, slug: name.replace(/\W+/g, "-"), language, code };
  });
}

/** The links that lead to other files, or to headings. */
export function linksOf(page) {
  const text = readFileSync(page, "utf8").replace(/^```[^]*?^```$/gm, "");
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to);
  return targets.filter((to) => !/^[a-z]+:/.test(to)).map((to) => ({ page, to }));
}

// A block inside a list stands two spaces to the right.
const withoutIndent = (text) => text.replace(/^ {2}```[^]*?^ {2}```$/gm, (block) => block.replace(/^ {2}/gm, ""));
