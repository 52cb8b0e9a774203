#!/usr/bin/env node
// Fuzzing. Its last line is one JSON object: what passed, what failed, and what was measured.
//   node tests/fuzz/main.mjs [--replay]    every committed input and every seed once, on stable Rust
//   node tests/fuzz/main.mjs --minutes N   all targets on nightly Rust, N minutes in all
//   node tests/fuzz/main.mjs --keep        what those minutes found, minimised into the archives of corpus/
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { exec } from "../tools/exec.mjs";
import { logFile, root } from "../tools/paths.mjs";
import { pack, unpack, unpacked } from "./archive.mjs";
import { keep } from "./keep.mjs";
import { nightly } from "./nightly.mjs";
import { seeds, writeSeeds } from "./seed.mjs";
import { build, here, stable, work } from "./stable.mjs";

const TARGETS = ["header", "scheme", "json", "door", "encoding"];

// Each takes long enough for its slowest input, and no input may take longer than this.
const LIMITS = ["-timeout=10", "-rss_limit_mb=2048"];
const MAX_LEN = { header: 1500, scheme: 9000, json: 3000, door: 3000, encoding: 600 };

const found = (name) => join(work, "corpus", name);
const committed = (name) => join(unpacked, name);

/** Replays every committed input and every seed; the functions are those that are fuzzed. */
async function replay() {
  prepare();
  const { args, env } = stable("replay");
  const { ok, output } = await exec("cargo", [...args, "--", unpacked, seeds], {
    cwd: root,
    env,
    log: logFile("fuzz-replay"),
  });
  const lines = [...output.matchAll(/^(\w+) (\d+) (\d+)$/gm)].map(([, name, all, broken]) => ({
    name,
    all: +all,
    broken: +broken,
  }));
  const sum = (field) => lines.reduce((total, line) => total + line[field], 0);
  if (!ok) console.log(output.trimEnd());
  for (const { name, all, broken } of lines) console.log(`${name.padEnd(9)} ${all} inputs, ${broken} broken`);
  const failed = Math.max(sum("broken"), ok ? 0 : 1);
  return {
    passed: sum("all") - sum("broken"),
    failed,
    measured: `${sum("all")} inputs of ${lines.length} targets replayed`,
  };
}

/** Fuzzes every target for its share of the time, beginning with all that is known. */
async function fuzz(minutes) {
  const binaries = await built();
  prepare();
  const results = [];
  for (const name of TARGETS) results.push(await fuzzOne(name, (minutes * 60) / TARGETS.length, binaries));
  const sum = (field) => results.reduce((total, result) => total + result[field], 0);
  const failed = results.filter(({ ok }) => !ok).length;
  const runs = sum("runs").toLocaleString("en");
  const measured = `${runs} executions in ${minutes} min, ${sum("cov")} edges reached, ${failed} targets broken`;
  return { passed: results.length - failed, failed, measured };
}

async function fuzzOne(name, seconds, binaries) {
  const artifacts = join(work, "artifacts", name);
  for (const folder of [found(name), artifacts]) mkdirSync(folder, { recursive: true });
  const flags = [`-max_total_time=${Math.ceil(seconds)}`, `-artifact_prefix=${artifacts}/`, "-print_final_stats=1"];
  const done = await run(name, [found(name), ...known(name)], flags, binaries, seconds / 60);
  const last = (pattern) => Number([...done.output.matchAll(pattern)].at(-1)?.[1] ?? 0);
  const runs = last(/stat::number_of_executed_units:\s*(\d+)/g);
  const cov = last(/cov: (\d+)/g);
  const speed = `${runs} executions, ${Math.round(runs / done.seconds)}/s`;
  const reach = `cov ${cov}, ft ${last(/ft: (\d+)/g)}, ${last(/stat::new_units_added:\s*(\d+)/g)} new units`;
  console.log(`${name.padEnd(9)} ${speed}, ${reach}${done.ok ? "" : ", BROKEN"}`);
  if (!done.ok) explain(name, done, binaries);
  return { ok: done.ok && runs > 0, runs, cov };
}

// libFuzzer says where it stands at length; what broke, and by which input, are two of its lines.
function explain(name, { output }, binaries) {
  const said = /panicked at .*\n.*/.exec(output)?.[0] ?? output.trimEnd().split("\n").slice(-20).join("\n");
  const input = /Test unit written to (\S+)/.exec(output)?.[1];
  console.log(said);
  console.log(`again: ${relative(root, join(binaries, name))} ${input && relative(root, input)}`);
  console.log(`once it is fixed, keep the input: tests/fuzz/regressions/${name}/<what it is>\n`);
}

const run = (name, folders, flags, binaries, minutes) =>
  exec(join(binaries, name), [...folders, ...LIMITS, `-max_len=${MAX_LEN[name]}`, ...flags], {
    cwd: root,
    log: logFile(`fuzz-${name}`),
    minutes: minutes + 20,
  });

/** Lays out all inputs that are known before fuzzing: the committed ones, and those made of the vectors. */
function prepare() {
  for (const name of TARGETS) unpack(name);
  writeSeeds();
}

/** Every folder of inputs that is there before fuzzing. */
const known = (name) => [committed(name), join(here, "regressions", name), join(work, "seeds", name)].filter(exists);

/** Builds the targets; answers the folder they are in. */
async function built() {
  const args = [
    "+nightly",
    "fuzz",
    "build",
    "--fuzz-dir",
    here,
    "--target-dir",
    build("nightly"),
    "--features",
    "libfuzzer",
  ];
  const done = await exec("cargo", args, { cwd: root, env: nightly(), log: logFile("fuzz-build"), minutes: 30 });
  if (!done.ok) throw new Error(`building the targets failed:\n${done.output.slice(-3000)}`);
  const { stdout } = spawnSync("rustc", ["+nightly", "-vV"], { encoding: "utf8" });
  return join(build("nightly"), /^host: (.+)$/m.exec(stdout)[1], "release");
}

function exists(folder) {
  try {
    return readdirSync(folder).length > 0;
  } catch {
    return false;
  }
}

/** Minimises everything known of each target into its committed corpus. */
async function keepAll() {
  const binaries = await built();
  prepare();
  const counts = [];
  for (const name of TARGETS) {
    const merged = join(work, "merged", name);
    const control = join(work, "merged", `${name}.control`);
    for (const old of [merged, control]) rmSync(old, { recursive: true, force: true });
    mkdirSync(merged, { recursive: true });
    // Any merge notes what inputs reach; this kind notes all of it, and not only what is new.
    const flags = ["-set_cover_merge=1", `-merge_control_file=${control}`];
    const done = await run(name, [merged, ...[found(name)].filter(exists), ...known(name)], flags, binaries, 20);
    if (!done.ok) throw new Error(`merging the corpus of ${name} failed:\n${done.output.slice(-2000)}`);
    counts.push(keep(control, committed(name)));
    pack(name, committed(name));
  }
  const sum = (field) => counts.reduce((total, each) => total + each[field], 0);
  return { passed: sum("files"), failed: 0, measured: `${sum("files")} inputs, ${sum("bytes")} bytes kept` };
}

async function main(args) {
  if (args.includes("--keep")) return keepAll();
  const at = args.indexOf("--minutes");
  if (at < 0) return replay();
  const minutes = Number(args[at + 1]);
  if (!(minutes > 0)) throw new Error("--minutes needs a number of minutes");
  return fuzz(minutes);
}

try {
  const result = await main(process.argv.slice(2));
  console.log(JSON.stringify(result));
  process.exitCode = result.failed === 0 && result.passed > 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  console.log(JSON.stringify({ passed: 0, failed: 1, measured: "nothing" }));
  process.exitCode = 1;
}
