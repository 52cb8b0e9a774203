// The SBOM against what it speaks of: the crates that cargo names, the bytes that lie beside it.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { exec } from "../tools/exec.mjs";
import { logFile, root } from "../tools/paths.mjs";
import { moduleFiles, sbomFile, tarball } from "./places.mjs";

const text = readFileSync(sbomFile, "utf8");
const sbom = JSON.parse(text);
const crates = sbom.components.filter(({ purl }) => purl?.startsWith("pkg:cargo/"));

export async function sbomFitsItsSchema() {
  // The build's own libraries: they are where the build was.
  const { Spec, Validation } = createRequire(join(root, "pkg-template", "package.json"))(
    "@cyclonedx/cyclonedx-library",
  );
  const problems = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text);
  assert.equal(problems, null);
  return {};
}

/** What each module is compiled from, as the SBOM tells it: the crates that lead from its file. */
function cratesOf(feature) {
  const reached = reachedFrom(basename(moduleFiles[feature]));
  return crates.filter((crate) => reached.has(crate["bom-ref"]));
}

export async function sbomListsTheCrates() {
  const figures = [];
  for (const feature of Object.keys(moduleFiles)) {
    const all = cratesOf(feature);
    const linked = all.filter(({ scope }) => scope === "required");
    assert.deepEqual(named(all), await cargoTree(feature, "normal"));
    assert.deepEqual(named(linked), await cargoTree(feature, "normal,no-proc-macro"));
    figures.push(`${linked.length} crates in ${basename(moduleFiles[feature])}`);
  }
  for (const { name, licenses } of crates) assert.ok(licenses?.length > 0, `${name} has no licence`);
  assertAllAreReached();
  const helpers = crates.filter(({ scope }) => scope === "excluded");
  return { figure: `${figures.join(", ")}, ${helpers.length} that only help to compile them` };
}

const named = (components) => components.map(({ name, version }) => `${name} ${version}`).sort();

/** Nothing of what reads and builds values for people stands beside the secrets. */
export function explainerIsApart() {
  const [verifies, explains] = ["wasm", "explain-wasm"].map(
    (feature) => new Set(cratesOf(feature).map(({ name }) => name)),
  );
  const added = [...explains].filter((name) => !verifies.has(name));
  for (const name of ["js-sys", "miniz_oxide", "serde", "serde-wasm-bindgen"])
    assert.deepEqual([name, added.includes(name)], [name, true]);
  assert.deepEqual(
    [...verifies].filter((name) => !explains.has(name)),
    [],
  );
  return { figure: `${added.length} crates more in the explainer` };
}

async function cargoTree(feature, edges) {
  const args = ["tree", "--locked", "--edges", edges, "--features", feature, "--target", "wasm32-unknown-unknown"];
  const shape = ["--prefix", "none", "--no-dedupe", "--format", "{p}"];
  const done = await exec("cargo", [...args, ...shape], { cwd: root, log: logFile("supply-chain-cargo") });
  assert.ok(done.ok, done.output);
  const lines = done.output.matchAll(/^(\S+) v(\S+)/gm);
  return [...new Set([...lines].map(([, name, version]) => `${name} ${version}`))].sort();
}

/** A component that nothing depends on would stand in the list without a reason. */
function assertAllAreReached() {
  const reached = reachedFrom(sbom.metadata.component["bom-ref"]);
  for (const component of sbom.components) assert.ok(reached.has(component["bom-ref"]), component.name);
}

function reachedFrom(start) {
  const below = new Map(sbom.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
  const reached = new Set([start]);
  for (const ref of reached) for (const other of below.get(ref)) reached.add(other);
  return reached;
}

export function sbomNamesTheBytes() {
  const hash = ({ hashes }, alg) => hashes?.find((each) => each.alg === alg)?.content;
  const digest = (algorithm, path) => createHash(algorithm).update(readFileSync(path)).digest("hex");
  const { component } = sbom.metadata;
  assert.equal(hash(component, "SHA-512"), digest("sha512", tarball), "the tarball");
  const files = component.components.map((file) => [file.name, hash(file, "SHA-256")]);
  const modules = Object.values(moduleFiles).map((path) => [`dist/${basename(path)}`, digest("sha256", path)]);
  assert.deepEqual(files.sort(), modules.sort());
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  for (const crate of crates.filter(({ name }) => name !== "countersign"))
    assert.ok(lock.includes(`checksum = "${hash(crate, "SHA-256")}"`), `${crate.name} is not the locked one`);
  // Either would make another list of the same package.
  assert.deepEqual([sbom.serialNumber, sbom.metadata.timestamp], [undefined, undefined]);
  return {};
}
