// tests/package-lock.json -> target/matrix/node_modules: one install that every test app resolves its libraries from.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exec } from "./exec.mjs";
import { libraries, logFile, matrix, tests } from "./paths.mjs";

/** Installs the locked libraries, unless exactly these are installed already. Returns what was done, in words. */
export async function installLibraries() {
  const lock = readFileSync(join(tests, "package-lock.json"));
  const wanted = createHash("sha256").update(lock).digest("hex");
  const stamp = join(libraries, ".countersign-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return "unchanged";
  mkdirSync(matrix, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(tests, file), join(matrix, file));
  // No library here needs its install script: the platform's binaries come as packages of their own.
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  const done = await exec("npm", args, { cwd: matrix, log: logFile("libraries") });
  if (!done.ok) throw new Error(`npm ci of tests/package-lock.json failed:\n${done.output}`);
  layTypeScriptBeside("dependency-cruiser");
  writeFileSync(stamp, wanted);
  return `installed in ${done.seconds.toFixed(0)} s`;
}

// It reads types with the API of TypeScript 6, which TypeScript 7 no longer has.
function layTypeScriptBeside(library) {
  const folder = join(libraries, library, "node_modules");
  mkdirSync(folder, { recursive: true });
  symlinkSync(join("..", "..", "typescript6"), join(folder, "typescript"));
}
