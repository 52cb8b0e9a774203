/// <reference path="../assets.d.ts" />
// The core's bytes travel inside this file: nothing to fetch, to copy or to configure, in Node,
// Deno, Bun, browsers and every bundler.

import { decode } from "./base64.ts";
import base64 from "countersign.wasm";

/** Compiles the core, on first use. */
export function load(): WebAssembly.Module {
  return new WebAssembly.Module(decode(base64));
}
