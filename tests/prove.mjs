#!/usr/bin/env node
// make prove: the evidence in its long form, and the table of it. Ends with the line `N passed, M failed`.
//   node tests/prove.mjs [--write] [NAME...]    all rows of evidence.mjs, or these; --write puts what was measured
//                                               into README.md
// What takes longer than a person waits is left out: an hour of fuzzing is `make fuzz MINUTES=60`.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { evidence, ofJson } from "./evidence.mjs";
import { nightly } from "./fuzz/nightly.mjs";
import { build } from "./steps/package.mjs";
import { tools } from "./steps/tools.mjs";
import { exec } from "./tools/exec.mjs";
import { logFile, root, tests } from "./tools/paths.mjs";
import { Tally, say } from "./tools/report.mjs";

const README = join(tests, "README.md");
const HEAD = "| promise | how | as last measured | command |\n| --- | --- | --- | --- |";
const names = process.argv.slice(2).filter((arg) => arg !== "--write");
const unknown = names.filter((name) => !evidence.some((row) => row.name === name));
if (unknown.length > 0) {
  console.error(`no such evidence: ${unknown.join(", ")}\nknown: ${evidence.map(({ name }) => name).join(" ")}`);
  process.exit(2);
}

const chosen = evidence.filter(({ name }) => names.length === 0 || names.includes(name));
const tally = new Tally(process.env.COUNTERSIGN_DEMAND_ALL === "1");
for (const step of [tools, build]) for await (const result of step()) tally.add(result);
if (chosen.some(({ name }) => name === "fuzz")) demandNightly();
const shown = [];
for (const row of chosen) {
  say(`${row.name}: ${row.long}`);
  const result = await prove(row);
  tally.add(result);
  if (result.absent) tally.add({ name: `${row.name}, a part`, passed: 0, failed: 0, notRun: result.absent });
  shown.push({ ...row, measured: result.measured });
}
console.log([`\n${machine()}\n`, HEAD, ...shown.map(line)].join("\n"));
if (process.argv.includes("--write")) writeTable(shown);
process.exitCode = tally.close() ? 0 : 1;

// Told now, and not after an hour.
function demandNightly() {
  try {
    nightly();
  } catch (error) {
    console.error(`${error.message}\nor name the other rows: node tests/prove.mjs NAME...`);
    process.exit(2);
  }
}

// Through the shell, so that what the table names is what was run.
async function prove({ name, long, read = ofJson }) {
  const log = logFile(`prove-${name}`);
  rmSync(log, { force: true });
  const done = await exec("sh", ["-c", long], { cwd: root, log, minutes: 24 * 60 });
  const { passed, failed: counted, measured: figures, notRun: absent } = read(done.output);
  const failed = done.ok ? counted : Math.max(counted, 1);
  const measured = [failed > 0 && "**failed**", figures, absent && `not run: ${absent}`].filter(Boolean).join("; ");
  const detail = `${done.output.trimEnd().split("\n").slice(-20).join("\n")}\nlog: ${log}`;
  return { name, passed, failed, seconds: done.seconds, measured, absent, detail };
}

function machine() {
  const version = (program) => execFileSync(program, ["--version"], { encoding: "utf8" }).trim().split(" (")[0];
  return `${cpus()[0].model}, ${cpus().length} cores; Node ${process.versions.node}; ${version("rustc")}.`;
}

// The command in the table is the one that also builds and installs what its row needs.
function line({ name, promise, how, measured }) {
  const cells = [promise, how, measured, `\`node tests/prove.mjs ${name}\``];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

/** A row that was not measured this time keeps its line; the machine is told when all of them ran on it. */
function writeTable(rows) {
  const readme = readFileSync(README, "utf8");
  const between = /(<!-- evidence -->\n)[^]*?(<!-- end of evidence -->)/;
  const [, old] = between.exec(readme)[0].split("\n");
  const kept = (row) => readme.split("\n").find((line) => line.startsWith(`| ${row.promise} |`));
  const fresh = (row) => rows.find(({ name }) => name === row.name);
  const lineOf = (row) => kept(row) ?? line({ ...row, measured: "not yet" });
  const lines = evidence.map((row) => (fresh(row) ? line(fresh(row)) : lineOf(row)));
  const head = rows.length === evidence.length ? machine() : old;
  writeFileSync(
    README,
    readme.replace(between, (_, open, close) => `${open}${[head, "", HEAD, ...lines].join("\n")}\n${close}`),
  );
}
