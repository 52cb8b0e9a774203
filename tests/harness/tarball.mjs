// The packed package, as pkg-template/build.mjs leaves it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { npmDir } from "../tools/paths.mjs";

/** Returns the path of the tarball. */
export function tarball() {
  const { version } = JSON.parse(readFileSync(join(npmDir, "package", "package.json"), "utf8"));
  return join(npmDir, `countersign-${version}.tgz`);
}
