// Nitro loads .wasm when it is told to. For Vercel it would compile it from bytes at the edge, which is forbidden there:
// `esmImport` leaves it a file of its own.
const FOR = { "vercel-edge": { lazy: false, esmImport: true } };

export default {
  compatibilityDate: "2025-06-01",
  experimental: { wasm: true },
  wasm: FOR[process.env.NITRO_PRESET],
};
