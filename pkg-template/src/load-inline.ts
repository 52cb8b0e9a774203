/// <reference path="./assets.d.ts" />
// The core's bytes travel inside this file: nothing to fetch, to copy or to configure, in Node,
// Deno, Bun, browsers and every bundler.

import base64 from "countersign.wasm";

/** Compiles the core, on first use. */
export function load(): WebAssembly.Module {
  return new WebAssembly.Module(decode(base64));
}

type Bytes = Uint8Array<ArrayBuffer>;

// Three ways, the quickest first: on a cold start the last costs as much as compiling the core.
function decode(text: string): Bytes {
  const modern = Uint8Array as { fromBase64?(text: string): Bytes };
  const node = globalThis as { Buffer?: { from(text: string, encoding: "base64"): Bytes } };
  return modern.fromBase64?.(text) ?? node.Buffer?.from(text, "base64") ?? decodeByLetter(text);
}

function decodeByLetter(text: string): Bytes {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let index = 0; index < letters.length; index += 1) bytes[index] = letters.charCodeAt(index);
  return bytes;
}
