// What the packed tarball promises beside its verdicts: what is in it, what it costs, what it does not hold.
// Runs in an app that the tarball is installed in, like every other row.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { FILES, SUBPATHS } from "./entries.mjs";
import { ADAPTERS, FRAMEWORKS } from "./frameworks.mjs";
import { alone, TRACES } from "./kit.mjs";

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve("countersign/package.json"));
const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const wasm = readFileSync(require.resolve("countersign/countersign.wasm"));
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
const subpaths = [...SUBPATHS.map(({ name }) => name).filter((name) => name !== "providers/*"), ...alone];
const withModule = ["index", ...SUBPATHS.filter(({ hasModule }) => hasModule).map(({ name }) => name)];
const textOf = (name) => readFileSync(join(folder, "dist", name), "utf8");

test("the tarball holds what is used, and nothing else", () => {
  const pairs = ["index", ...subpaths].flatMap((name) => ["cjs", "d.cts", "d.ts", "js"].map((end) => `${name}.${end}`));
  const edge = withModule.flatMap((name) => [`${name}.edge.js`, `${name}.workerd.js`]);
  const entries = ["countersign.wasm", "explain.wasm", ...edge, ...pairs];
  const rest = ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "package.json", "scheme.schema.json"];
  assert.deepEqual(files.toSorted(), [...rest, ...entries.map((name) => join("dist", name))].sort());
});

test("every subpath that is promised is exported, and nothing else can be imported", async () => {
  const names = [...SUBPATHS.map(({ name }) => name), ...Object.keys(FILES)].map((name) => `./${name}`);
  assert.deepEqual(Object.keys(manifest.exports), [".", ...names]);
  for (const subpath of subpaths) {
    await import(`countersign/${subpath}`);
    require(`countersign/${subpath}`);
  }
  for (const subpath of ["dist/core.js", "providers", "providers/nobody", "edge", "src/core.ts"])
    await assert.rejects(import(`countersign/${subpath}`), /ERR_(PACKAGE_PATH_NOT_EXPORTED|MODULE_NOT_FOUND)/, subpath);
});

test("an edge host gets the entries whose module it compiles itself", () => {
  for (const [condition, host] of [
    ["workerd", "workerd"],
    ["edge-light", "edge"],
    ["unwasm", "edge"], // Nitro, which looks for workerd next
  ]) {
    assert.equal(manifest.exports["."][condition].default, `./dist/index.${host}.js`);
    for (const name of withModule.slice(1))
      assert.equal(manifest.exports[`./${name}`][condition].default, `./dist/${name}.${host}.js`);
    assert.ok(textOf(`index.${host}.js`).includes(`from "./core.${host}.js"`), host);
    for (const name of withModule) assert.ok(!textOf(`${name}.${host}.js`).includes("AGFzbQ"), name);
  }
});

test("the module stands once in the package beside its own file: in the core, and nowhere else inline", () => {
  const inline = Buffer.from(wasm).toString("base64").slice(0, 1000);
  const holds = files.filter(
    (name) => /\.c?js$/.test(name) && readFileSync(join(folder, name), "utf8").includes(inline),
  );
  assert.deepEqual(holds.sort(), [join("dist", "core.cjs"), join("dist", "core.js")]);
  for (const name of ["explain.js", "explain.cjs"]) {
    const modules = textOf(name).match(/AGFzbQ/g);
    assert.equal(modules?.length, 1, `${name} holds one module, which is its own`);
    assert.ok(!textOf(name).includes(inline), `${name}: not the one that verifies`);
  }
});

test("the core holds no table of providers", () => {
  for (const name of ["core.js", "core.cjs", "core.edge.js", "core.workerd.js", "countersign.wasm"]) {
    const text = readFileSync(join(folder, "dist", name), "latin1");
    for (const [provider, header] of Object.entries(TRACES)) assert.ok(!text.includes(header), `${name}: ${provider}`);
  }
  for (const [provider, header] of Object.entries(TRACES)) {
    assert.ok(textOf("index.js").includes(header), `the traces are those of ${provider}`);
    for (const end of ["js", "cjs"]) {
      const text = textOf(`providers/${provider}.${end}`);
      const others = Object.entries(TRACES).filter(([name, trace]) => name !== provider && text.includes(trace));
      assert.deepEqual([text.includes(header), others], [true, []], provider);
    }
  }
});

test("no scheme is written as text, neither in a script nor in the types", () => {
  const line =
    /(^|["'`]|\\n)[ *]*(mac|headers?|format|encoding|content|timestamp|tolerance|require|hint): (sha\d|[A-Z{]|x-|hex|base64|pairs|value|tokens|field|none|\d)[^,"]*(\\n|$)/m;
  assert.match('"mac: sha256\\nheader: X-Acme\\n"', line);
  assert.match("name: acme\nmac: sha256\nheader: X-Acme-Signature\n", line);
  for (const file of files.filter((name) => name.startsWith("dist") && /\.(c?js|c?ts)$/.test(name))) {
    const found = line.exec(readFileSync(join(folder, file), "utf8").replace(/"[\w+/=]{2000,}"/g, ""));
    assert.equal(found, null, `${file}: ${found?.[0]}`);
  }
  for (const [name, text] of [
    ["countersign.wasm", wasm.toString("latin1")],
    ["explain.wasm", readFileSync(join(folder, "dist", "explain.wasm"), "latin1")],
  ])
    assert.ok(!/mac: sha\d|\nheader: |\ncontent: /.test(text), name);
});

test("the JSON schema of schemes is at hand, and calls itself one", async () => {
  const schema = JSON.parse(readFileSync(require.resolve("countersign/scheme.schema.json"), "utf8"));
  assert.equal(schema.$schema, "https://json-schema.org/draft/2020-12/schema");
  assert.deepEqual(schema.required, ["name", "algorithm", "signature"]);
});

test("the package depends on nothing and runs nothing when it is installed", () => {
  const kinds = ["optional", "bundle", "dev"].map((kind) => `${kind}Dependencies`);
  for (const field of ["dependencies", ...kinds, "scripts"]) assert.equal(manifest[field], undefined, field);
  const { peerDependencies: peers, peerDependenciesMeta: facts } = manifest;
  assert.deepEqual(peers, Object.assign({}, ...FRAMEWORKS.map(({ peer }) => peer)));
  for (const name of Object.keys(peers)) assert.deepEqual(facts[name], { optional: true }, name);
});

test("the module that sees the secrets imports nothing, so it can reach nothing", () => {
  assert.deepEqual(WebAssembly.Module.imports(new WebAssembly.Module(wasm)), []);
});

test("the module takes at most 29 kB, compressed", () => {
  const size = gzipSync(wasm, { level: 9 }).length;
  assert.ok(size <= 29_000, `${size} bytes`);
});

test("what people import takes no more than it may, compressed", () => {
  const limits = { "core.js": 60_000, "core.edge.js": 20_500, "index.js": 10_000, "index.edge.js": 10_000 };
  Object.assign(limits, { "samples.js": 10_000, "explain.js": 190_000 });
  for (const name of alone) limits[`${name}.js`] = 1000;
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

test("the types of every entry but the core take its classes from the core", () => {
  for (const name of ["index", ...ADAPTERS, ...alone]) {
    assert.match(textOf(`${name}.d.ts`), /from ["']countersign\/core["']/, name);
    assert.doesNotMatch(textOf(`${name}.d.ts`), /declare class WebhookError/, name);
  }
  assert.match(textOf("core.d.ts"), /declare class WebhookError/);
});
