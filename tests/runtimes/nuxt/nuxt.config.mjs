// A Worker needs WebAssembly as a file of its own; the Node server takes the package as it is.
const isWorker = process.env.NITRO_PRESET === "cloudflare-module";

export default { compatibilityDate: "2026-08-01", telemetry: false, nitro: { experimental: { wasm: isWorker } } };
