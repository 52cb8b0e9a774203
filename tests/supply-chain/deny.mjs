// cargo-deny's judgement on every crate of Cargo.lock, by the rules in deny.toml.
import assert from "node:assert/strict";
import { join } from "node:path";
import { exec } from "../tools/exec.mjs";
import { tool } from "../tools/install.mjs";
import { logFile, root, tests } from "../tools/paths.mjs";

export async function licencesAndSources() {
  const done = await deny("check", "licenses", "bans", "sources");
  assert.ok(done.ok, done.output);
  return { figure: done.output.trim().split("\n").at(-1) };
}

// The database is another project's repository: where it cannot be had, nothing was judged.
export async function advisories() {
  const fetched = await deny("fetch", "db");
  if (!fetched.ok)
    return { notRun: `the database cannot be had (${/fatal: (.*)/.exec(fetched.output)?.[1] ?? "no reason given"})` };
  const done = await deny("check", "advisories");
  assert.ok(done.ok, done.output);
  return { figure: done.output.trim().split("\n").at(-1) };
}

function deny(...args) {
  const config = ["--locked", "--color", "never", "--config", join(tests, "supply-chain", "deny.toml")];
  return exec(tool("cargo-deny"), [...config, ...args], { cwd: root, log: logFile("supply-chain-deny"), minutes: 5 });
}
