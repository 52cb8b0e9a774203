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
