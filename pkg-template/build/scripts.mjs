// src/*.ts → target/npm/work/{index.js,index.cjs,edge.js,index.d.ts}: three entries that differ
// only in how the core's bytes arrive, and one file of types; and for each subpath a bundle of its
// own, which carries no core.

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { wasm } from "./core.mjs";
import { labGlue, labWasm } from "./lab.mjs";
import { here, run, work } from "./steps.mjs";

/** What is imported as countersign/NAME, and its source. */
const SUBPATHS = {
  express: "src/receive/express.ts",
  fastify: "src/receive/fastify.ts",
  fetch: "src/receive/fetch.ts",
  hono: "src/receive/hono.ts",
  idempotency: "src/idempotency/index.ts",
  koa: "src/receive/koa.ts",
  lambda: "src/receive/lambda.ts",
  next: "src/receive/next.ts",
  node: "src/receive/node.ts",
  samples: "src/samples/index.ts",
};
export const subpaths = Object.keys(SUBPATHS);

/** A subpath with a module of its own, which arrives as the core does. */
const EXPLAIN = "src/explain/index.ts";

/** The entries by file name. */
const ENTRIES = {
  "index.js": { source: "src/index.ts", format: "esm" },
  "index.cjs": { source: "src/index.ts", format: "cjs", platform: "node" },
  "edge.js": { source: "src/index.ts", format: "esm", conditions: ["edge"] },
  "explain.js": { source: EXPLAIN, format: "esm" },
  "explain.cjs": { source: EXPLAIN, format: "cjs", platform: "node" },
  "explain.edge.js": { source: EXPLAIN, format: "esm", conditions: ["edge"] },
  ...Object.fromEntries(
    Object.entries(SUBPATHS).flatMap(([name, source]) => [
      [`${name}.js`, { source, format: "esm" }],
      [`${name}.cjs`, { source, format: "cjs", platform: "node" }],
    ]),
  ),
};

export const scripts = Object.keys(ENTRIES).map((name) => join(work, name));
export const types = ["index", "explain", ...subpaths].map((name) => join(work, `${name}.d.ts`));

export async function buildScripts() {
  const { build } = await import("esbuild");
  for (const [name, { source, ...entry }] of Object.entries(ENTRIES)) {
    await build({
      absWorkingDir: here,
      entryPoints: [source],
      outfile: join(work, name),
      bundle: true,
      platform: "neutral",
      target: "es2022",
      charset: "utf8",
      // Not minified: whoever reads a stack trace, or audits what runs, finds the names of the
      // sources.
      legalComments: "none",
      alias: { "countersign.wasm": wasm, "explain.wasm": labWasm, "explain-glue": labGlue },
      loader: { ".wasm": "base64" },
      external: ["./countersign.wasm?module", "./explain.wasm?module"],
      plugins: [withoutDocs],
      logLevel: "warning",
      ...entry,
    });
  }
}

// The docs of the API travel with its types; esbuild would keep those inside classes a second and a
// third time.
const withoutDocs = {
  name: "without-docs",
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/^[ \t]*\/\*\*[^]*?\*\/\n/gm, ""),
      loader: "ts",
    }));
  },
};

export function buildTypes() {
  for (const project of ["tsconfig.json", "tsconfig.receive.json"])
    run(process.execPath, [join(here, "node_modules/typescript/bin/tsc"), "-p", project], { cwd: here });
  bundleTypes("tsconfig.json", { index: "src/index.ts", explain: EXPLAIN });
  const [index] = types;
  // `Disposable` and `Symbol.dispose` are not in the default library of older compilers.
  writeFileSync(index, `/// <reference lib="esnext.disposable" />\n${readFileSync(index, "utf8")}`);
  const standIn = layStandIn(index);
  bundleTypes("tsconfig.types.json", SUBPATHS);
  rmSync(standIn, { recursive: true });
}

// A library is imported by the types made here; sources would be copied into each of them, and a
// Webhook of the one copy is no Webhook of the other.
function layStandIn(index) {
  const folder = join(here, "node_modules/countersign");
  mkdirSync(folder, { recursive: true });
  cpSync(index, join(folder, "index.d.ts"));
  writeFileSync(join(folder, "package.json"), '{ "name": "countersign", "types": "index.d.ts" }\n');
  return folder;
}

function bundleTypes(project, sources) {
  const config = join(work, "dts.json");
  const entries = Object.entries(sources).map(([name, source]) => ({
    filePath: join(here, source),
    outFile: join(work, `${name}.d.ts`),
    noCheck: true, // an app with the frameworks installed checks them: tests/types
    output: { noBanner: true },
  }));
  writeFileSync(config, JSON.stringify({ compilationOptions: { preferredConfigPath: join(here, project) }, entries }));
  const bundler = join(here, "node_modules/dts-bundle-generator/dist/bin/dts-bundle-generator.js");
  run(process.execPath, [bundler, "--silent", "--config", config], { cwd: here });
}
