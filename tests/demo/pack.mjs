// The package as `make pack` leaves it.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./install.mjs";

/** Builds the package and returns the path of its tarball. */
export function pack() {
  const { status } = spawnSync(process.execPath, [join(ROOT, "pkg-template", "build.mjs")], { stdio: "inherit" });
  if (status !== 0) throw new Error("the build failed; what it said stands above");
  const { version } = JSON.parse(readFileSync(join(ROOT, "pkg-template", "package.json"), "utf8"));
  const tarball = join(ROOT, "target", "npm", `countersign-${version}.tgz`);
  if (!existsSync(tarball)) throw new Error(`the build left no ${tarball}`);
  return tarball;
}
