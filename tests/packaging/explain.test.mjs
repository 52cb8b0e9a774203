// What the tarball promises of countersign/explain and countersign/samples: that the package verifies without them, and
// what the explainer's module can reach.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { EdgeVM } from "@edge-runtime/vm";
import { bundleOf, run } from "./kit.mjs";

const require = createRequire(import.meta.url);
const dist = join(dirname(require.resolve("countersign/package.json")), "dist");
const scripts = readdirSync(dist, { recursive: true }).filter((name) => /\.c?js$/.test(name));
const bytesOf = (name) => readFileSync(join(dist, name));

// The glue that the explainer's module imports, each function by name and as often as it is there. No clock, no
// randomness, no console, no network.
const GLUE = [
  // The engine's own JSON.
  ...["parse", "stringify"],
  // What is asked, field by field.
  ...["scheme", "tolerance", "past", "future", "maxEventAgeSeconds", "now", "showContent"],
  ...["secrets", "bytes", "kind", "label"],
  ...["headers", "name", "value", "string_get"],
  // What is answered: objects, arrays, bytes; numbers and texts; an error.
  ...["new", "new", "new_from_slice", "set", "set", "set", "generic", "generic", "generic", "generic"],
  ...["Error", "throw", "init_externref_table"],
];

test("the explainer's module imports the glue to read and build values, and nothing else", () => {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytesOf("explain.wasm")));
  assert.deepEqual([...new Set(imports.map(({ module }) => module))], ["./explainer_bg.js"]);
  // Before each stands who declares it, and behind it a hash.
  const names = imports.map(({ name }) => name.replace(/^(__wbg_)?(__wbindgen_)?/, "").replace(/_[0-9a-f]{16}$/, ""));
  assert.deepEqual(names.sort(), GLUE.toSorted());
});

test("the module that verifies holds nothing of the explainer", () => {
  const [verifies, explains] = ["countersign.wasm", "explain.wasm"].map(bytesOf);
  for (const trace of ["BODY_RESTRINGIFIED", "SECRET_BLANKS", "HEADER_NAME"]) {
    assert.ok(!verifies.includes(trace), trace);
    assert.ok(explains.includes(trace), trace);
  }
});

test("no file imports another, but countersign the core, and an edge entry the module that it loads", () => {
  const imported = /^(?:import|export) [^;]*?"([^"]+)";$|^\} from "([^"]+)";$|\b(?:require|import)\("([^"]+)"\)/gm;
  const found = scripts.flatMap((name) =>
    [...`${bytesOf(name)}`.matchAll(imported)].map(([, ...from]) => `${name} ${from.find(Boolean)}`),
  );
  assert.deepEqual([...new Set(found)].sort(), [
    "core.edge.js ./countersign.wasm?module",
    "core.workerd.js ./countersign.wasm",
    "explain.edge.js ./explain.wasm?module",
    "explain.workerd.js ./explain.wasm",
    ...["cjs", "edge.js", "js", "workerd.js"].map((end) => `index.${end} ./core.${end}`),
  ]);
});

test("only the explainer's own files speak of it, and samples load no module", () => {
  const traces = ["BODY_RESTRINGIFIED", "explainer_bg", "__wbindgen", "src/explain/", "src/samples/"];
  const told = (name) => traces.filter((trace) => bytesOf(name).includes(trace));
  for (const name of scripts.filter((name) => !/^(explain|samples)\./.test(name)))
    assert.deepEqual(told(name), [], name);
  for (const name of ["samples.js", "samples.cjs"]) {
    assert.deepEqual(told(name), ["src/samples/"], name);
    assert.ok(!bytesOf(name).includes("WebAssembly"), name);
  }
});

test("ESM and CommonJS export the same names", async () => {
  for (const [subpath, names] of [
    ["explain", ["explain", "findings"]],
    ["samples", ["samples"]],
  ]) {
    const esm = Object.keys(await import(`countersign/${subpath}`)).filter((name) => !/^(default|module)/.test(name));
    assert.deepEqual([esm.sort(), Object.keys(require(`countersign/${subpath}`)).sort()], [names, names]);
  }
});

test("a platform without WebAssembly gets WASM_UNAVAILABLE from the explainer, and samples none the less", async () => {
  for (const load of ["(name) => import(name)", "async (name) => require(name)"]) {
    const script = `(async (load) => {
      const { explain } = await load("countersign/explain");
      ${EXPECT_UNAVAILABLE}
      const { samples } = await load("countersign/samples");
      if (samples.agentbot["message.created"].event !== "message.created") throw new Error("no samples");
    })(${load})`;
    await run(script, "--no-expose-wasm");
  }
});

test("an edge host that forbids compiling gets WASM_UNAVAILABLE from the inline explainer", async () => {
  const bundle = await bundleOf(
    `import { explain } from "countersign/explain"; ${EXPECT_UNAVAILABLE} globalThis.done = true;`,
  );
  const vm = new EdgeVM({ codeGeneration: { strings: false, wasm: false } });
  vm.evaluate(bundle);
  assert.equal(vm.context.done, true);
});

test("a bundle that uses neither holds nothing of either", async () => {
  const unused = 'import { explain } from "countersign/explain"; import { samples } from "countersign/samples";';
  assert.equal((await bundleOf(unused)).trim(), "");
});

// Twice, because a load that failed must not look loaded the second time.
const EXPECT_UNAVAILABLE = `
  for (const attempt of [1, 2]) {
    let code = "an explanation";
    try { explain({ scheme: "bookbag", secret: "s", body: "{}", headers: {} }); }
    catch (error) { code = error.code + " " + error.family; }
    if (code !== "WASM_UNAVAILABLE misuse") throw new Error("attempt " + attempt + " gave " + code);
  }`;
