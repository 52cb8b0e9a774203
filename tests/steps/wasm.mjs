// The Rust suites once more, compiled to WebAssembly: in Node and in every browser.
import { find, lacks } from "../tools/browsers.mjs";
import { tool } from "../tools/install.mjs";
import { command, rustTests, wasmEnvironment } from "./command.mjs";

// Without --mode no-install wasm-pack looks for its tools, and for newer ones, on the network. Drivers are named
// by flag: it ignores CHROMEDRIVER and would fetch one.
const BASE = ["test", "--mode", "no-install", "--release"];
const IN_BROWSER = ["--", "--features", "browser-tests"];

const BROWSERS = {
  chromium: () => ["--chrome", "--chromedriver", find("chromedriver")],
  firefox: () => ["--firefox", "--geckodriver", tool("geckodriver")],
  webkit: () => ["--safari", "--safaridriver", find("webkitdriver")],
};

export async function* wasm() {
  const inNode = await run("wasm-pack test, node", tool("wasm-pack"), [...BASE, "--node"], rustTests);
  yield inNode;
  for (const browser of Object.keys(BROWSERS)) yield await inBrowser(browser, inNode.passed);
}

async function inBrowser(browser, wanted) {
  const name = `wasm-pack test, ${browser}`;
  const missing = lacks(browser);
  if (missing) return { name, passed: 0, failed: 0, notRun: missing };
  const args = [...BASE, "--headless", ...BROWSERS[browser](), ...IN_BROWSER];
  const count = (done) => noFewerThan(wanted, rustTests(done));
  // WebKitGTK hangs without a display, even when it is driven.
  const framed = browser === "webkit" && process.platform === "linux";
  return framed
    ? run(name, find("xvfb-run"), ["-a", tool("wasm-pack"), ...args], count)
    : run(name, tool("wasm-pack"), args, count);
}

// A suite that is not set up for browsers is skipped there, with a word and with exit code 0.
function noFewerThan(wanted, { passed, failed, problem }) {
  if (passed + failed >= wanted) return { passed, failed, problem };
  return { passed, failed: failed + 1, problem: `only ${passed + failed} of ${wanted} tests were run\n` };
}

function run(name, program, args, count) {
  return command(name, program, args, { env: wasmEnvironment(), count, minutes: 8 });
}
