// Codes: each has its section on examples/codes.md, where `error.docs` leads.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageDir, root } from "../tools/paths.mjs";
import { deadLinks } from "./links.mjs";

const { WebhookError } = await import(pathToFileURL(join(packageDir, "dist", "index.js")));
const page = join(root, "examples", "codes.md");

/** Every code of the types has its section, with what is generated of it, and `error.docs` leads there. */
export function codesHaveSections() {
  const text = readFileSync(page, "utf8");
  const codes = codesOfTypes();
  const sections = [...text.matchAll(/^## ([A-Z]+(?:_[A-Z]+)+)$/gm)].map(([, code]) => code);
  const docs = codes.map((code) => new WebhookError(code).docs.replace("#", ".md#"));
  const problems = [
    ...sections
      .filter((code) => !codes.includes(code))
      .map((code) => `codes.md has a section of ${code}, which is no code`),
    ...codes
      .filter((code) => !text.includes(`\n## ${code}\n\n<!-- code:${code} -->\n`))
      .map((code) => `${code} has no section`),
    ...deadLinks(docs.map((to) => ({ page, to }))),
  ];
  return { of: codes.length, problems };
}

function codesOfTypes() {
  const types = readFileSync(join(packageDir, "dist", "core.d.ts"), "utf8");
  const [, union] = /type WebhookErrorCode =([^;]*);/.exec(types);
  return [...union.matchAll(/"([A-Z_]+)"/g)].map(([, code]) => code);
}
