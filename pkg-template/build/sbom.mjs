// cargo's graph + Cargo.lock + the tarball → target/npm/countersign-<version>.cdx.json: what the package is made of,
// in CycloneDX. It holds no date and no random number, so the same package has the same list.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TARGET, wasm } from "./core.mjs";
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
  const [core, ...crates] = crateComponents(library);
  const std = standardLibrary(library);
  core.dependencies.add(std.bomRef);
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: packageComponent(library, core) }) });
  for (const component of [core, ...crates, std]) bom.components.add(component);
  const normalizers = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return new Serialize.JsonSerializer(normalizers).serialize(bom, { sortLists: true, space: 2 });
}

function packageComponent({ Enums, Models }, core) {
  const { name, version, description, license } = manifest;
  const file = new Models.Component(Enums.ComponentType.File, "dist/countersign.wasm", { bomRef: "countersign.wasm" });
  file.hashes.set("SHA-256", digest("sha256", wasm));
  const component = new Models.Component(Enums.ComponentType.Library, name, { version, description });
  component.purl = component.bomRef.value = `pkg:npm/${name}@${version}`;
  component.licenses.add(new Models.LicenseExpression(license));
  component.hashes.set("SHA-512", digest("sha512", tarball));
  component.components.add(file);
  component.dependencies.add(core.bomRef);
  return component;
}

const digest = (algorithm, path) => createHash(algorithm).update(readFileSync(path)).digest("hex");

// Parts of it are linked into the module like any crate.
function standardLibrary({ Enums, Models }) {
  const version = /^release: (.*)$/m.exec(ask("rustc", ["-vV"]))[1];
  const std = new Models.Component(Enums.ComponentType.Library, "rust-std", { version, bomRef: "rust-std" });
  std.description = "core and alloc, as the compiler brings them";
  std.licenses.add(new Models.LicenseExpression("MIT OR Apache-2.0"));
  std.scope = Enums.ComponentScope.Required;
  return std;
}

/** The crates of the module, the core first; those that only run while it is compiled are `excluded`. */
function crateComponents(library) {
  const graph = readGraph();
  const all = reached(graph, () => true);
  const linked = reached(graph, (crate) => !crate.targets.some(({ kind }) => kind.includes("proc-macro")));
  const checksums = readChecksums();
  const components = new Map();
  for (const crate of all) components.set(crate, crateComponent(library, crate, linked.has(crate), checksums));
  for (const [crate, component] of components)
    for (const other of graph.below(crate)) component.dependencies.add(components.get(other).bomRef);
  return [...components.values()];
}

function crateComponent({ Enums, Models, SPDX }, crate, isLinked, checksums) {
  const { name, version, description, license } = crate;
  const component = new Models.Component(Enums.ComponentType.Library, name, { version, description });
  component.purl = component.bomRef.value = `pkg:cargo/${name}@${version}`;
  component.scope = isLinked ? Enums.ComponentScope.Required : Enums.ComponentScope.Excluded;
  component.licenses.add(
    SPDX.isSupportedSpdxId(license) ? new Models.SpdxLicense(license) : new Models.LicenseExpression(license),
  );
  const checksum = checksums.get(`${name} ${version}`);
  if (checksum !== undefined) component.hashes.set("SHA-256", checksum);
  return component;
}

function readGraph() {
  const args = ["metadata", "--locked", "--format-version", "1", "--filter-platform", TARGET, "--features", "wasm"];
  const { packages, resolve } = JSON.parse(ask("cargo", args));
  const crates = new Map(packages.map((crate) => [crate.id, crate]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node.deps]));
  const isNormal = ({ dep_kinds }) => dep_kinds.some(({ kind }) => kind === null);
  const below = ({ id }) =>
    nodes
      .get(id)
      .filter(isNormal)
      .map(({ pkg }) => crates.get(pkg));
  return { core: crates.get(resolve.root), below };
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
