// Every mutant that cargo-mutants makes of the core, judged by the native suites: caught, or excused in writing.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { exec } from "../tools/exec.mjs";
import { tool } from "../tools/install.mjs";
import { equivalent } from "./equivalent.mjs";

/**
 * Judges every mutant of the core, or of these files of it. Files are the rooms of the walk.
 *
 * A survivor without a reason fails, and so does a reason without its survivor.
 */
export async function exhaust({ work, crate, say }, files) {
  const started = performance.now();
  const log = join(work, "exhaustive.log");
  say(`a mutant takes about a second; progress: ${log}`);
  const mutants = await mutate(files, { work, crate, log });
  const rooms = [...new Set([...files, ...mutants.map(({ file }) => file)])].map((file) => {
    const room = sort(file, mutants, join(crate, file));
    say(`${file.padEnd(24)} ${inWords(room)}`);
    for (const { mutant, at } of room.unexplained) say(`SURVIVED without a reason: ${mutant}\n    at: ${at}`);
    return room;
  });
  const chosen = equivalent.filter(({ mutant }) => files.length === 0 || files.some((file) => isOf(file, mutant)));
  const stale = chosen.filter((reason) => !rooms.some(({ excused }) => excused.some((mutant) => fits(reason, mutant))));
  for (const { mutant } of stale) say(`NOTHING SURVIVES for which this is the reason: ${mutant}`);
  const sum = (kind) => rooms.reduce((total, room) => total + room[kind].length, 0);
  const minutes = ((performance.now() - started) / 60_000).toFixed(0);
  return {
    passed: sum("caught") + sum("excused"),
    failed: sum("unexplained") + stale.length,
    measured:
      `${sum("viable")} mutants of ${rooms.length} files: ${sum("caught")} caught, ${sum("excused")} equivalent by ` +
      `written reason, ${sum("unexplained")} survived (${minutes} min)`,
  };
}

async function mutate(files, { work, crate, log }) {
  for (const old of [join(work, "mutants.out"), log]) rmSync(old, { recursive: true, force: true });
  const args = ["mutants", "--in-place", "--config", join(crate, "tests", "mutants", "mutants.toml")];
  args.push("--output", work, "--colors", "never", ...files.flatMap((file) => ["--file", file]));
  const env = { CARGO_TARGET_DIR: join(work, "build"), CARGO_INCREMENTAL: "1" };
  const done = await exec(tool("cargo-mutants"), args, { cwd: crate, env, log, minutes: 120 });
  const path = join(work, "mutants.out", "outcomes.json");
  const { outcomes, total_mutants: total } = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  const mutants = outcomes?.filter(({ scenario }) => scenario.Mutant) ?? [];
  if (mutants.length === 0 || mutants.length !== total) throw new Error(`not every mutant was judged:\n${done.output}`);
  return mutants.map(({ scenario, summary }) => ({ ...scenario.Mutant, summary }));
}

/** Sorts the mutants of a file by what became of them. One that never ends is as plain to see as one that fails. */
function sort(file, mutants, path) {
  const lines = readFileSync(path, "utf8").split("\n");
  const ours = mutants.filter((mutant) => mutant.file === file);
  const made = ours.map((mutant) => ({ ...mutant, ...place(mutant, lines) }));
  if (made.length === 0) throw new Error(`${file} has no mutants`);
  const having = (...summaries) => made.filter(({ summary }) => summaries.includes(summary));
  const missed = having("MissedMutant");
  const isExcused = (mutant) => equivalent.some((reason) => fits(reason, mutant));
  return {
    viable: made.filter(({ summary }) => summary !== "Unviable"),
    caught: having("CaughtMutant", "Timeout"),
    timeouts: having("Timeout"),
    unviable: having("Unviable"),
    excused: missed.filter(isExcused),
    unexplained: missed.filter((mutant) => !isExcused(mutant)),
  };
}

/** What names a mutant for as long as its line stays: what it does, and the source from there to the line's end. */
function place({ name, span: { start } }, lines) {
  return { mutant: name.replace(/:\d+:\d+/, ""), at: lines[start.line - 1].slice(start.column - 1) };
}

const fits = (reason, { mutant, at }) => reason.mutant === mutant && reason.at === at;
const isOf = (file, mutant) => mutant.startsWith(`${file}: `);

function inWords({ viable, caught, timeouts, unviable, excused, unexplained }) {
  const never = timeouts.length > 0 ? `, ${timeouts.length} of them by never ending` : "";
  return (
    `${viable.length} mutants: ${caught.length} caught${never}, ${excused.length} equivalent by reason, ` +
    `${unexplained.length} survived; ${unviable.length} do not compile`
  );
}
