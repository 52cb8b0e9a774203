// The public items of the Rust crate -> crate.md.
import { execFileSync, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { cache } from "../tools/install.mjs";
import { root, target } from "../tools/paths.mjs";
import { INTERFACE_RUSTC } from "../tools/versions.mjs";

/** The features with an interface, each with all before it. `wasm` is for our own JavaScript alone. */
const FEATURES = ["serde", "explain"];

/** Compiled once for all checkouts, like the tools that are pinned in versions.mjs. */
const TOOL = join(cache, "public-api");
const DOCS = join(target, "interface");

const INTRODUCTION = `# The public items of the Rust crate

\`node tests/interface/main.mjs\` writes this page. An item that has two paths is listed with both, what is in it with the
first; of an implemented trait the methods are left out. \`#[doc(hidden)]\` and the feature \`wasm\` are no interface.
`;

/** Why it cannot be read here; undefined when it can. The tool understands the rustdoc of one release. */
export function crateNotRun() {
  const { stdout } = spawnSync("rustc", ["--version"], { encoding: "utf8" });
  const [, found] = /^rustc (\d+\.\d+)/.exec(stdout ?? "") ?? [];
  if (found === INTERFACE_RUSTC) return undefined;
  const command = `rustup run --install ${INTERFACE_RUSTC} node tests/interface/main.mjs crate --check`;
  return `needs rustc ${INTERFACE_RUSTC}, this is ${found}: ${command}`;
}

export function crateReport() {
  const listed = new Set();
  const sections = ["", ...FEATURES].map((feature, index) => {
    const lines = itemsWith(FEATURES.slice(0, index)).filter((line) => !listed.has(line));
    for (const line of lines) listed.add(line);
    const heading = feature === "" ? "Without features" : `With the feature \`${feature}\`, also`;
    return `## ${heading}\n\n\`\`\`text\n${inParagraphs(lines)}\n\`\`\`\n`;
  });
  return [INTRODUCTION, ...sections].join("\n");
}

/** Every public item, a line each. */
function itemsWith(features) {
  const file = join(DOCS, "doc", "countersign.json");
  rmSync(file, { force: true }); // that of other features, which cargo would take for fresh
  const options = ["--quiet", "--locked", "--target-dir"];
  const json = ["-Zunstable-options", "--output-format=json"];
  // The form of the JSON is not stable, so a stable rustdoc writes it only when told so.
  cargo(["rustdoc", ...options, DOCS, "--lib", `--features=${features}`, "--", ...json], { RUSTC_BOOTSTRAP: "1" });
  const manifest = join(root, "tests", "interface", "Cargo.toml");
  return cargo(["run", ...options, TOOL, "--manifest-path", manifest, "--", file])
    .trim()
    .split("\n");
}

function cargo(args, env = {}) {
  const stdio = ["ignore", "pipe", "inherit"];
  return execFileSync("cargo", args, { cwd: root, encoding: "utf8", stdio, env: { ...process.env, ...env } });
}

/** A blank line before every module and type. */
function inParagraphs(lines) {
  const begins = /^(#\[non_exhaustive\] )?pub (mod|enum|struct|trait) /;
  return lines.map((line, index) => (index > 0 && begins.test(line) ? `\n${line}` : line)).join("\n");
}
