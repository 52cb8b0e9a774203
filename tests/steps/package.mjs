// The npm package: built, packed, and judged by the linters of its kind and by the compiler of its users.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { libraries, logFile, npmDir, requireLibrary, root, tests, tsc } from "../tools/paths.mjs";
import { ADAPTERS } from "../../pkg-template/frameworks.mjs";
import { installHost } from "../tools/libraries.mjs";
import { layOut } from "../runtimes/app.mjs";
import { readCorpusFiles } from "../runtimes/corpus.mjs";
import { rows } from "../runtimes/rows.mjs";
import { command } from "./command.mjs";

const template = join(root, "pkg-template");

/** Where `make pack` leaves the package. */
export function tarballPath() {
  const { version } = JSON.parse(readFileSync(join(template, "package.json"), "utf8"));
  return join(npmDir, `countersign-${version}.tgz`);
}

export async function* build() {
  yield await command("build and pack", process.execPath, [join(template, "build.mjs")], { minutes: 10 });
  if (!existsSync(tarballPath()))
    yield { name: "tarball", passed: 0, failed: 1, detail: `${tarballPath()} is missing` };
}

/** Files that are made from others stand in the tree as they would be made now. */
export async function* generated() {
  const check = (name, script) => command(name, process.execPath, [script, "--check"]);
  const vectors = join(tests, "vectors", "build.mjs");
  yield await check("vectors are as their build makes them", vectors);
  yield await command("vectors keep the rules of their format", process.execPath, [vectors, "--validate"]);
  yield vectorsFitTheirSchema();
  const explained = join(tests, "vectors", "explain", "build.mjs");
  yield await check("broken deliveries are as their build makes them", explained);
  yield await command("broken deliveries fit their schema", process.execPath, [explained, "--validate"]);
  yield await check("generated sources are fresh", join(template, "generate.mjs"));
  yield await check("sentences are those of the snapshot", join(tests, "sentences.mjs"));
  yield hostsAreTold();
}

/** The table of hosts in the README names each release that a row installs: a row of another one has to be told there. */
function hostsAreTold() {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const [, table] = /## Where it runs\n([^]*?)\n## /.exec(readme);
  const { devDependencies: shared } = JSON.parse(readFileSync(join(tests, "package.json"), "utf8"));
  const installed = rows.map(({ app, libraries: own }) => {
    const folder = join(tests, "runtimes", app, own ?? "");
    const { devDependencies } = own ? JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) : {};
    return { ...shared, ...devDependencies }[HOSTS[app]];
  });
  const told = installed.filter((version) => version !== undefined);
  const missing = [...new Set(told)].filter((version) => !table.includes(version));
  return { name: "README names the hosts", passed: told.length, failed: missing.length, detail: missing.join("\n") };
}

/** The library whose releases the rows of an app differ in. */
const HOSTS = {
  workerd: "wrangler",
  nitro: "nitropack",
  nuxt: "nuxt",
  jest: "jest",
  vitest: "vitest",
  next: "next",
  opennext: "next",
  express: "express",
  "vite-ssr": "vite",
  "vite-edge": "vite",
  vite: "vite",
  webpack: "webpack",
};

function vectorsFitTheirSchema() {
  const Ajv = requireLibrary("ajv/dist/2020.js").default;
  const schema = JSON.parse(readFileSync(join(tests, "vectors", "schema.json"), "utf8"));
  const validate = new Ajv({ allErrors: true }).compile(schema);
  const files = readCorpusFiles();
  const problems = files.flatMap(({ name, data }) =>
    validate(data) ? [] : [`${name}: ${inWords(validate.errors[0])}`],
  );
  const passed = files.length - problems.length;
  return { name: "vectors fit their schema", passed, failed: problems.length, detail: problems.join("\n") };
}

const inWords = ({ instancePath, message }) => `${instancePath} ${message}`;

const bin = (name) => join(libraries, ".bin", name);

export async function* lint() {
  yield await command("publint --strict", bin("publint"), ["--strict", join(npmDir, "package")]);
  // The module's own subpath is no JavaScript, so there are no types to find for it.
  yield await command("attw", bin("attw"), [tarballPath(), "--exclude-entrypoints", "countersign.wasm"]);
}

/** A new provider is one file: in a copy of the project, which is built and used. */
export async function* provider() {
  const script = join(tests, "provider", "main.mjs");
  yield await command("a provider is one file", process.execPath, [script], { minutes: 20 });
}

/** A new adapter is tried wherever the others are. */
function everyAdapterIsTried() {
  const places = ["receivers/types/adapters.ts", "receivers/tarball/urls.test.mjs"];
  const missing = places.flatMap((place) => {
    const text = readFileSync(join(tests, place), "utf8");
    return ADAPTERS.filter((name) => !text.includes(`"countersign/${name}"`)).map((name) => `${place}: no ${name}`);
  });
  const passed = places.length * ADAPTERS.length - missing.length;
  return { name: "every adapter is tried", passed, failed: missing.length, detail: missing.join("\n") };
}

/** The types as users see them: with a browser's library, with nothing but the language, and as they were reviewed. */
export async function* types() {
  const project = (name) => ["--project", join(tests, "types", name)];
  yield await command("types", tsc, project("tsconfig.json"));
  yield await command("types without the DOM", tsc, project("tsconfig.bare.json"));
  yield everyAdapterIsTried();
  yield* receiverTypes();
  yield* olderCompilers();
  const script = join(tests, "interface", "main.mjs");
  yield await command("public types are those of the report", process.execPath, [script, "npm", "--check"]);
}

/** The types of the subpaths, beside the frameworks that they are for: as a bundler, CommonJS and an ES module see them. */
async function* receiverTypes() {
  const cwd = await layOut("types", { "receivers/types": "." }, { tarball: tarballPath(), log: logFile("types-app") });
  writeFileSync(join(cwd, "every.ts"), ADAPTERS.map(callOf).join(""));
  const compile = (how, project) => command(`types of receivers, ${how}`, tsc, ["--project", join(cwd, project)]);
  yield await compile("bundler", "tsconfig.json");
  yield await compile("CommonJS", "tsconfig.node16.json");
  const manifest = JSON.parse(readFileSync(join(cwd, "package.json"), "utf8"));
  writeFileSync(join(cwd, "package.json"), JSON.stringify({ ...manifest, type: "module" }));
  yield await compile("ES module", "tsconfig.node16.json");
}

/** Each compiler with a way to look up modules that its users have; TypeScript 7 knows no es5. */
const COMPILERS = [
  ["typescript4.9", "--target es5 --module commonjs --moduleResolution node"],
  ["typescript5.0", "--target es5 --module esnext --moduleResolution bundler"],
  ["typescript5.9", "--target es5 --module node16 --moduleResolution node16"],
  ["typescript6.0", "--target es5 --module esnext --moduleResolution bundler --ignoreDeprecations 6.0"],
  ["typescript7.0", "--target es2015 --module node16 --moduleResolution node16"],
];

/** The declarations for users of every compiler since 4.9, checked as a library of their own would be. */
async function* olderCompilers() {
  const home = await installHost("types/compilers");
  const log = logFile("types-compilers");
  const cwd = await layOut("app", { "types/compilers/app": "." }, { tarball: tarballPath(), log, home });
  for (const [name, options] of COMPILERS) {
    const compiler = join(home, "node_modules", name, "bin", "tsc");
    const args = `--noEmit --strict --lib es2015,dom,dom.iterable ${options} every.ts`;
    yield await command(`declarations, ${name}`, process.execPath, [compiler, ...args.split(" ")], { cwd });
  }
}

/** One call of an adapter, whose handler is given a delivery of a provider with typed events. */
const callOf = (name, index) => `
import { receive as receive${index} } from "countersign/${name}";
void receive${index}({} as import("countersign").Webhook<"agentbot">, { on: { "message.created": ({ payload }) => payload.data.body } });
`;
