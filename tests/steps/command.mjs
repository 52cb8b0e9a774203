// A step that is one command: run it, log it, count what it says.
import { rmSync } from "node:fs";
import { exec } from "../tools/exec.mjs";
import { logFile, root } from "../tools/paths.mjs";

/**
 * Runs one command and returns its result.
 *
 * @param name - says what is tested; also names the log file
 * @param options.count - reads { passed, failed } from the output; by default the command is one test
 */
export async function command(name, program, args, { cwd = root, env = {}, minutes = 10, count = one } = {}) {
  const log = logFile(name.replaceAll(/[^a-z0-9]+/gi, "-"));
  rmSync(log, { force: true });
  const done = await exec(program, args, { cwd, env, log, minutes });
  const { passed, failed, problem } = count(done);
  const isGood = done.ok && failed === 0;
  const detail = isGood
    ? undefined
    : `${problem ?? ""}${done.timedOut ? `stopped after ${minutes} minutes\n` : ""}${tail(done.output)}\nlog: ${log}`;
  return { name, passed, failed: done.ok ? failed : Math.max(failed, 1), seconds: done.seconds, detail };
}

const one = ({ ok }) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });

/**
 * Counts what Rust's test harness says, native or in wasm. A run of no tests is a failure: a harness that
 * skips everything still ends with code 0. So is an ignored test.
 */
export function rustTests({ output }) {
  const lines = [...output.matchAll(/^\s*test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored/gm)];
  const sum = (group) => lines.reduce((total, line) => total + Number(line[group]), 0);
  const [passed, failed, ignored] = [sum(1), sum(2), sum(3)];
  if (passed + failed === 0) return { passed, failed: 1, problem: "no test was run\n" };
  return { passed, failed: failed + ignored, problem: ignored > 0 ? `${ignored} tests are ignored\n` : "" };
}

const tail = (output) => output.trimEnd().split("\n").slice(-40).join("\n");
