// Two ways to a function that imports .wasm?module as the host wants it.
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const ssr = { target: "webworker", noExternal: true, resolve: { conditions: ["edge-light"] } };
const into = (outDir) => ({ ssr: "edge.mjs", outDir, ssrEmitAssets: true });
const common = { configFile: false, logLevel: "warn" };

/** Vite cannot load a module that the host compiles: this lays it beside the bundle, which imports it from there. */
const wasmModules = {
  name: "wasm-modules",
  enforce: "pre",
  resolveId(id, importer) {
    if (!id.endsWith(".wasm?module")) return;
    const fileName = basename(id, "?module");
    this.emitFile({ type: "asset", fileName, source: readFileSync(join(dirname(importer), fileName)) });
    return { id: `./${fileName}?module`, external: true };
  },
};

export const bundled = { ...common, ssr, build: into("dist/bundled"), plugins: [wasmModules] };

export const external = {
  ...common,
  ssr: { ...ssr, external: ["countersign", "countersign/explain"] },
  build: into("dist/external"),
};
