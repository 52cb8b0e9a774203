// Rust core → target/npm/work/countersign.wasm: cargo, wasm-bindgen, wasm-opt.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { withoutFeature } from "./features.mjs";
import { ask, cargoHome, cargoTarget, here, root, run, work } from "./steps.mjs";

/** The compiled core. */
export const wasm = join(work, "countersign.wasm");

/** What it is compiled for. */
export const TARGET = "wasm32-unknown-unknown";

export async function buildCore() {
  addTarget();
  // First, so that the folders of all sources are known when their paths are taken out.
  run("cargo", ["fetch", "--quiet", "--locked", "--target", TARGET]);
  const target = join(cargoTarget, "wasm");
  const env = { ...process.env, CARGO_ENCODED_RUSTFLAGS: rustFlags().join("\x1f") };
  const cargo = ["rustc", "--quiet", "--locked", "--release", "--lib", "--crate-type", "cdylib", "--features", "wasm"];
  run("cargo", [...cargo, "--target", TARGET, "--target-dir", target, ...ownPaths], { env });
  const options = ["--target", "bundler", "--remove-name-section", "--remove-producers-section"];
  const compiled = join(work, "compiled.wasm");
  const linked = readFileSync(join(target, TARGET, "release", "countersign.wasm"));
  writeFileSync(compiled, withoutFeature(linked, "reference-types"));
  run(await wasmBindgen(), [compiled, ...options, "--out-dir", work, "--out-name", "countersign"]);
  const optimiser = join(here, "node_modules", "binaryen", "bin", "wasm-opt");
  run(process.execPath, [optimiser, "-O3", join(work, "countersign_bg.wasm"), "-o", wasm]);
  check(readFileSync(wasm));
}

// The installer of the tests knows the pinned version, and compiles it once into a cache of its
// own.
export async function wasmBindgen() {
  const { tool } = await import("../../tests/tools/install.mjs");
  return tool("wasm-bindgen");
}

export function addTarget() {
  if (existsSync(ask("rustc", ["--print", "target-libdir", "--target", TARGET]))) return;
  console.log(`countersign: rustup adds the standard library of ${TARGET}`);
  run("rustup", ["target", "add", TARGET]);
}

function rustFlags() {
  return [
    // Without reference types wasm-bindgen needs no table of them, and so no import.
    ...["-C", "target-feature=+simd128,-reference-types"],
    // Cargo.toml asks for the smallest code. That alone inlines next to nothing, and a small delivery takes 7 % longer.
    ...["-C", "llvm-args=-inline-threshold=60"],
    // 64 KiB of stack are plenty for code that neither recurses nor keeps a body.
    ...["-C", "link-arg=-zstack-size=65536"],
    ...remappedPaths(),
  ];
}

// A panic message carries the path of its source, which would tell where, and by whom, the module
// was built.
export function remappedPaths() {
  const sources = join(cargoHome, "registry", "src");
  const registries = existsSync(sources) ? readdirSync(sources).map((name) => join(sources, name)) : [];
  const library = join(ask("rustc", ["--print", "sysroot"]), "lib", "rustlib", "src", "rust");
  return [cargoHome, ...registries, library].map(remapped); // the last that fits wins
}

const remapped = (place) => `--remap-path-prefix=${place}=`;

/** The same for the crate itself: crates that it needs are compiled once, wherever the project lies. */
export const ownPaths = ["--", remapped(root)];

function check(bytes) {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
  if (imports.length > 0) throw new Error(`the module may import nothing, and imports ${imports[0].name}`);
  checkPaths(bytes);
}

/** Ends the build when a module tells where it was built. */
export function checkPaths(bytes) {
  const leak = [root, homedir(), cargoHome, "rustlib/", "registry/"].find((place) => bytes.includes(place));
  if (leak !== undefined) throw new Error(`the module contains ${leak}, a path of this machine`);
}
