// Wasm: the explainer, compiled and bound on first use.

import * as bindings from "explain-glue";
import { load } from "#load-explain";
import { refuse, WASM_UNAVAILABLE } from "../refusal/sentences.ts";

let isBound = false;

/**
 * What wasm-bindgen made of the explainer's door.
 *
 * @throws `WebhookError` `WASM_UNAVAILABLE` when the platform does not run it
 */
export function glue(): typeof bindings {
  if (isBound) return bindings;
  try {
    const imports = { "./explainer_bg.js": bindings as unknown as WebAssembly.ModuleImports };
    const { exports } = new WebAssembly.Instance(load(), imports);
    bindings.__wbg_set_wasm(exports);
    (exports as { __wbindgen_start?(): void }).__wbindgen_start?.();
  } catch (cause) {
    throw refuse(WASM_UNAVAILABLE, { module: "countersign/explain" }, { cause });
  }
  isBound = true;
  return bindings;
}
