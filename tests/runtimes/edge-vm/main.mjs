// The edge VM with code generation off, which is how an edge host runs: nothing may be compiled from bytes,
// so the package has to use the module that the host compiled beforehand.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { EdgeVM } from "@edge-runtime/vm";
import { build } from "esbuild";
import { report } from "./shared/report.mjs";

const precompiled = {
  name: "precompiled",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.wasm\?module$/ }, ({ path }) => ({ path, namespace: "host" }));
    onLoad({ filter: /./, namespace: "host" }, () => ({ contents: "export default globalThis.hostModule" }));
  },
};
const options = { bundle: true, write: false, format: "iife", conditions: ["edge-light"], plugins: [precompiled] };
const { outputFiles } = await build({ entryPoints: ["app.mjs"], ...options });

const require = createRequire(import.meta.url);
const vm = new EdgeVM({ codeGeneration: { strings: false, wasm: false } });
vm.context.hostModule = await WebAssembly.compile(await readFile(require.resolve("countersign/countersign.wasm")));
vm.evaluate(outputFiles[0].text);
report("edge-vm", require("@edge-runtime/vm/package.json").version, "code generation off", await vm.context.found);
