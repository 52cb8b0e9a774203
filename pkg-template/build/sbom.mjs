// cargo's graph + Cargo.lock + the tarball → target/npm/countersign-<version>.cdx.json: what the package is made of,
// module by module, in CycloneDX. It holds no date and no random number, so the same package has the same list.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { TARGET, wasm } from "./core.mjs";
import { explainWasm } from "./explain.mjs";
import { manifest, tarball } from "./package.mjs";
import { ask, root } from "./steps.mjs";

/** Beside the tarball and not inside it, for it tells the tarball's hash. */
export const sbom = tarball.replace(/\.tgz$/, ".cdx.json");

export async function writeSbom() {
  // After the step that installs it.
  const library = await import("@cyclonedx/cyclonedx-library");
  const text = await valid(library, textOf(library));
  writeFileSync(sbom, `${text}\n`);
}

/** A list that does not fit the schema ends the build. */
async function valid({ Spec, Validation }, text) {
  const problems = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text);
  if (problems === null) return text;
  throw new Error(`the SBOM does not fit the schema of CycloneDX: ${JSON.stringify(problems[0])}`);
}

function textOf(library) {
  const { Models, Serialize, Spec } = library;
  const modules = [moduleComponent(library, wasm, "wasm"), moduleComponent(library, explainWasm, "explain-wasm")];
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: packageComponent(library, modules) }) });
  for (const component of [...crateComponents(library, modules), standardLibrary(library, modules)])
    bom.components.add(component);
  const normalizers = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return new Serialize.JsonSerializer(normalizers).serialize(bom, { sortLists: true, space: 2 });
}

function packageComponent({ Enums, Models }, modules) {
  const { name, version, description, license } = manifest;
  const component = new Models.Component(Enums.ComponentType.Library, name, { version, description });
  component.purl = component.bomRef.value = `pkg:npm/${name}@${version}`;
  component.licenses.add(new Models.LicenseExpression(license));
  component.hashes.set("SHA-512", digest("sha512", tarball));
  for (const { file } of modules) {
    component.components.add(file);
    component.dependencies.add(file.bomRef);
  }
  return component;
}

/** A module of the package, with the crates of the core and of the feature that it is compiled with. */
function moduleComponent({ Enums, Models }, path, feature) {
  const file = new Models.Component(Enums.ComponentType.File, `dist/${basename(path)}`, { bomRef: basename(path) });
  file.hashes.set("SHA-256", digest("sha256", path));
  return { file, graph: readGraph("--features", feature) };
}

const digest = (algorithm, path) => createHash(algorithm).update(readFileSync(path)).digest("hex");

// Parts of it are linked into a module like any crate.
function standardLibrary({ Enums, Models }, modules) {
  const version = /^release: (.*)$/m.exec(ask("rustc", ["-vV"]))[1];
  const std = new Models.Component(Enums.ComponentType.Library, "rust-std", { version, bomRef: "rust-std" });
  std.description = "the standard library, as the compiler brings it; of the module that verifies core and alloc alone";
  std.licenses.add(new Models.LicenseExpression("MIT OR Apache-2.0"));
  std.scope = Enums.ComponentScope.Required;
  for (const { file } of modules) file.dependencies.add(std.bomRef);
  return std;
}

/** The crates of both modules; those that only run while one is compiled are `excluded`. */
function crateComponents(library, modules) {
  const checksums = readChecksums();
  const components = new Map();
  for (const { graph } of modules) {
    for (const crate of reached(graph, () => true))
      if (!components.has(crate.id)) components.set(crate.id, crateComponent(library, crate, checksums));
    for (const { id } of reached(graph, isLinked)) components.get(id).scope = library.Enums.ComponentScope.Required;
  }
  connect(modules, components);
  return [...components.values()];
}

const isLinked = ({ targets }) => !targets.some(({ kind }) => kind.includes("proc-macro"));

/** The core depends on what every module of it needs, and each module also on what its feature adds. */
function connect(modules, components) {
  const depend = (component, crates) => {
    for (const { id } of crates) component.dependencies.add(components.get(id).bomRef);
  };
  const bare = readGraph();
  const needed = bare.below(bare.core);
  const isAdded = ({ id }) => !needed.some((crate) => crate.id === id);
  for (const { file, graph } of modules) {
    for (const crate of reached(graph, () => true))
      depend(components.get(crate.id), crate === graph.core ? needed : graph.below(crate));
    depend(file, [graph.core, ...graph.below(graph.core).filter(isAdded)]);
  }
}

function crateComponent({ Enums, Models, SPDX }, crate, checksums) {
  const { name, version, description, license } = crate;
  const component = new Models.Component(Enums.ComponentType.Library, name, { version, description });
  component.purl = component.bomRef.value = `pkg:cargo/${name}@${version}`;
  component.scope = Enums.ComponentScope.Excluded;
  component.licenses.add(
    SPDX.isSupportedSpdxId(license) ? new Models.SpdxLicense(license) : new Models.LicenseExpression(license),
  );
  const checksum = checksums.get(`${name} ${version}`);
  if (checksum !== undefined) component.hashes.set("SHA-256", checksum);
  return component;
}

function readGraph(...features) {
  const args = ["metadata", "--locked", "--format-version", "1", "--filter-platform", TARGET];
  const { packages, resolve } = JSON.parse(ask("cargo", [...args, ...features]));
  const crates = new Map(packages.map((crate) => [crate.id, crate]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node.deps]));
  const isNormal = ({ dep_kinds }) => dep_kinds.some(({ kind }) => kind === null);
  const built = readTree(...features);
  const below = ({ id }) =>
    nodes
      .get(id)
      .filter(isNormal)
      .map(({ pkg }) => crates.get(pkg))
      .filter(({ name, version }) => built.has(`${name} ${version}`));
  return { core: crates.get(resolve.root), below };
}

/** What is really built: the metadata have the features that only the tests switch on, too. */
function readTree(...features) {
  const args = ["tree", "--locked", "--edges", "normal", "--target", TARGET, "--prefix", "none", "--format", "{p}"];
  const lines = ask("cargo", [...args, ...features]).split("\n");
  return new Set(lines.map((line) => /^(\S+) v(\S+)/.exec(line)?.slice(1).join(" ")));
}

/** Every crate that leads from the core over those that `isWanted` admits. */
function reached({ core, below }, isWanted) {
  const found = new Set([core]);
  for (const crate of found) for (const other of below(crate).filter(isWanted)) found.add(other);
  return found;
}

/** By name and version; the core itself comes from no registry, and has none. */
function readChecksums() {
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  const entries = lock.matchAll(/^name = "(.*)"\nversion = "(.*)"\nsource = ".*"\nchecksum = "(.*)"$/gm);
  return new Map([...entries].map(([, name, version, checksum]) => [`${name} ${version}`, checksum]));
}
