// tests/package-lock.json -> target/matrix/node_modules: one install that most test apps resolve their libraries from;
// and target/hosts/<name>/node_modules for apps of another release.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { exec } from "./exec.mjs";
import { hosts, libraries, logFile, matrix, tests } from "./paths.mjs";

/** Installs the libraries that most apps share. Returns what was done, in words. */
export const installLibraries = () => installLocked(tests, matrix, () => layTypeScriptBeside("dependency-cruiser"));

const installing = new Map();

/**
 * Installs a folder of tests/ with a lock file of its own, as other releases of a host need it. Returns where. Two rows
 * that ask at once wait for one install.
 */
export async function installHost(folder) {
  const home = join(hosts, folder.replaceAll("/", "-"));
  if (!installing.has(home)) installing.set(home, installLocked(join(tests, folder), home));
  await installing.get(home);
  return home;
}

/** Installs the locked libraries, unless exactly these are installed already. */
async function installLocked(source, home, finish = () => undefined) {
  const lock = readFileSync(join(source, "package-lock.json"));
  const wanted = createHash("sha256").update(lock).digest("hex");
  const stamp = join(home, "node_modules", ".countersign-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return "unchanged";
  mkdirSync(home, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(source, file), join(home, file));
  // No library here needs its install script: the platform's binaries come as packages of their own.
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  const done = await exec("npm", args, { cwd: home, log: logFile(`libraries-${basename(home)}`) });
  if (!done.ok) throw new Error(`npm ci of ${source} failed:\n${done.output}`);
  finish();
  writeFileSync(stamp, wanted);
  return `installed in ${done.seconds.toFixed(0)} s`;
}

// It reads types with the API of TypeScript 6, which TypeScript 7 no longer has.
function layTypeScriptBeside(library) {
  const folder = join(libraries, library, "node_modules");
  mkdirSync(folder, { recursive: true });
  symlinkSync(join("..", "..", "typescript6"), join(folder, "typescript"));
}
