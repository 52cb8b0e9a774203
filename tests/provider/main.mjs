#!/usr/bin/env node
// One file makes a provider: in a copy of the project, acme.toml is written into src/providers, everything is generated
// and built, and its deliveries are verified and refused through the built package. Nothing else is touched by hand.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, target, tests } from "../tools/paths.mjs";

/** It stays between runs, so that only what changed is compiled again. */
const project = join(target, "provider");
const FILE = "src/providers/acme.toml";
const here = join(tests, "provider");

// What cargo compiled for the project is used again.
const env = {
  ...process.env,
  CARGO_TARGET_DIR: target,
  COUNTERSIGN_PACKAGE: join(project, "target", "npm", "package"),
};
const run = (program, args, options = {}) =>
  execFileSync(program, args, {
    cwd: project,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    env,
    ...options,
  });
const node = (...args) => run(process.execPath, args, { stdio: "inherit" });
const git = (...args) => run("git", ["-c", "user.name=test", "-c", "user.email=test@localhost", ...args]);

copyProject();
git("init", "--quiet");
git("add", "--all");
git("commit", "--quiet", "--message", "the project before");
cpSync(join(here, "acme.toml"), join(project, FILE));
node("pkg-template/build.mjs");
node(join(here, "use.mjs"), project);
node(join(target, "matrix", "node_modules", "typescript", "bin", "tsc"), "--project", "tests/provider");
// The report on the types says nothing about single providers.
node(join(tests, "interface", "main.mjs"), "npm", "--check");
for (const kind of ["vectors", "vectors/explain"]) node(`tests/${kind}/build.mjs`, "--check");
node("pkg-template/generate.mjs", "--check");
refuseOtherFiles();
console.log("a provider is one file");

/** Every file that git knows, or would. */
function copyProject() {
  const list = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: root, encoding: "utf8" });
  const files = new Set(list.split("\0").filter((path) => path !== "" && existsSync(join(root, path))));
  mkdirSync(project, { recursive: true });
  rmSync(join(project, ".git"), { recursive: true, force: true });
  git("init", "--quiet");
  for (const path of git("ls-files", "-o", "--exclude-standard", "-z").split("\0")) {
    if (path !== "" && !files.has(path)) rmSync(join(project, path));
  }
  for (const path of files) copy(path);
  // The libraries of the build, and the stamp that says which they are.
  for (const path of ["pkg-template/node_modules", "target/npm/work/stamps/tools"]) {
    rmSync(join(project, path), { recursive: true, force: true });
    cpSync(join(root, path), join(project, path), { recursive: true, verbatimSymlinks: true });
  }
}

/** With its time, by which cargo tells what changed. */
function copy(path) {
  const [from, to] = [join(root, path), join(project, path)];
  if (existsSync(to) && statSync(to).mtimeMs === statSync(from).mtimeMs && readFileSync(to).equals(readFileSync(from)))
    return;
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { preserveTimestamps: true });
}

function refuseOtherFiles() {
  const changed = git("status", "--porcelain", "--untracked-files=all", "-z").split("\0").filter(Boolean);
  const paths = changed.map((line) => line.slice(3)).filter((path) => path !== FILE);
  const attributes = git("check-attr", "linguist-generated", "--", ...paths);
  const isGenerated = (path) => attributes.includes(`${path}: linguist-generated: set`);
  // Pages by hand have tables that are generated.
  const hasTable = (path) => readFileSync(join(project, path), "utf8").includes("<!-- table:providers -->");
  const others = paths.filter((path) => !isGenerated(path) && !hasTable(path));
  if (others.length > 0) throw new Error(`not made of ${FILE} alone, but changed: ${others.join(", ")}`);
  if (!changed.includes(`?? ${FILE}`)) throw new Error(`git does not see ${FILE}`);
}
