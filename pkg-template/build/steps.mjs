// Steps: a build step runs when what it reads, or what it made, is not what it was after its last
// run.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folders of the build. */
export const here = dirname(dirname(fileURLToPath(import.meta.url)));
export const root = dirname(here);
export const out = join(root, "target", "npm");
export const work = join(out, "work");

const force = process.argv.includes("--force");

/**
 * Runs a step if it is stale.
 *
 * @param {string} name - names the stamp
 * @param {string[]} inputs - files and folders, from the root of the repository; `folder/*.rs` for
 *   all files below it that end so; or `=text` for a fact
 * @param {string[]} outputs - absolute paths that must exist afterwards
 * @param {() => unknown} make - does the work
 */
export async function step(name, inputs, outputs, make) {
  const stamp = join(work, "stamps", name);
  const last = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  if (!force && last === digest(inputs) && outputs.every((path) => existsSync(path))) return;
  rmSync(stamp, { force: true });
  console.log(`countersign: ${name}`);
  await make();
  const missing = outputs.find((path) => !existsSync(path));
  if (missing !== undefined) throw new Error(`step ${name} did not make ${missing}`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest(inputs)); // what the step wrote may be among its inputs
}

/** A digest of names and contents. */
function digest(inputs) {
  const hash = createHash("sha256");
  for (const input of inputs) {
    if (input.startsWith("=")) hash.update(input);
    else for (const path of filesOf(input)) hash.update(`${relative(root, path)}\0`).update(readFileSync(path));
  }
  return hash.digest("hex");
}

function filesOf(input) {
  const [folder, ending] = input.split("/*");
  return filesUnder(join(root, folder)).filter((path) => path.endsWith(ending ?? ""));
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true }).sort();
  return names.map((name) => join(path, name)).filter((file) => statSync(file).isFile());
}

/** Runs a program; what it prints is seen, and its failure ends the build. */
export function run(program, args, options = {}) {
  execFileSync(program, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], ...options });
}

/** Runs a program and returns what it prints. */
export function ask(program, args) {
  return execFileSync(program, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 }).trim();
}

/** Where cargo keeps what it compiles. */
export const cargoTarget = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");

/** Where cargo keeps the sources of crates. */
export const cargoHome = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
