// An example + the packed tarball -> a copy of the example under target/, with real node_modules. Where locks/ has a lock
// file of the example, everything else is installed as it is locked.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

// What a user's own run leaves in an example; a copy must not begin with it.
const LEFT_OVERS = new Set([
  "node_modules",
  ".netlify",
  ".next",
  ".nuxt",
  ".output",
  ".react-router",
  ".svelte-kit",
  ".tmp",
  ".wrangler",
  "dist",
  "package-lock.json",
  "next-env.d.ts",
  "worker-configuration.d.ts",
]);

/** Those with a lock file build into a folder of this name; in others it holds sources. */
const BUILT = "build";

const leftOversOf = (name) => (existsSync(lockOf(name)) ? new Set([...LEFT_OVERS, BUILT]) : LEFT_OVERS);

/**
 * Copies `examples/<name>` to `folder` and installs it, with the tarball in the place of the npm
 * release. Does nothing when neither the example nor the tarball changed since the last time.
 *
 * @param keep - decides which other dependencies are installed, and in which version (undefined =
 *   leave out)
 */
export function installExample(name, folder, tarball, keep = (_, range) => range) {
  const source = join(ROOT, "examples", name);
  const lock = lockOf(name);
  const isLocked = existsSync(lock);
  const manifest = isLocked ? manifestToLock(name) : withTarball(join(source, "package.json"), tarball, keep);
  const leftOvers = leftOversOf(name);
  const stamp = fingerprint(filesOf(source, leftOvers), source, [
    readFileSync(tarball),
    manifest,
    isLocked ? readFileSync(lock) : "",
  ]);
  const stampFile = join(folder, ".installed");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return { changed: false };

  rmSync(folder, { recursive: true, force: true });
  cpSync(source, folder, { recursive: true, filter: (path) => !leftOvers.has(basename(path)) });
  writeFileSync(join(folder, "package.json"), manifest);
  if (isLocked) installLocked(folder, lock, tarball);
  else npm(folder, ["install"]);
  writeFileSync(stampFile, stamp);
  return { changed: true };
}

/** The lock file of an example that has one. `node tests/demo/lock.mjs NAME` writes it. */
export const lockOf = (name) => join(ROOT, "tests", "demo", "locks", name, "package-lock.json");

/** The package.json of an example without countersign, which no registry has; for its lock file. */
export const manifestToLock = (name) => withTarball(join(ROOT, "examples", name, "package.json"), undefined);

// The tarball has no dependencies, so it is only unpacked, as npm would.
function installLocked(folder, lock, tarball) {
  cpSync(lock, join(folder, "package-lock.json"));
  npm(folder, ["install"]); // `npm ci` gives up where an optional package is not in the registry
  const home = join(folder, "node_modules", "countersign");
  mkdirSync(home);
  run("tar", ["-xzf", tarball, "-C", home, "--strip-components=1"], folder);
}

// Only the copy's package.json names the tarball: the example itself stays as a user would paste it. Without a tarball,
// it does not name countersign.
function withTarball(file, tarball, keep = (_, range) => range) {
  // Deno's own manifest names the package; npm, which unpacks the tarball for it, needs one of its
  // own.
  const manifest = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { dependencies: { countersign: "*" } };
  const pinned = (dependencies = {}) =>
    Object.fromEntries(
      Object.entries(dependencies)
        .map(([name, range]) => [name, name === "countersign" ? tarball && `file:${tarball}` : keep(name, range)])
        .filter(([, range]) => range !== undefined),
    );
  const { dependencies, devDependencies } = manifest;
  return JSON.stringify({
    ...manifest,
    dependencies: pinned(dependencies),
    devDependencies: pinned(devDependencies),
  });
}

/** Runs npm in a folder, quietly. */
export const npm = (folder, args) =>
  run("npm", [...args, "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"], folder);

function run(command, args, cwd) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args[0]} failed in ${cwd}:\n${error ?? ""}${stdout}${stderr}`);
}

function fingerprint(files, folder, more) {
  const hash = createHash("sha256");
  for (const path of files) hash.update(path).update(readFileSync(join(folder, path)));
  for (const bytes of more) hash.update(bytes);
  return hash.digest("hex");
}

function filesOf(folder, leftOvers) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .filter((path) => !path.split(sep).some((part) => leftOvers.has(part)))
    .sort();
}
