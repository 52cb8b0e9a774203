// What the other steps run with: the user's Rust and Node, our pinned tools, the libraries of the test apps.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { installMissing, lacks } from "../tools/browsers.mjs";
import { HOW_TO_GET, tool } from "../tools/install.mjs";
import { installLibraries } from "../tools/libraries.mjs";
import { say } from "../tools/report.mjs";

const WASM = "wasm32-unknown-unknown";

/** Prepares everything; yields a result only when something is missing, in words that say how to get it. */
export async function* tools() {
  try {
    checkNode();
    checkRust();
    installMissing((text) => say(`  ${text}`));
    for (const name of needed()) tool(name);
    say(`  libraries of the test apps: ${await installLibraries()}`);
  } catch (error) {
    yield { name: "tools", passed: 0, failed: 1, detail: error.message };
  }
}

// The runtimes of the matrix are fetched when their row is due: one that cannot be had stops no other.
const needed = () => ["wasm-bindgen", "wasm-pack", ...(lacks("firefox") ? [] : ["geckodriver"])];

function checkNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) throw new Error(`Node ${process.versions.node} runs this; ${HOW_TO_GET.node}`);
}

function checkRust() {
  if (!works("cargo", ["--version"])) throw new Error(`cargo is not on PATH: ${HOW_TO_GET.cargo}`);
  if (!works("cargo", ["fmt", "--version"])) add(["component", "add", "rustfmt"]);
  if (!works("cargo", ["clippy", "--version"])) add(["component", "add", "clippy"]);
  // rustc tells where its targets lie; a Rust that did not come by rustup has them there, too.
  const { stdout: sysroot } = spawnSync("rustc", ["--print", "sysroot"], { encoding: "utf8" });
  if (!existsSync(join(sysroot.trim(), "lib", "rustlib", WASM))) add(["target", "add", WASM]);
}

function add(args) {
  say(`  rustup ${args.join(" ")}`);
  if (!works("rustup", args))
    throw new Error(`rustup ${args.join(" ")} failed; do it by hand, or ${HOW_TO_GET.rustup}`);
}

const works = (command, args) => spawnSync(command, args, { stdio: "ignore" }).status === 0;
