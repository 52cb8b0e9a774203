// What build.mjs makes of the compiled core: its bytes in base64, or a file that the platform
// compiles.

declare module "countersign.wasm" {
  const base64: string;
  export default base64;
}

declare module "*.wasm?module" {
  const module: WebAssembly.Module;
  export default module;
}

declare module "explain.wasm" {
  const base64: string;
  export default base64;
}

// What wasm-bindgen writes for the explainer; the loader is ours.
declare module "explain-glue" {
  export function __wbg_set_wasm(exports: WebAssembly.Exports): void;
  export function explain(question: unknown, body: Uint8Array): unknown;
}
