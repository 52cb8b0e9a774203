// An example + the packed tarball -> a copy of the example under target/, with real node_modules.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

// What a user's own run leaves in an example; a copy must not begin with it.
const LEFT_OVERS = new Set([
  "node_modules",
  ".next",
  ".wrangler",
  "dist",
  "package-lock.json",
  "next-env.d.ts",
  "worker-configuration.d.ts",
]);

/**
 * Copies `examples/<name>` to `folder` and installs it, with the tarball in the place of the npm
 * release. Does nothing when neither the example nor the tarball changed since the last time.
 *
 * @param keep - decides which other dependencies are installed, and in which version (undefined =
 *   leave out)
 */
export function installExample(name, folder, tarball, keep = (_, range) => range) {
  const source = join(ROOT, "examples", name);
  const manifest = withTarball(join(source, "package.json"), tarball, keep);
  const stamp = fingerprint(source, [readFileSync(tarball), manifest]);
  const stampFile = join(folder, ".installed");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return { changed: false };

  rmSync(folder, { recursive: true, force: true });
  cpSync(source, folder, { recursive: true, filter: (path) => !LEFT_OVERS.has(basename(path)) });
  writeFileSync(join(folder, "package.json"), manifest);
  npmInstall(folder);
  writeFileSync(stampFile, stamp);
  return { changed: true };
}

// Only the copy's package.json names the tarball: the example itself stays as a user would paste
// it.
function withTarball(file, tarball, keep) {
  // Deno's own manifest names the package; npm, which unpacks the tarball for it, needs one of its
  // own.
  const manifest = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { dependencies: { countersign: "*" } };
  const pinned = (dependencies = {}) =>
    Object.fromEntries(
      Object.entries(dependencies)
        .map(([name, range]) => [name, name === "countersign" ? `file:${tarball}` : keep(name, range)])
        .filter(([, range]) => range !== undefined),
    );
  const { dependencies, devDependencies } = manifest;
  return JSON.stringify({
    ...manifest,
    dependencies: pinned(dependencies),
    devDependencies: pinned(devDependencies),
  });
}

function npmInstall(folder) {
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  const { status, error, stdout, stderr } = spawnSync("npm", ["install", ...quiet], {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`npm install failed in ${folder}:\n${error ?? ""}${stdout}${stderr}`);
}

function fingerprint(folder, more) {
  const hash = createHash("sha256");
  for (const path of filesOf(folder)) hash.update(path).update(readFileSync(join(folder, path)));
  for (const bytes of more) hash.update(bytes);
  return hash.digest("hex");
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .filter((path) => !path.split(sep).some((part) => LEFT_OVERS.has(part)))
    .sort();
}
