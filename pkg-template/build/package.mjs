// target/npm/work/* + README, licences, manifest → target/npm/package/ →
// target/npm/countersign-<version>.tgz.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { wasm } from "./core.mjs";
import { explainWasm } from "./explain.mjs";
import { providerFiles, scripts, types } from "./scripts.mjs";
import { here, out, root, run } from "./steps.mjs";

export const folder = join(out, "package");
const readManifest = () => JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
/** The package as npm knows it, and what only its build needs. */
export const manifest = readManifest();
export const tarball = join(out, `${manifest.name}-${manifest.version}.tgz`);

/** What stands where in the package; the files of providers are known once they are generated. */
export const contents = () => ({
  ...Object.fromEntries([...scripts, ...types, wasm, explainWasm].map((path) => [`dist/${basename(path)}`, path])),
  // CommonJS needs types of its own, or compilers take these for an ES module's. The text is the
  // same.
  ...Object.fromEntries(types.map((path) => [`dist/${basename(path, ".ts")}.cts`, path])),
  ...Object.fromEntries(providerFiles().map((path) => [`dist/providers/${basename(path)}`, path])),
  "scheme.schema.json": join(here, "scheme.schema.json"),
  "README.md": join(here, "README.md"),
  "LICENSE-MIT": join(root, "LICENSE-MIT"),
  "LICENSE-APACHE": join(root, "LICENSE-APACHE"),
});

export function pack() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "dist", "providers"), { recursive: true });
  for (const [name, source] of Object.entries(contents())) cpSync(source, join(folder, name));
  const { scripts: _, imports, devDependencies, ...published } = readManifest(); // its entries may be new
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(published, null, 2)}\n`);
  for (const old of readdirSync(out).filter((name) => /\.(tgz|cdx\.json)$/.test(name))) rmSync(join(out, old));
  run("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", out], { cwd: folder, stdio: "ignore" });
}

/** One version for the crate and the package: they are one thing. */
export function checkVersion() {
  const crate = /^version = "(.*)"$/m.exec(readFileSync(join(root, "Cargo.toml"), "utf8"))?.[1];
  if (crate === manifest.version) return;
  throw new Error(`Cargo.toml says version ${crate}, pkg-template/package.json says ${manifest.version}`);
}
