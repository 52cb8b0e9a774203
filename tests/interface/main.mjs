#!/usr/bin/env node
// What users can call -> two pages, npm.md and crate.md: a change of the interface is a diff that somebody reads.
//   node tests/interface/main.mjs [npm] [crate]            writes them
//   node tests/interface/main.mjs [npm] [crate] --check    exits 1 when one differs, and prints the difference
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { target } from "../tools/paths.mjs";
import { crateNotRun, crateReport } from "./crate.mjs";

// The packages that read declaration files are installed by the build, which the crate does not wait for.
const npmReport = async () => (await import("./npm.mjs")).npmReport();
const REPORTS = { npm: npmReport, crate: crateReport };

const args = process.argv.slice(2);
const wanted = Object.keys(REPORTS).filter((name) => args.includes(name));
const names = wanted.length > 0 ? wanted : Object.keys(REPORTS);
const notRun = names.includes("crate") ? crateNotRun() : undefined;
if (notRun !== undefined) {
  console.error(`crate: ${notRun}`);
  process.exitCode = 1;
}
for (const name of names) {
  if (name === "crate" && notRun !== undefined) continue;
  if (!args.includes("--check")) writeFileSync(page(name), await REPORTS[name]());
  else if (!(await isFrozen(name))) process.exitCode = 1;
}

function page(name) {
  return join(import.meta.dirname, `${name}.md`);
}

/** Compares the page with what there is now, which is left in target/interface. */
async function isFrozen(name) {
  const now = await REPORTS[name]();
  if (existsSync(page(name)) && readFileSync(page(name), "utf8") === now) return true;
  mkdirSync(join(target, "interface"), { recursive: true });
  const fresh = join(target, "interface", `${name}.md`);
  writeFileSync(fresh, now);
  const diff = ["diff", "--no-index", "--no-color", "--unified=1", "--", page(name), fresh];
  console.error(spawnSync("git", diff, { encoding: "utf8" }).stdout ?? `compare ${page(name)} with ${fresh}`);
  console.error(`The public interface differs from tests/interface/${name}.md. If that is meant, run
  node tests/interface/main.mjs ${name}
and commit the page: a change that breaks users stands in CHANGELOG.md, too.`);
  return false;
}
