// The edge VM with code generation off, which is how an edge host runs: nothing may be compiled from bytes,
// so the package has to use the modules that the host compiled beforehand.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { EdgeVM } from "@edge-runtime/vm";
import { build } from "esbuild";
import { report } from "./shared/report.mjs";

const precompiled = {
  name: "precompiled",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.wasm\?module$/ }, ({ path }) => ({ path, namespace: "host" }));
    onLoad({ filter: /./, namespace: "host" }, ({ path }) => ({
      contents: `export default globalThis.hostModules[${JSON.stringify(basename(path, "?module"))}]`,
    }));
  },
};
const options = { bundle: true, write: false, format: "iife", conditions: ["edge-light"], plugins: [precompiled] };
const { outputFiles } = await build({ entryPoints: ["app.mjs"], ...options });

const require = createRequire(import.meta.url);
const vm = new EdgeVM({ codeGeneration: { strings: false, wasm: false } });
const dist = dirname(require.resolve("countersign/countersign.wasm"));
const compiled = async (name) => [name, await WebAssembly.compile(await readFile(join(dist, name)))];
vm.context.hostModules = Object.fromEntries(await Promise.all(["countersign.wasm", "explain.wasm"].map(compiled)));
vm.evaluate(outputFiles[0].text);
report("edge-vm", require("@edge-runtime/vm/package.json").version, "code generation off", await vm.context.found);
