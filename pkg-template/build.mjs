// Rust core + src/*.ts → target/npm/package/ (what npm publishes), target/npm/countersign-<version>.tgz, and beside it
// countersign-<version>.cdx.json, the list of what is in it.
//
//   node build.mjs            builds what is stale; when nothing is, that takes a moment
//   node build.mjs --force    builds everything
//   node build.mjs --quiet    does not list what there is in the end

import { mkdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { buildCore, wasm } from "./build/core.mjs";
import { buildExplainer, explainGlue, explainWasm } from "./build/explain.mjs";
import { checkVersion, contents, folder, pack, tarball } from "./build/package.mjs";
import { buildScripts, buildTypes, scripts, types } from "./build/scripts.mjs";
import { sbom, writeSbom } from "./build/sbom.mjs";
import { ask, here, root, run, step, work } from "./build/steps.mjs";

const RUST = ["Cargo.toml", "Cargo.lock", "src/*.rs"];
const ENTRIES = ["frameworks.mjs", "entries.mjs"].map((name) => `pkg-template/${name}`);
const PROVIDERS = ["src/*.toml", "src/providers/provider.schema.json", "pkg-template/scheme.schema.json"];
const GENERATOR = ["pkg-template/catalogue.rs", "pkg-template/generate.mjs", "pkg-template/build"];
const VECTORS = [...PROVIDERS, "tests/vectors"];
const GUIDES = ["README.md", "codes.md", "explain.md", "providers", "findings"].map((name) => `examples/${name}`);
const TOLD = ["tests/sentences.json", "tests/portable/traps/table.mjs", ...GUIDES];
const READMES = ["pkg-template/README.md", "README.md"];
const TABLES = [...RUST, ...ENTRIES, ...VECTORS, ...GENERATOR, ...TOLD, "pkg-template/src/generated", ...READMES];
const CONFIGS = ["tsconfig.json", "tsconfig.receive.json", "tsconfig.types.json", "package-lock.json"];
const SOURCES = ["pkg-template/src", ...CONFIGS.map((name) => `pkg-template/${name}`)];
const MANIFEST = "pkg-template/package.json";
const fromRoot = (path) => relative(root, path);

async function build() {
  checkVersion();
  const compiler = `=${ask("rustc", ["-vV"])}`;
  mkdirSync(work, { recursive: true });
  await step("tools", ["pkg-template/package-lock.json"], [join(here, "node_modules/esbuild")], () =>
    run("npm", ["ci", "--no-audit", "--no-fund", "--silent"], { cwd: here }),
  );
  // It needs these tools, and cannot be loaded before.
  const { generate, generateEntries, generateProviders } = await import("./generate.mjs");
  generateEntries(); // the core is compiled from one of them
  // First: here a mistake in a file is told with its key.
  await step("providers", [...PROVIDERS, ...GENERATOR, "src/providers/table.rs"], [], () => generateProviders());
  await step("vectors", VECTORS, [], () => {
    for (const kind of ["vectors", "vectors/explain"]) run(process.execPath, [`tests/${kind}/build.mjs`]);
  });
  await step("core", [...RUST, "pkg-template/build/core.mjs", compiler], [wasm], buildCore);
  await step(
    "explainer",
    [...RUST, "pkg-template/build/core.mjs", "pkg-template/build/explain.mjs", compiler],
    [explainWasm, explainGlue],
    buildExplainer,
  );
  await step("tables", TABLES, [], () => generate());
  await step("types", [...SOURCES, ...ENTRIES, "pkg-template/build/scripts.mjs"], types, buildTypes);
  await step(
    "scripts",
    [...SOURCES, ...ENTRIES, MANIFEST, "pkg-template/build/scripts.mjs", fromRoot(wasm), fromRoot(explainWasm)],
    scripts,
    buildScripts,
  );
  await step("package", [...Object.values(contents()).map(fromRoot), MANIFEST], [folder, tarball], pack);
  const listed = ["Cargo.toml", "Cargo.lock", MANIFEST, "pkg-template/build/sbom.mjs", fromRoot(tarball), compiler];
  await step("sbom", listed, [sbom], writeSbom);
}

function report() {
  for (const name of Object.keys(contents()).filter((name) => name.startsWith("dist/"))) {
    const bytes = readFileSync(join(folder, name));
    console.log(
      `${name.padEnd(24)}${String(bytes.length).padStart(8)} B${String(gzipSync(bytes).length).padStart(8)} B gzip`,
    );
  }
  for (const path of [tarball, sbom]) console.log(`${fromRoot(path)}  ${statSync(path).size} B`);
}

try {
  await build();
  if (!process.argv.includes("--quiet")) report();
} catch (error) {
  console.error(`countersign: ${error.message}`);
  process.exitCode = 1;
}
