// The seeded mutants: one edit each, judged by the vectors alone.
import { join } from "node:path";
import { exec } from "../tools/exec.mjs";
import { edited } from "./edit.mjs";
import { seeded } from "./seeded.mjs";

/** The line in which the suite names a vector that has gone red. */
const RED = /^([\w-]+\/\d+) (.*): expected (.*), got (verified|rejected \w+)$/gm;

/** Makes each seeded mutant and counts the vectors that notice it. */
export async function seed({ work, crate, say }) {
  const clean = await judge(work, crate);
  if (!clean.ok) throw new Error(`without any mutant, the vectors are not green:\n${clean.output}`);
  const counts = [];
  for (const mutant of seeded) {
    const { red, problem } = await mutate(join(crate, mutant.file), mutant, () => judge(work, crate));
    counts.push(red.length);
    // A forgery that gets in says more than a genuine delivery that does not.
    const shown = red.find((vector) => vector.includes(": verified")) ?? red[0];
    say(`${mutant.name.padEnd(40)} ${problem ?? `${red.length} vectors red, such as ${shown}`}`);
  }
  const passed = counts.filter((count) => count > 0).length;
  return {
    passed,
    failed: counts.length - passed,
    measured: `${passed} of ${counts.length} seeded mutants seen by ${Math.min(...counts)} vectors or more each`,
  };
}

async function mutate(path, mutant, judged) {
  return edited(path, mutant, async () => {
    const { ok, output } = await judged();
    const red = [...output.matchAll(RED)].map(([, id, comment, , got]) => `${id} (${comment}: ${got})`);
    if (red.length > 0) return { red };
    return { red, problem: ok ? "SURVIVED: every vector is green" : `NOT JUDGED:\n${output}` };
  });
}

function judge(work, crate) {
  const args = ["test", "--quiet", "--test", "rust", "vectors::"];
  const env = { CARGO_TARGET_DIR: join(work, "build"), CARGO_TERM_COLOR: "never" };
  return exec("cargo", args, { cwd: crate, env, log: join(work, "seeded.log"), minutes: 5 });
}
