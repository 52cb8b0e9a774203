// cargo-deny's judgement on every crate that is locked, those of the tests included, by the rules in deny.toml.
import assert from "node:assert/strict";
import { join } from "node:path";
import { exec } from "../tools/exec.mjs";
import { tool } from "../tools/install.mjs";
import { logFile, root, tests } from "../tools/paths.mjs";

const ROOMS = ["fuzz", "timing", "interface"].map((room) => join("tests", room, "Cargo.toml"));
const MANIFESTS = ["Cargo.toml", ...ROOMS];

export async function licencesAndSources() {
  return { figure: await judge("licenses", "bans", "sources") };
}

// The database is another project's repository: where it cannot be had, nothing was judged.
export async function advisories() {
  const fetched = await deny("Cargo.toml", "fetch", "db");
  if (!fetched.ok) return { notRun: `the database cannot be had (${reason(fetched.output)})` };
  return { figure: await judge("advisories") };
}

async function judge(...checks) {
  let figure;
  for (const manifest of MANIFESTS) {
    const done = await deny(manifest, "check", ...checks);
    assert.ok(done.ok, `${manifest}\n${done.output}`);
    figure = lastLine(done.output);
  }
  return `${figure}, for ${MANIFESTS.length} lock files`;
}

const reason = (output) => /fatal: (.*)/.exec(output)?.[1] ?? lastLine(output);
const lastLine = (output) => output.trim().split("\n").at(-1);

function deny(manifest, ...args) {
  const config = ["--locked", "--color", "never", "--config", join(tests, "supply-chain", "deny.toml")];
  const flags = [...config, "--manifest-path", join(root, manifest)];
  return exec(tool("cargo-deny"), [...flags, ...args], { cwd: root, log: logFile("supply-chain-deny"), minutes: 5 });
}
