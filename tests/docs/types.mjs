// Types: the TypeScript of the pages, compiled against the built package and the frameworks themselves.

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { tsc } from "../tools/paths.mjs";
import { FOLDER } from "./snippets.mjs";

const COMPILER = {
  target: "ES2023",
  lib: ["ES2023", "DOM"],
  types: ["node"],
  module: "preserve",
  moduleResolution: "bundler",
  moduleDetection: "force",
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  experimentalDecorators: true,
};

// Nothing is imported from these but a class to construct, and their types are no dependency of the tests.
const UNTYPED = 'declare module "pg" { export const Pool: any; }\n';

/** Says, in the words of the compiler, what is wrong with blocks of TypeScript. */
export function typeErrors(blocks, { project = "pages", ambient = UNTYPED, ...options } = {}) {
  for (const { slug, code } of blocks) writeFileSync(join(FOLDER, `${slug}.ts`), code);
  writeFileSync(join(FOLDER, `${project}.d.ts`), ambient);
  const files = [`${project}.d.ts`, ...blocks.map(({ slug }) => `${slug}.ts`)];
  const config = join(FOLDER, `${project}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions: { ...COMPILER, ...options }, files }));
  const { status, stdout } = spawnSync(tsc, ["--project", config, "--pretty", "false"], {
    cwd: FOLDER,
    encoding: "utf8",
  });
  const errors = stdout.split("\n").filter((line) => /error TS/.test(line));
  return status === 0 || errors.length > 0 ? errors : [`tsc ended with ${status}: ${stdout}`];
}
