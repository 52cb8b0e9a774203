#!/usr/bin/env node
// Broken cores, made in a copy of the crate -> who notices.
//   node tests/mutants/main.mjs                     the seeded mutants: each must turn a vector red
//   node tests/mutants/main.mjs --prove [FILE...]   every mutant of cargo-mutants, in these files or in the whole core:
//                                                   each is caught by a test, or excused by a reason in equivalent.mjs
import { cpSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { root, target } from "../tools/paths.mjs";
import { exhaust } from "./exhaustive.mjs";
import { seed } from "./seed.mjs";

const work = join(target, "mutants");
const crate = join(work, "crate");

const args = process.argv.slice(2);
const files = args.filter((arg) => arg !== "--prove");

copyCrate();
const at = { work, crate, say: (line) => console.log(`  ${line}`) };
const result = args.includes("--prove") || files.length > 0 ? await exhaust(at, files) : await seed(at);
console.log(JSON.stringify(result));
process.exitCode = result.failed === 0 && result.passed > 0 ? 0 : 1;

// The files get the time of the copy, so that cargo never takes a mutant's build for that of the crate.
function copyCrate() {
  rmSync(crate, { recursive: true, force: true });
  for (const part of ["Cargo.toml", "Cargo.lock", "README.md", "src", "pkg-template", "tests"]) {
    cpSync(join(root, part), join(crate, part), { recursive: true, filter: (path) => !isBuilt(basename(path)) });
  }
}

function isBuilt(name) {
  return name === "node_modules" || name === "target";
}
