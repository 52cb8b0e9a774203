/// <reference path="../assets.d.ts" />
// Workers and edge routes forbid compiling from bytes while a request is served, so there the
// platform hands in a module that was compiled when the app was deployed.

import module from "./countersign.wasm?module";

/** The core, compiled by the platform. */
export function load(): WebAssembly.Module {
  return module;
}
