// The packed tarball + the corpus -> one verdict per runtime.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { find, lacks } from "../tools/browsers.mjs";
import { exec } from "../tools/exec.mjs";
import { tool } from "../tools/install.mjs";
import { installHost } from "../tools/libraries.mjs";
import { logFile } from "../tools/paths.mjs";
import { layOut, suiteParts } from "./app.mjs";
import { few, readBroken } from "./corpus.mjs";

/** Rows under way at once: the machine we plan for has two cores. */
const WIDTH = 2;

/**
 * Runs every row and yields each outcome as it ends: { row, seconds, reports, problem? } or { row, notRun }.
 *
 * @param options.tarball - path of the packed package
 * @param options.corpus - the parsed files of tests/vectors
 */
export async function* runMatrix(rows, { tarball, corpus }) {
  const waiting = [...rows];
  const running = new Map();
  while (waiting.length + running.size > 0) {
    while (waiting.length > 0 && running.size < WIDTH) {
      const row = waiting.shift();
      running.set(row, runRow(row, tarball, corpus));
    }
    const outcome = await Promise.race(running.values());
    running.delete(outcome.row);
    yield outcome;
  }
}

async function runRow(row, tarball, corpus) {
  const missing = row.browser && lacks(row.browser);
  if (missing) return { row, notRun: missing };
  const log = logFile(row.name);
  rmSync(log, { force: true });
  const [name, ...args] = row.command;
  const runtime = attempt(() => tool(name));
  if (runtime.error) return { row, notRun: runtime.error.message.split("\n")[0] };
  try {
    const parts = { ...suiteParts, "runtimes/shared": "shared", [`runtimes/${row.app}`]: "." };
    const home = row.libraries && (await installHost(`runtimes/${row.app}/${row.libraries}`));
    const all = { vectors: corpus, broken: readBroken() };
    const cwd = await layOut(row.name, parts, { tarball, log, corpus: row.few ? few(all) : all, home });
    const done = await exec(runtime.value, args, { cwd, log, env: environment(row, cwd), minutes: row.minutes ?? 5 });
    return { row, seconds: done.seconds, ...verdict(row, done) };
  } catch (error) {
    return { row, problem: error.message };
  }
}

// Some registries do not serve every release for every platform: then that row, and only that row, cannot run.
function attempt(action) {
  try {
    return { value: action() };
  } catch (error) {
    return { error };
  }
}

// What browsers and tools keep for themselves stays in the app's folder, not in the user's home.
function environment({ browser }, cwd) {
  const home = join(cwd, ".home");
  const own = { XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, DENO_DIR: home };
  if (!browser) return own;
  return {
    ...own,
    CHROME_BIN: find("chromium"),
    CHROMEDRIVER: find("chromedriver"),
    FIREFOX_BIN: find("firefox"),
    GECKODRIVER: browser === "firefox" ? tool("geckodriver") : undefined,
    WEBKITDRIVER: find("webkitdriver"),
    XVFB_RUN: find("xvfb-run"),
  };
}

/** A runner that printed too few lines, or ran nothing, has failed whatever its exit code says. */
function verdict({ reports: wanted = 1 }, { ok, code, timedOut, output }) {
  const reports = output
    .split("\n")
    .filter((line) => line.startsWith('{"runtime":'))
    .map((line) => JSON.parse(line));
  if (timedOut) return { reports, problem: "it did not end in time" };
  if (!ok) return { reports, problem: `it ended with code ${code}: ${lastLines(output)}` };
  if (reports.length !== wanted) return { reports, problem: `${reports.length} of ${wanted} verdicts were given` };
  if (reports.some(({ vectors, checks }) => !(vectors > 0 && checks > 0)))
    return { reports, problem: "a run of no vectors" };
  return { reports };
}

const lastLines = (output) => output.trimEnd().split("\n").slice(-8).join("\n    ");
