// An edge function in @edge-runtime/vm, with code generation off as on the host: WebAssembly arrives as a module that was
// compiled before. A function is an ES module, so Node needs --experimental-vm-modules.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import vm from "node:vm";

// Most apps share the library; the others lie one folder deeper.
const paths = [".", "../../../matrix"];
const { resolve } = createRequire(import.meta.url);
const { EdgeVM } = await import(resolve("@edge-runtime/vm", { paths }));
const manifest = await readFile(resolve("@edge-runtime/vm/package.json", { paths }), "utf8");

export const { version } = JSON.parse(manifest);

/** Calls the function that a built file exports, as a request for `url` would, and returns the JSON of its answer. */
export async function callEdge(file, url) {
  const { context } = new EdgeVM({ codeGeneration: { strings: false, wasm: false } });
  const imported = (specifier) => moduleOf(specifier, dirname(file), context);
  const importModuleDynamically = async (specifier) => evaluated(await imported(specifier));
  const source = await readFile(file, "utf8");
  const main = new vm.SourceTextModule(source, { context, identifier: file, importModuleDynamically });
  const { namespace } = await evaluated(main, imported);
  const response = await namespace.default(new context.Request(url));
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 2000)}`);
  return JSON.parse(text);
}

async function evaluated(module, imported) {
  await module.link(imported);
  await module.evaluate();
  return module;
}

/** What a function may import: WebAssembly that lies beside it, and the modules of Node that the host has. */
async function moduleOf(specifier, folder, context) {
  const [path] = specifier.split("?");
  const isWasm = path.endsWith(".wasm");
  const names = isWasm
    ? { default: await WebAssembly.compile(await readFile(join(folder, path))) }
    : await import(specifier);
  const module = new vm.SyntheticModule(Object.keys(names), fill, { context, identifier: specifier });
  return module;

  function fill() {
    for (const [name, value] of Object.entries(names)) module.setExport(name, value);
  }
}
