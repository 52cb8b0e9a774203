// What npm and cargo are told to fetch, and what an installed package brings along.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { layOut } from "../runtimes/app.mjs";
import { exec } from "../tools/exec.mjs";
import { logFile, root, tests } from "../tools/paths.mjs";
import { tarball } from "./places.mjs";

/** What is fetched later is what was locked, or it is not taken. */
export function lockFilesHoldHashes() {
  const packages = ["pkg-template", ...npmLocks()].flatMap(lockedByNpm);
  const crates = cargoLocks().flatMap(lockedByCargo);
  for (const { name, hash } of [...packages, ...crates]) assert.ok(hash, `${name} is locked without a hash`);
  assert.ok(packages.length > 100 && crates.length > 20, "the lock files are hardly read");
  return { figure: `${packages.length + crates.length} locked packages, each with its hash` };
}

function lockedByNpm(folder) {
  const lock = JSON.parse(readFileSync(join(root, folder, "package-lock.json"), "utf8"));
  const fetched = Object.entries(lock.packages).filter(([path, { inBundle }]) => path !== "" && !inBundle);
  return fetched.map(([path, { integrity }]) => ({
    name: `${folder}: ${path}`,
    hash: /^sha512-/.test(integrity) ? integrity : undefined,
  }));
}

/** The folders of tests/ with a lock file. */
function npmLocks() {
  const paths = readdirSync(tests, { recursive: true }).filter((path) => basename(path) === "package-lock.json");
  return paths.map((path) => join("tests", dirname(path)));
}

/** The crate's own, and those of the rooms that are crates of their own. */
function cargoLocks() {
  const rooms = readdirSync(tests).map((room) => join(tests, room, "Cargo.lock"));
  return [join(root, "Cargo.lock"), ...rooms.filter((path) => existsSync(path))];
}

function lockedByCargo(path) {
  const entries = readFileSync(path, "utf8").split("[[package]]\n").slice(1);
  const field = (entry, name) => new RegExp(`^${name} = "(.*)"$`, "m").exec(entry)?.[1];
  const crates = entries.map((entry) => ({ name: field(entry, "name"), hash: field(entry, "checksum") }));
  return crates.filter(({ name }) => !name.startsWith("countersign")); // ours, and from nowhere else
}

export async function installedPackageIsAlone() {
  const log = logFile("supply-chain-npm");
  const cwd = await layOut("supply-chain", {}, { tarball, log });
  const { countersign, ...others } = await listed(cwd, log);
  assert.deepEqual(Object.keys(others), [], "other packages were installed");
  assert.deepEqual(present(countersign.dependencies), {}, "it has dependencies");
  assert.deepEqual(await listed(join(cwd, "node_modules", "countersign"), log), {});
  return { figure: "0 packages come along" };
}

async function listed(cwd, log) {
  const done = await exec("npm", ["ls", "--omit=dev", "--all", "--json", "--loglevel=error"], { cwd, log });
  assert.ok(done.ok, done.output);
  return present(JSON.parse(done.output.slice(done.output.indexOf("{"))).dependencies);
}

// A framework is an optional peer, which npm lists with no facts when it is not there.
function present(dependencies = {}) {
  return Object.fromEntries(Object.entries(dependencies).filter(([, facts]) => Object.keys(facts).length > 0));
}
