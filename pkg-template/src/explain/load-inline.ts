/// <reference path="../assets.d.ts" />
// As load-inline.ts of the core: the bytes travel inside this file.

import { decode } from "../core/base64.ts";
import base64 from "explain.wasm";

/** Compiles the explainer, on first use. */
export function load(): WebAssembly.Module {
  return new WebAssembly.Module(decode(base64));
}
