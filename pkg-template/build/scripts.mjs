// src/*.ts → target/npm/work/core.{js,cjs,edge.js,workerd.js,d.ts}: entries that differ only in how the core's bytes
// arrive, and one file of types; index.* beside them, which imports them and adds the table of providers; for each provider a
// file of its own; and for each subpath a bundle, which carries no core.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { INDEX, SUBPATHS } from "../entries.mjs";
import { wasm } from "./core.mjs";
import { explainGlue, explainWasm } from "./explain.mjs";
import { here, run, work } from "./steps.mjs";

const ENTRIES = [INDEX, ...SUBPATHS.filter(({ source }) => source !== undefined)];

/** The files of an entry: one for each module system and, where it has a module, for each way in which that arrives. */
const filesOf = ({ name, source, hasModule }) => ({
  [`${name}.js`]: { source, format: "esm" },
  [`${name}.cjs`]: { source, format: "cjs", platform: "node" },
  ...(hasModule && {
    [`${name}.edge.js`]: { source, format: "esm", conditions: ["edge"] },
    [`${name}.workerd.js`]: { source, format: "esm", conditions: ["edge"] },
  }),
});
const FILES = Object.assign({}, ...ENTRIES.map(filesOf));

/** Where each provider is imported alone: from a file of its own, whose source is generated. */
const PROVIDERS = join(here, "src/generated/providers");
const providerNames = () => readdirSync(PROVIDERS).map((file) => file.replace(/\.ts$/, ""));
export const providerFiles = () =>
  providerNames().flatMap((name) =>
    ["js", "cjs", "d.ts", "d.cts"].map((extension) => join(work, "providers", `${name}.${extension}`)),
  );

const typesOf = (name) => join(work, `${name}.d.ts`);
export const scripts = Object.keys(FILES).map((name) => join(work, name));
export const types = ENTRIES.map(({ name }) => typesOf(name));

export async function buildScripts() {
  const { build } = await import("esbuild");
  const entries = Object.entries(FILES).map(([name, { source, ...entry }]) => [
    name,
    { entryPoints: [source], outfile: join(work, name), ...entry },
  ]);
  const each = providerNames().map((name) => join(PROVIDERS, `${name}.ts`));
  const folder = { entryPoints: each, outdir: join(work, "providers") };
  entries.push(["providers.js", { ...folder, format: "esm" }]);
  entries.push(["providers.cjs", { ...folder, format: "cjs", platform: "node", outExtension: { ".js": ".cjs" } }]);
  for (const [name, entry] of entries) {
    await build({
      absWorkingDir: here,
      bundle: true,
      platform: "neutral",
      target: "es2022",
      charset: "utf8",
      // Not minified: whoever reads a stack trace, or audits what runs, finds the names of the
      // sources.
      legalComments: "none",
      alias: { "countersign.wasm": wasm, "explain.wasm": explainWasm, "explain-glue": explainGlue },
      loader: { ".wasm": "base64" },
      plugins: [withoutDocs, besides(name), compiledByTheHost(name)],
      logLevel: "warning",
      ...entry,
    });
  }
}

// The core stays outside: with both entries in one program there is one module, and one class of each name.
const besides = (name) => ({
  name: "besides",
  setup(build) {
    const core = `./core${name.slice(name.indexOf("."))}`;
    build.onResolve({ filter: /^countersign\/core$/ }, () => ({ path: core, external: true }));
  },
});

// Next.js compiles what is imported with ?module, and nothing else. Wrangler before 3.95 knows .wasm only, and every
// newer one knows both.
const compiledByTheHost = (name) => ({
  name: "compiled-by-the-host",
  setup(build) {
    const isWorkerd = name.endsWith(".workerd.js");
    build.onResolve({ filter: /\.wasm\?module$/ }, ({ path }) => ({
      path: isWorkerd ? path.replace("?module", "") : path,
      external: true,
    }));
  },
});

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

/** Entries whose types name the core's own sources; those of the others import countersign/core. */
const TYPED_ALONE = ["core", "explain"].map((name) => ENTRIES.find((entry) => entry.name === name));

export function buildTypes() {
  for (const project of ["tsconfig.json", "tsconfig.receive.json"])
    run(process.execPath, [join(here, "node_modules/typescript/bin/tsc"), "-p", project], { cwd: here });
  bundleTypes("tsconfig.json", TYPED_ALONE);
  const core = typesOf("core");
  writeFileSync(core, `${readFileSync(core, "utf8")}\n${DISPOSABLE}`);
  const standIn = layStandIn(core);
  bundleTypes(
    "tsconfig.types.json",
    ENTRIES.filter((entry) => !TYPED_ALONE.includes(entry)),
  );
  rmSync(standIn, { recursive: true });
  for (const path of types) writePrivateByKeyword(path);
  for (const name of providerNames()) writeProviderTypes(name);
}

// Compilers before 5.2 have no library with these; newer ones, and @types/node, declare the same.
const DISPOSABLE = `declare global {
	interface SymbolConstructor {
		readonly dispose: unique symbol;
	}
	interface Disposable {
		[Symbol.dispose](): void;
	}
}
`;

// A compiler with `target: es5` refuses #private, also in declarations. A private field tells classes apart as well.
function writePrivateByKeyword(path) {
  writeFileSync(path, readFileSync(path, "utf8").replace(/^\t#private;$/gm, "\tprivate readonly hidden;"));
}

// The types of a provider are one line; a bundler would need seconds for each.
function writeProviderTypes(name) {
  const source = readFileSync(join(PROVIDERS, `${name}.ts`), "utf8");
  const [, docs, constant] = /(\/\*\*[^]*?\*\/\n)export const (\w+)/.exec(source);
  const text = `import type { Scheme } from "countersign/core";\n\n${docs}export declare const ${constant}: Scheme<${JSON.stringify(name)}>;\n`;
  mkdirSync(join(work, "providers"), { recursive: true });
  for (const extension of ["d.ts", "d.cts"]) writeFileSync(join(work, "providers", `${name}.${extension}`), text);
}

// The core is imported by the types made here; sources would be copied into each of them, and a
// Webhook of the one copy is not a Webhook of the other.
function layStandIn(core) {
  const folder = join(here, "node_modules/countersign");
  mkdirSync(folder, { recursive: true });
  cpSync(core, join(folder, "core.d.ts"));
  const manifest = { name: "countersign", exports: { "./core": { types: "./core.d.ts" } } };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest)}\n`);
  return folder;
}

function bundleTypes(project, sources) {
  const config = join(work, "dts.json");
  const entries = sources.map(({ name, source }) => ({
    filePath: join(here, source),
    outFile: typesOf(name),
    noCheck: true, // an app with the frameworks installed checks them: tests/types
    output: { noBanner: true },
  }));
  writeFileSync(config, JSON.stringify({ compilationOptions: { preferredConfigPath: join(here, project) }, entries }));
  const bundler = join(here, "node_modules/dts-bundle-generator/dist/bin/dts-bundle-generator.js");
  run(process.execPath, [bundler, "--silent", "--config", config], { cwd: here });
}
