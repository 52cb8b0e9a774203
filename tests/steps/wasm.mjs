// The Rust suite once more, compiled to WebAssembly: in Node and in every browser, one program for all of them.
import { delimiter, dirname } from "node:path";
import { find, lacks } from "../tools/browsers.mjs";
import { tool } from "../tools/install.mjs";
import { command, rustTests } from "./command.mjs";

// Without --mode no-install wasm-pack looks for its tools, and for newer ones, on the network. Drivers are named
// by flag: it ignores CHROMEDRIVER and would fetch one.
const BASE = ["test", "--mode", "no-install", "--release"];
const SUITE = ["--", "--test", "rust"];

const BROWSERS = {
  chromium: () => ["--chrome", "--chromedriver", find("chromedriver")],
  firefox: () => ["--firefox", "--geckodriver", tool("geckodriver")],
  webkit: () => ["--safari", "--safaridriver", find("webkitdriver")],
};

export async function* wasm() {
  const inNode = await run("wasm-pack test, node", tool("wasm-pack"), [...BASE, "--node", ...SUITE], rustTests);
  yield inNode;
  for (const browser of Object.keys(BROWSERS)) yield await inBrowser(browser, inNode.passed);
}

async function inBrowser(browser, wanted) {
  const name = `wasm-pack test, ${browser}`;
  const missing = lacks(browser);
  if (missing) return { name, passed: 0, failed: 0, notRun: missing };
  const args = [...BASE, "--headless", ...BROWSERS[browser](), ...SUITE];
  const count = (done) => noFewerThan(wanted, rustTests(done));
  const env = { WASM_BINDGEN_USE_BROWSER: "1" };
  // WebKitGTK hangs without a display, even when it is driven.
  const framed = browser === "webkit" && process.platform === "linux";
  return framed
    ? run(name, find("xvfb-run"), ["-a", tool("wasm-pack"), ...args], count, env)
    : run(name, tool("wasm-pack"), args, count, env);
}

// A suite that is not meant for browsers is skipped there, with a word and with exit code 0.
function noFewerThan(wanted, { passed, failed, problem }) {
  if (passed + failed >= wanted) return { passed, failed, problem };
  return { passed, failed: failed + 1, problem: `only ${passed + failed} of ${wanted} tests were run\n` };
}

function run(name, program, args, count, env = {}) {
  return command(name, program, args, { env: { ...environment(), ...env }, count, minutes: 8 });
}

/** The pinned tools before any others on PATH, and a build in seconds: what ships is tested in the matrix. */
function environment() {
  const bins = ["wasm-bindgen", "wasm-pack"].map((name) => dirname(tool(name)));
  return {
    PATH: [...bins, process.env.PATH].join(delimiter),
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: "-C target-feature=+simd128",
    CARGO_PROFILE_RELEASE_LTO: "off",
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS: "16",
  };
}
