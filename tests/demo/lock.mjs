// Locks what an example installs besides countersign: node tests/demo/lock.mjs NAME...
// Frameworks that bring hundreds of packages are locked, so that a release of one of those breaks no test here.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { lockOf, manifestToLock, npm } from "./install.mjs";

for (const name of process.argv.slice(2)) {
  const folder = mkdtempSync(join(tmpdir(), "countersign-lock-"));
  writeFileSync(join(folder, "package.json"), manifestToLock(name));
  npm(folder, ["install", "--package-lock-only"]);
  mkdirSync(dirname(lockOf(name)), { recursive: true });
  cpSync(join(folder, "package-lock.json"), lockOf(name));
  rmSync(folder, { recursive: true });
}
