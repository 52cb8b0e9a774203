// What a machine must have before anything is built: says everything that is missing at once, and
// how to get it. Written for old Nodes too: the one who lacks a newer Node must be able to read so.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const MANIFEST = new URL("../../Cargo.toml", import.meta.url);
const RUST = "Rust with rustup: https://rustup.rs";
const COMPILER =
  "a C compiler, which Rust links with: `apt-get install build-essential`, `dnf install gcc`, or `xcode-select --install`";

/** Returns one sentence for each thing that is missing; none when the build can begin. */
export function missing(node = "20") {
  const rust = readFileSync(MANIFEST, "utf8").match(/^rust-version = "(.+)"/m)[1];
  return [
    ...new Set(
      [
        atLeast(process.versions.node, node)
          ? ""
          : `Node >= ${node} (this is ${process.versions.node}): https://nodejs.org`,
        said("npm", "--version") ? "" : "npm, which comes with Node: https://nodejs.org",
        said("rustup", "--version") ? "" : RUST,
        rustProblem(rust),
        said("cc", "--version") ? "" : COMPILER,
      ].filter(Boolean),
    ),
  ];
}

function rustProblem(wanted) {
  const version = /\d+\.\d+\.\d+/.exec(said("rustc", "--version") || "");
  if (!version) return RUST;
  return atLeast(version[0], wanted) ? "" : `Rust >= ${wanted} (this is ${version[0]}): \`rustup update stable\``;
}

function said(command, argument) {
  const run = spawnSync(command, [argument], { encoding: "utf8" });
  return run.status === 0 ? run.stdout : "";
}

function atLeast(version, wanted) {
  const [a, b] = [version, wanted].map((text) => text.split(".").map(Number));
  for (let i = 0; i < b.length; i += 1) if (a[i] !== b[i]) return a[i] > b[i];
  return true;
}
