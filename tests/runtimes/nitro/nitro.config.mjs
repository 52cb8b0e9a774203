// Nitro loads .wasm when it is told to.
export default { compatibilityDate: "2025-06-01", preset: "cloudflare-module", experimental: { wasm: true } };
