/// <reference path="../assets.d.ts" />
// As load-edge.ts of the core: the platform compiles.

import module from "./explain.wasm?module";

/** The explainer, compiled by the platform. */
export function load(): WebAssembly.Module {
  return module;
}
