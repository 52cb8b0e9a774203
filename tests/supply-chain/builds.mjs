// The same sources, built in folders of other names, give the same bytes.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { exec } from "../tools/exec.mjs";
import { logFile, root, target } from "../tools/paths.mjs";
import { moduleFiles } from "./places.mjs";

/** What lies in the project's folder and is not a source. */
const MADE = ["target", "node_modules", ".git"];

/**
 * Everything that ends up in a module is compiled anew. The macros, which run on this machine and end up nowhere, are
 * taken over from the first build: they are most of the time.
 */
export async function modulesAreTheSameElsewhere() {
  return inScratch(async (scratch) => {
    const tree = copyOfSources(join(scratch, "another", "folder"));
    symlinkSync(join(root, "pkg-template", "node_modules"), join(tree, "pkg-template", "node_modules"));
    for (const macros of [join("wasm", "release"), join("explain", "explain")])
      if (existsSync(join(target, macros)))
        cpSync(join(target, macros), join(tree, "target", macros), { recursive: true, preserveTimestamps: true });
    const made = join(tree, "target", "npm", "work");
    mkdirSync(made, { recursive: true });
    // At the same time: each ends in one long step that takes one core.
    await Promise.all(BUILDS.map((script) => build(tree, ["--input-type=module", "--eval", script])));
    const digests = Object.values(moduleFiles).map((ours) => [
      basename(ours),
      ...[ours, join(made, basename(ours))].map(digest),
    ]);
    for (const [name, ours, other] of digests)
      assert.equal(other, ours, `${name} differs (or the package is older than the sources: make pack)`);
    const told = digests.map(([name, ours]) => `${name} ${ours.slice(0, 8)}…`);
    return { figure: `the same modules from 2 folders, SHA-256 ${told.join(", ")}` };
  });
}

const BUILDS = [
  'await import("./pkg-template/build/core.mjs").then(({ buildCore }) => buildCore())',
  'await import("./pkg-template/build/explain.mjs").then(({ buildExplainer }) => buildExplainer())',
];

/** Everything from nothing, twice; the second time cargo keeps its crates elsewhere, too. */
export async function cleanBuildsAgree() {
  return inScratch(async (scratch) => {
    const [one, other] = ["one", join("a", "folder", "of", "another", "length")].map((name) =>
      copyOfSources(join(scratch, name)),
    );
    await build(one, ["pkg-template/build.mjs"]);
    await build(other, ["pkg-template/build.mjs"], { CARGO_HOME: anotherCargoHome(join(scratch, "cargo")) });
    const [files, others] = [one, other].map(whatWasPacked);
    assert.ok(Object.keys(files).length > 2, "nothing was packed");
    assert.deepEqual(others, files);
    return { figure: `${Object.keys(files).length} files of 2 clean builds are the same, tarball and SBOM included` };
  });
}

async function inScratch(work) {
  const scratch = mkdtempSync(join(tmpdir(), "countersign-"));
  try {
    return await work(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function copyOfSources(to) {
  cpSync(root, to, { recursive: true, filter: (path) => !MADE.includes(basename(path)) });
  return to;
}

async function build(cwd, args, env = {}) {
  const done = await exec(process.execPath, args, { cwd, env, log: logFile("supply-chain-build"), minutes: 20 });
  assert.ok(done.ok, done.output);
}

// What was downloaded serves again; the sources are unpacked in their new place.
function anotherCargoHome(home) {
  const first = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
  mkdirSync(join(home, "registry"), { recursive: true });
  for (const name of ["registry/cache", "registry/index", "config.toml"])
    if (existsSync(join(first, name))) symlinkSync(join(first, name), join(home, name));
  return home;
}

function whatWasPacked(tree) {
  const made = join(tree, "target", "npm");
  const files = readdirSync(made, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(made.length + 1))
    .filter((name) => !name.startsWith("work"));
  return Object.fromEntries(files.sort().map((name) => [name, digest(join(made, name))]));
}

const digest = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");
