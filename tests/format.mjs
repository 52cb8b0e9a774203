#!/usr/bin/env node
// Formats JavaScript, TypeScript, CSS and JSON with the pinned Biome, and applies its safe fixes.
//   node tests/format.mjs
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installLibraries } from "./tools/libraries.mjs";
import { libraries, root } from "./tools/paths.mjs";

export const biome = join(libraries, ".bin", "biome");

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await installLibraries();
  const args = ["check", "--write", "--error-on-warnings"];
  process.exitCode = spawnSync(biome, args, { cwd: root, stdio: "inherit" }).status ?? 1;
}
