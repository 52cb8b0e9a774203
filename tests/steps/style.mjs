// Layout and lints of JavaScript, TypeScript, CSS and JSON. The rules are in biome.jsonc.
import { biome } from "../format.mjs";
import { command } from "./command.mjs";

const MEND = "Run `node tests/format.mjs`: it fixes the layout and what is safe to fix. Fix the rest by hand.\n";

export async function* style() {
  const args = ["check", "--error-on-warnings", "--max-diagnostics=none"];
  const count = ({ ok }) => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, problem: MEND });
  yield await command("biome check", biome, args, { minutes: 2, count });
}
