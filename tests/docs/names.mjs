// Names: the files, folders and tests that the pages of the project name are there.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "../tools/paths.mjs";
import { PROJECT } from "./pages.mjs";

const PATH = /`((?:src|pkg-template|tests|examples)\/[\w./{},-]*)`/g;
// A test is named as a sentence.
const TEST = /`([a-z]+(?:_[a-z]+){3,})`/g;

/** Says what is named and not there. */
export function namesExist() {
  const named = PROJECT.flatMap((page) => {
    const text = readFileSync(page, "utf8");
    const written = [...text.matchAll(PATH)].flatMap(([, path]) => expanded(path));
    const paths = written.map((path) => [path, existsSync(join(root, path))]);
    const tests = [...text.matchAll(TEST)].map(([, name]) => [name, sources().includes(`fn ${name}()`)]);
    return [...paths, ...tests].map(([name, isThere]) => ({ page, name, isThere }));
  });
  const missing = named.filter(({ isThere }) => !isThere);
  const problems = missing.map(({ page, name }) => `${relative(root, page)}: there is no ${name}`);
  return { of: named.length, problems };
}

/** `a/{b,c}.rs` names `a/b.rs` and `a/c.rs`, as in a shell. */
function expanded(path) {
  const [, before, names, after] = /^(.*)\{(.*)\}(.*)$/.exec(path) ?? [];
  return names === undefined ? [path] : names.split(",").map((name) => `${before}${name}${after}`);
}

function sources() {
  const files = readdirSync(join(root, "src"), { recursive: true }).filter((name) => name.endsWith(".rs"));
  return files.map((name) => readFileSync(join(root, "src", name), "utf8")).join("\n");
}
