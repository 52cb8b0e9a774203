// Wasm: the explainer, compiled and bound on first use.

import { load } from "#load-explain";
import { loading } from "../core/platform.ts";

let bound: Glue | undefined;

/** What wasm-bindgen makes. */
type Glue = typeof import("explain-glue");

/** What the build puts in here; no file that is published calls the function of this name. */
declare function require(name: "explain-glue"): Glue;

/**
 * What wasm-bindgen made of the explainer's door.
 *
 * @throws `WebhookError` `WASM_UNAVAILABLE` when the platform does not run it
 */
export function glue(): Glue {
  bound ??= loading("countersign/explain", bind);
  return bound;
}

function bind(): Glue {
  // It makes a TextDecoder when it is run, and an import would run it first of all.
  const bindings = require("explain-glue");
  const imports = { "./explainer_bg.js": bindings as unknown as WebAssembly.ModuleImports };
  const { exports } = new WebAssembly.Instance(load(), imports);
  bindings.__wbg_set_wasm(exports);
  (exports as { __wbindgen_start?(): void }).__wbindgen_start?.();
  return bindings;
}
