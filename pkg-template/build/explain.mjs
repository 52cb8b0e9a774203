// Rust explainer → target/npm/work/explain.wasm, and explainer_bg.js, the glue that it is called by.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { addTarget, checkPaths, ownPaths, remappedPaths, TARGET, wasmBindgen } from "./core.mjs";
import { cargoTarget, here, run, work } from "./steps.mjs";

/** The compiled explainer. */
export const explainWasm = join(work, "explain.wasm");
/** What wasm-bindgen writes for it; it holds no code that loads. */
export const explainGlue = join(work, "explainer_bg.js");

export async function buildExplainer() {
  addTarget();
  run("cargo", ["fetch", "--quiet", "--locked", "--target", TARGET]);
  // A folder of its own: the module that verifies is called the same, and must not be mistaken for it.
  const target = join(cargoTarget, "explain");
  const env = { ...process.env, CARGO_ENCODED_RUSTFLAGS: remappedPaths().join("\x1f") };
  const crate = ["--profile", "explain", "--lib", "--crate-type", "cdylib", "--features", "explain-wasm"];
  run("cargo", ["rustc", "--quiet", "--locked", ...crate, "--target", TARGET, "--target-dir", target, ...ownPaths], {
    env,
  });
  const linked = join(target, TARGET, "explain", "countersign.wasm");
  const options = ["--target", "bundler", "--remove-name-section", "--remove-producers-section"];
  run(await wasmBindgen(), [linked, ...options, "--out-dir", work, "--out-name", "explainer"]);
  const optimiser = join(here, "node_modules", "binaryen", "bin", "wasm-opt");
  run(process.execPath, [optimiser, "-O3", join(work, "explainer_bg.wasm"), "-o", explainWasm]);
  check(readFileSync(explainWasm));
}

// It may ask the engine's JSON, and build values; nothing else of the host is its business.
function check(bytes) {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
  const stray = imports.find(({ module }) => module !== "./explainer_bg.js");
  if (stray !== undefined) throw new Error(`the explainer imports ${stray.name} from ${stray.module}`);
  checkPaths(bytes);
}
