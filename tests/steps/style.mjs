// Layout and lints of JavaScript, TypeScript, CSS and JSON, and what may import what. The rules are in biome.jsonc and in
// tests/imports.mjs.
import { join } from "node:path";
import { biome } from "../format.mjs";
import { libraries, tests } from "../tools/paths.mjs";
import { command } from "./command.mjs";

const MEND = "Run `node tests/format.mjs`: it fixes the layout and what is safe to fix. Fix the rest by hand.\n";
const IMPORTING = ["pkg-template", "tests", "examples/browser-harness"];

export async function* style() {
  const args = ["check", "--error-on-warnings", "--max-diagnostics=none"];
  const count = ({ ok }) => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, problem: MEND });
  yield await command("biome check", biome, args, { minutes: 2, count });
  const rules = ["--config", join(tests, "imports.mjs"), "--output-type", "err-long"];
  yield await command("imports", join(libraries, ".bin", "depcruise"), [...rules, ...IMPORTING], { minutes: 2 });
}
