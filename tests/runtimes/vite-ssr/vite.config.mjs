// Vite cannot load a module that the host compiles, so the package is left to wrangler, which can: by `external`.
export default {
  ssr: {
    target: "webworker",
    noExternal: true,
    external: ["countersign", "countersign/explain"],
    resolve: { conditions: ["workerd"] },
  },
  build: { ssr: "worker.mjs", outDir: "dist" },
};
