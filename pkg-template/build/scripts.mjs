// src/*.ts → target/npm/work/{index.js,index.cjs,edge.js,index.d.ts}: three entries that differ
// only in how the core's bytes arrive, and one file of types.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { wasm } from "./core.mjs";
import { here, run, work } from "./steps.mjs";

/** The entries by file name. */
const ENTRIES = {
  "index.js": { format: "esm" },
  "index.cjs": { format: "cjs", platform: "node" },
  "edge.js": { format: "esm", conditions: ["edge"] },
};

export const scripts = Object.keys(ENTRIES).map((name) => join(work, name));
export const types = join(work, "index.d.ts");

export async function buildScripts() {
  const { build } = await import("esbuild");
  for (const [name, entry] of Object.entries(ENTRIES)) {
    await build({
      absWorkingDir: here,
      entryPoints: ["src/index.ts"],
      outfile: join(work, name),
      bundle: true,
      platform: "neutral",
      target: "es2022",
      charset: "utf8",
      // Not minified: whoever reads a stack trace, or audits what runs, finds the names of the
      // sources.
      legalComments: "none",
      alias: { "countersign.wasm": wasm },
      loader: { ".wasm": "base64" },
      external: ["./countersign.wasm?module"],
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
  run(process.execPath, [join(here, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.json"], { cwd: here });
  const bundler = join(here, "node_modules/dts-bundle-generator/dist/bin/dts-bundle-generator.js");
  const options = ["--silent", "--no-banner", "--project", "tsconfig.json", "-o", types];
  run(process.execPath, [bundler, ...options, "src/index.ts"], { cwd: here });
  // `Disposable` and `Symbol.dispose` are not in the default library of older compilers.
  writeFileSync(types, `/// <reference lib="esnext.disposable" />\n${readFileSync(types, "utf8")}`);
}
