// What the packed tarball promises beside its verdicts: what is in it, what it costs, what it does not do.
// Runs in an app that the tarball is installed in, like every other row.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { EdgeVM } from "@edge-runtime/vm";
import { build } from "esbuild";

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve("countersign/package.json"));
const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const wasm = readFileSync(require.resolve("countersign/countersign.wasm"));
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
const adapters = ["express", "fastify", "fetch", "hono", "koa", "lambda", "next", "node"];
const subpaths = [...adapters, "explain", "idempotency", "samples"];
const textOf = (name) => readFileSync(join(folder, "dist", name), "utf8");

test("the tarball holds what is used, and nothing else", () => {
  const pairs = ["index", ...subpaths].flatMap((name) => ["cjs", "d.cts", "d.ts", "js"].map((end) => `${name}.${end}`));
  const entries = ["countersign.wasm", "edge.js", "explain.edge.js", "explain.wasm", ...pairs];
  const rest = ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "package.json"];
  assert.deepEqual(files.toSorted(), [...rest, ...entries.map((name) => join("dist", name))].sort());
});

test("the package depends on nothing and runs nothing when it is installed", () => {
  const kinds = ["optional", "bundle", "dev"].map((kind) => `${kind}Dependencies`);
  for (const field of ["dependencies", ...kinds, "scripts"]) assert.equal(manifest[field], undefined, field);
  const { peerDependencies: peers, peerDependenciesMeta: facts } = manifest;
  assert.deepEqual(Object.keys(peers), ["express", "fastify", "hono", "koa", "next"]);
  for (const name of Object.keys(peers)) assert.deepEqual(facts[name], { optional: true }, name);
});

test("the module that sees the secrets imports nothing, so it can reach nothing", () => {
  assert.deepEqual(WebAssembly.Module.imports(new WebAssembly.Module(wasm)), []);
});

test("the module takes at most 26 kB, compressed", () => {
  const size = gzipSync(wasm, { level: 9 }).length;
  assert.ok(size <= 26_000, `${size} bytes`);
});

test("what people import takes no more than it may, compressed", () => {
  const limits = { "index.js": 54_000, "edge.js": 18_000, "samples.js": 7_000, "explain.js": 190_000 };
  for (const [name, limit] of Object.entries(limits)) {
    const size = gzipSync(textOf(name), { level: 9 }).length;
    assert.ok(size <= limit, `${name}: ${size} bytes`);
  }
});

test("no file tells where it was built", () => {
  const [root] = process.cwd().split(join("target", "matrix"));
  const traces = [join(homedir(), "/"), "/home/", "/Users/", ".cargo/", ".rustup/", "registry/src", root];
  for (const file of files) {
    const text = readFileSync(join(folder, file), "latin1");
    for (const trace of traces) assert.ok(!text.includes(trace), `${file} contains ${trace}`);
  }
});

test("both flavours of types are the same text", () => {
  for (const name of ["index", ...subpaths]) assert.equal(textOf(`${name}.d.cts`), textOf(`${name}.d.ts`), name);
});

test("ESM and CommonJS export the same names", async () => {
  const names = ["Webhook", "WebhookError", "defineScheme", "providers"];
  const esm = Object.keys(await import("countersign"));
  for (const name of names) assert.ok(esm.includes(name), name);
  assert.deepEqual(
    Object.keys(require("countersign")).sort(),
    esm.filter((name) => !["default", "module.exports"].includes(name)).sort(),
  );
});

test("errors of every copy of the package are instances of one class, and of no subclass", async () => {
  const { Webhook, WebhookError } = await import("countersign");
  class Mine extends WebhookError {}
  const told = [];
  const { receive } = await import("countersign/fetch");
  await receive(new Webhook("agentbot", "secret"), () => {}, { onRejected: (error) => told.push(error) })(
    new Request("https://x/"),
  );
  const theirs = new (require("countersign").WebhookError)("SECRET_EMPTY");
  for (const error of [...told, theirs, new Mine("SECRET_EMPTY")]) assert.ok(error instanceof WebhookError, error.code);
  assert.deepEqual([told.length, theirs instanceof Mine, new Mine("SECRET_EMPTY") instanceof Mine], [1, false, true]);
  for (const other of [undefined, null, "WebhookError", new Error("x"), { name: "WebhookError" }])
    assert.ok(!(other instanceof WebhookError), String(other));
});

test("importing the package loads no module and leaves no trace", async () => {
  const script = `
    const before = Reflect.ownKeys(globalThis).length;
    WebAssembly.Module = WebAssembly.Instance = () => { throw new Error("loaded") };
    Promise.all([import("countersign"), import("countersign/explain"), import("countersign/samples")])
      .then(() => process.exit(Reflect.ownKeys(globalThis).length - before));`;
  await run(script);
});

test("a platform without WebAssembly gets WASM_UNAVAILABLE, never a verdict", async () => {
  for (const load of ['import("countersign")', 'Promise.resolve(require("countersign"))']) {
    await run(`${load}.then(({ Webhook }) => { ${EXPECT_UNAVAILABLE} })`, "--no-expose-wasm");
  }
});

test("bodies and headers of another realm are as good as this one's", () => {
  const { Webhook } = require("countersign");
  const webhook = new Webhook("bookbag", "secret");
  const realm = runInNewContext(
    "({ bytes: Uint8Array.of(1, 2), buffer: new ArrayBuffer(2), make: (pairs) => new Map(pairs) })",
  );
  const headers = realm.make(Object.entries(webhook.sign(Uint8Array.of(1, 2))));
  assert.equal(webhook.check(realm.bytes, headers).code, undefined);
  assert.equal(webhook.check(realm.buffer, headers).code, "SIGNATURE_MISMATCH");
});

test("an edge host that forbids compiling gets WASM_UNAVAILABLE from the inline entry", async () => {
  const bundle = await bundleOf(`import { Webhook } from "countersign"; ${EXPECT_UNAVAILABLE} globalThis.done = true;`);
  const vm = new EdgeVM({ codeGeneration: { strings: false, wasm: false } });
  vm.evaluate(bundle);
  assert.equal(vm.context.done, true);
});

test("a bundle that uses nothing of the package holds nothing of it", async () => {
  assert.equal((await bundleOf('import "countersign";')).trim(), "");
  const unused = await bundleOf('import { WebhookError } from "countersign"; console.log(WebhookError.name);');
  assert.ok(unused.length < 12_000, `${unused.length} bytes for the error class alone`);
});

// Twice, because a load that failed must not look loaded the second time.
const EXPECT_UNAVAILABLE = `
  for (const attempt of [1, 2]) {
    let code = "a Webhook";
    try { new Webhook("agentbot", "secret"); } catch (error) { code = error.code + " " + error.family; }
    if (code !== "WASM_UNAVAILABLE misuse") throw new Error("attempt " + attempt + " gave " + code);
  }`;

function run(script, ...flags) {
  return promisify(execFile)(process.execPath, [...flags, "-e", script], { cwd: process.cwd() });
}

async function bundleOf(contents) {
  const stdin = { contents, resolveDir: process.cwd() };
  const options = { bundle: true, write: false, format: "esm", minify: true, logLevel: "error" };
  return (await build({ stdin, ...options })).outputFiles[0].text;
}
