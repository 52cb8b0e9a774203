#!/usr/bin/env node
// Pinned tools -> the cache ($COUNTERSIGN_CACHE, else ~/.cache/countersign). Never touches the user's own tools.
//   node tests/tools/install.mjs --list | --all | NAME...
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { TOOLS, folder } from "./versions.mjs";

export const cache = resolve(process.env.COUNTERSIGN_CACHE || join(homedir(), ".cache", "countersign"));

/** Returns the path of a pinned tool's executable, installing it first if the cache lacks it. */
export function tool(name) {
  if (!(name in TOOLS)) throw new Error(`no such tool: ${name} (known: ${Object.keys(TOOLS).join(", ")})`);
  if (!existsSync(executable(name))) install(name);
  return executable(name);
}

/** True when `tool(name)` would return without installing anything. */
export const isCached = (name) => existsSync(executable(name));

const executable = (name) => join(cache, folder(name), TOOLS[name].executable);

// A tool appears in the cache by one rename of a finished folder, so that an interrupted install leaves
// nothing that looks installed.
function install(name) {
  const { from, version, minutes } = TOOLS[name];
  const how = from === "cargo" ? "compiling with cargo" : "fetching from npm";
  console.log(`  ${folder(name)}: ${how} into ${cache} (once, about ${minutes < 1 ? "30 s" : `${minutes} min`})`);
  mkdirSync(cache, { recursive: true });
  sweepPartials();
  const partial = mkdtempSync(join(cache, `.partial-${process.pid}-`));
  try {
    const built = from === "cargo" ? withCargo(name, partial) : withNpm(name, partial);
    const made = join(built, TOOLS[name].executable);
    if (!existsSync(made)) throw new Error(`${name} ${version}: ${made} is missing after the install`);
    chmodSync(made, 0o755);
    chmodSync(built, 0o755); // a temporary folder is its owner's alone
    moveIn(name, built);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

// Another process may have finished the same tool meanwhile: the first one in stays.
function moveIn(name, built) {
  if (isCached(name)) return;
  const home = join(cache, folder(name));
  rmSync(home, { recursive: true, force: true });
  renameSync(built, home);
}

// The tool's own lock file is tried first. A lock can name a release that a registry does not serve (any
// more); the tool's version is pinned all the same, so its dependencies are then resolved afresh.
function withCargo(name, partial) {
  const { crate, version } = TOOLS[name];
  const args = ["install", "--quiet", "--root", partial, `${crate}@${version}`];
  const locked = run("cargo", [...args, "--locked"], { cwd: partial, env: plainCargo() });
  if (locked.ok) return partial;
  console.log(`  ${folder(name)}: its lock file cannot be met here (${firstError(locked.output)}); resolving afresh`);
  const fresh = run("cargo", args, { cwd: partial, env: plainCargo() });
  if (!fresh.ok) throw new Error(`cargo install ${crate}@${version} failed:\n${fresh.output}`);
  return partial;
}

// Flags meant for the project (a wasm target, SIMD) must not reach a tool that runs on this machine.
function plainCargo() {
  const drop = /^(RUSTFLAGS|CARGO_ENCODED_RUSTFLAGS|CARGO_BUILD_.*|CARGO_TARGET_.*)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([key]) => !drop.test(key)));
}

function withNpm(name, partial) {
  const { packages, version } = TOOLS[name];
  const platform = `${process.platform}-${process.arch}`;
  const pkg = packages[platform];
  if (!pkg) throw new Error(`${name} ${version}: no package is known for ${platform}`);
  const args = ["install", "--prefix", partial, "--ignore-scripts", "--no-audit", "--no-fund", "--no-save"];
  const done = run("npm", [...args, "--loglevel=error", `${pkg}@${version}`], { cwd: partial });
  if (!done.ok) throw new Error(`npm install ${pkg}@${version} failed:\n${done.output}`);
  return join(partial, "node_modules", pkg);
}

function run(command, args, options) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", ...options });
  if (error?.code === "ENOENT") throw new Error(`${command} is not on PATH: ${HOW_TO_GET[command]}`);
  return { ok: status === 0, output: `${stdout ?? ""}${stderr ?? ""}${error ?? ""}` };
}

export const HOW_TO_GET = {
  cargo: "install Rust from https://rustup.rs",
  rustup: "install Rust from https://rustup.rs",
  node: "install Node 20 or newer from https://nodejs.org",
  npm: "npm comes with Node: https://nodejs.org",
};

const firstError = (output) => /^error: (.*)$/m.exec(output)?.[1] ?? "cargo gave no reason";

// Folders of installs that were cut short; those of a process that still runs are left alone.
function sweepPartials() {
  for (const entry of readdirSync(cache)) {
    const pid = /^\.partial-(\d+)-/.exec(entry)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(cache, entry), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function main(args) {
  const names = args.includes("--all") ? Object.keys(TOOLS) : args.filter((arg) => !arg.startsWith("-"));
  if (!args.includes("--list") && names.length === 0) {
    console.log("usage: node tests/tools/install.mjs --list | --all | NAME...");
    return 1;
  }
  const shown = args.includes("--list") ? Object.keys(TOOLS) : names;
  for (const name of shown) {
    const state = args.includes("--list") ? (isCached(name) ? executable(name) : "not in the cache") : tool(name);
    console.log(`${name.padEnd(13)} ${TOOLS[name].version.padEnd(9)} ${state}`);
  }
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = main(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
