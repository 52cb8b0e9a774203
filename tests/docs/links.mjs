// Links: each leads to a file that is there, and to a heading that is in it.

import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "../tools/paths.mjs";

/** Says which links lead nowhere. */
export function deadLinks(links) {
  return links
    .filter(({ page, to }) => !leadsSomewhere(page, to))
    .map(({ page, to }) => `${relative(root, page)}: ${to} leads nowhere`);
}

function leadsSomewhere(page, to) {
  const [path, heading] = to.split("#");
  const file = path === "" ? page : join(dirname(page), decodeURIComponent(path));
  if (!existsSync(file)) return false;
  return heading === undefined || (statSync(file).isFile() && headingsOf(file).includes(heading));
}

// The names that forges give to headings.
function headingsOf(file) {
  const text = readFileSync(file, "utf8").replace(/^```[^]*?^```$/gm, "");
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
