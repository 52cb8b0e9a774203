#!/usr/bin/env node
// Broken receivers, made in a copy of the package → who notices: the portable suite of receivers, the tests of Node's
// adapters, or the portable suite of a Webhook.
//   node tests/receivers/broken/main.mjs [WORD]      after `make pack`; those whose name has this word
//   node tests/receivers/broken/main.mjs --check     whether each of them can be made; in `make test`
import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ADAPTERS } from "../../../pkg-template/frameworks.mjs";
import { exec } from "../../tools/exec.mjs";
import { matrix, packageDir, requireLibrary, root, tests } from "../../tools/paths.mjs";
import { checkEdits, edited } from "../../mutants/edit.mjs";
import { broken } from "./faults.mjs";

const { build } = requireLibrary("esbuild");
const app = join(matrix, "mutants");
const PARTS = ["suite", "tarball", "adapters"].map((name) => `receivers/${name}`);
const sources = join(app, "src");
const dist = join(app, "node_modules", "countersign", "dist");
const SUITES = [
  ["judge.mjs", "receiving"],
  ["--test", "--test-reporter=tap", "--test-timeout=20000", ...adapterTests()],
  ["judge.mjs", "api"],
];

const [word = ""] = process.argv.slice(2);
if (word === "--check") {
  const edits = broken.map(({ name, file, from }) => ({ name, path: join(root, "pkg-template", "src", file), from }));
  const result = checkEdits(edits);
  console.log(JSON.stringify(result));
  process.exit(result.failed === 0 ? 0 : 1);
}

layOut();
const clean = await judge();
if (clean.red.length > 0) throw new Error(`without any mutant, the receivers are not green:\n${clean.red.join("\n")}`);
const chosen = broken.filter(({ name }) => name.includes(word));
let failed = 0;
for (const mutant of chosen) {
  const { red, problem } = await mutate(mutant);
  if (red.length === 0) failed += 1;
  console.log(`  ${mutant.name.padEnd(54)} ${problem ?? `${red.length} red, such as ${red[0]}`}`);
}
const passed = chosen.length - failed;
console.log(JSON.stringify({ passed, failed, measured: `${passed} of ${chosen.length} broken receivers seen` }));
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function layOut() {
  rmSync(app, { recursive: true, force: true });
  cpSync(packageDir, join(app, "node_modules", "countersign"), { recursive: true });
  cpSync(join(root, "pkg-template", "src"), sources, { recursive: true });
  for (const part of ["portable", ...PARTS]) cpSync(join(tests, part), join(app, part), { recursive: true });
  cpSync(join(tests, "receivers", "broken", "judge.mjs"), join(app, "judge.mjs"));
}

function adapterTests() {
  const names = readdirSync(join(tests, "receivers", "tarball")).filter((name) => name.endsWith(".test.mjs"));
  return names.map((name) => `receivers/tarball/${name}`);
}

async function mutate(mutant) {
  const { red, problem } = await edited(join(sources, mutant.file), mutant, judge);
  return { red, problem: problem ?? (red.length > 0 ? undefined : "SURVIVED: every test is green") };
}

/** What is red, in the first suite that is not green. One that never ends is as plain to see as one that fails. */
async function judge() {
  await bundle();
  for (const args of SUITES) {
    const done = await exec(process.execPath, args, { cwd: app, log: join(app, "judge.log"), minutes: 1 });
    const red = [...done.output.matchAll(/^not ok (?:\d+ - )?(.*)$/gm)].map(([, line]) => line.slice(0, 150));
    if (red.length > 0) return { red };
    if (!done.ok) return { red: [done.timedOut ? "it never ends" : `it ends with code ${done.code}`] };
  }
  return { red: [] };
}

async function bundle() {
  const entries = ADAPTERS.map((name) => [name, join(sources, "receive", `${name}.ts`)]);
  const entryPoints = Object.fromEntries([...entries, ["idempotency", join(sources, "idempotency", "memory.ts")]]);
  const options = { outdir: dist, bundle: true, format: "esm", logLevel: "error" };
  await build({ ...options, entryPoints, platform: "node" });
  await build({
    ...options,
    entryPoints: { core: join(sources, "core.ts") },
    platform: "neutral",
    alias: { "#load": join(sources, "core", "load-inline.ts"), "countersign.wasm": join(dist, "countersign.wasm") },
    loader: { ".wasm": "base64" },
  });
}
