// The package under test, and what lies beside it.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packageDir } from "../tools/paths.mjs";

const { version } = JSON.parse(readFileSync(join(packageDir, "package.json"), "utf8"));

/** The modules of the package, by the feature that each is compiled with. */
export const moduleFiles = {
  wasm: join(packageDir, "dist", "countersign.wasm"),
  "explain-wasm": join(packageDir, "dist", "explain.wasm"),
};
export const tarball = beside(`countersign-${version}.tgz`);
export const sbomFile = beside(`countersign-${version}.cdx.json`);

function beside(name) {
  const path = join(dirname(packageDir), name);
  if (!existsSync(path)) throw new Error(`${path} is missing: make pack`);
  return path;
}
