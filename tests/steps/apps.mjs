// Steps that need the tarball installed in an app: the package's own promises, the matrix, the examples.
import { readdirSync } from "node:fs";
import { runExamples } from "../examples.mjs";
import { layOut } from "../runtimes/app.mjs";
import { readCorpusFiles } from "../runtimes/corpus.mjs";
import { runMatrix } from "../runtimes/matrix.mjs";
import { logFile } from "../tools/paths.mjs";
import { say } from "../tools/report.mjs";
import { command } from "./command.mjs";
import { tarballPath } from "./package.mjs";

export async function* promises() {
  const tables = Object.fromEntries(
    ["entries", "frameworks"].map((name) => [`../pkg-template/${name}.mjs`, `${name}.mjs`]),
  );
  const receivers = Object.fromEntries(
    ["adapters", "tarball"].map((name) => [`receivers/${name}`, `receivers/${name}`]),
  );
  const parts = { packaging: ".", ...receivers, ...tables };
  const cwd = await layOut("packaging", parts, { tarball: tarballPath(), log: logFile("packaging") });
  const files = readdirSync(cwd, { recursive: true }).filter((name) => /^(?!node_modules).*\.test\.mjs$/.test(name));
  const args = ["--test", "--test-reporter=tap", "--test-timeout=60000", ...files];
  yield await command("what the tarball promises", process.execPath, args, { cwd, count: nodeTests });
}

function nodeTests({ output }) {
  const number = (word) => Number(new RegExp(`^# ${word} (\\d+)`, "m").exec(output)?.[1] ?? 0);
  const ran = number("pass") + number("fail");
  return { passed: number("pass"), failed: number("fail") + number("skipped") + number("todo") + (ran === 0 ? 1 : 0) };
}

/** The matrix. Each result carries its lines of the table that is printed when everything has ended. */
export async function* matrix(rows) {
  const corpus = readCorpusFiles().map(({ data }) => data);
  for await (const outcome of runMatrix(rows, { tarball: tarballPath(), corpus })) {
    yield { ...resultOf(outcome), lines: linesOf(outcome) };
  }
}

/** The headings of those lines. */
export const HEADINGS = ["row", "runtime", "version", "mode", "vectors", "checks", "not carried", "disagreements"];

function linesOf({ row, reports = [], notRun, problem }) {
  if (reports.length === 0) return [[row.name, notRun ? "not run" : "failed", "", "", 0, 0, 0, notRun ? 0 : 1]];
  return reports.map(({ runtime, version, mode, vectors, checks, notCarried, disagreements }) => {
    // Deliveries that the form or the wire cannot carry: fetch's Headers trims values, HTTP has no control characters.
    const left = Object.values(notCarried).reduce((sum, count) => sum + count, 0);
    return [row.name, runtime, version, mode, vectors, checks, left, disagreements.length + (problem ? 1 : 0)];
  });
}

function resultOf({ row, seconds, reports = [], notRun, problem }) {
  const checks = reports.reduce((sum, report) => sum + report.checks, 0);
  const disagreements = reports.flatMap((report) => report.disagreements);
  const shown = [problem, ...disagreements.slice(0, 20)].filter(Boolean);
  if (disagreements.length > 20) shown.push(`and ${disagreements.length - 20} more`);
  return {
    name: row.name,
    passed: checks - disagreements.length,
    failed: disagreements.length + (problem ? 1 : 0),
    seconds,
    detail: [...shown, `log: ${logFile(row.name)}`].join("\n"),
    notRun,
  };
}

export async function* examples() {
  for (const { name, ...result } of await runExamples({ tarball: tarballPath(), log: say }))
    yield { name: `example ${name}`, ...result };
}
