// The SBOM against what it speaks of: the crates that cargo names, the bytes that lie beside it.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { exec } from "../tools/exec.mjs";
import { logFile, root } from "../tools/paths.mjs";
import { moduleFile, sbomFile, tarball } from "./places.mjs";

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

export async function sbomListsTheCrates() {
  const named = (components) => components.map(({ name, version }) => `${name} ${version}`).sort();
  const linked = crates.filter(({ scope }) => scope === "required");
  assert.deepEqual(named(crates), await cargoTree("normal"));
  assert.deepEqual(named(linked), await cargoTree("normal,no-proc-macro"));
  for (const { name, licenses } of crates) assert.ok(licenses?.length > 0, `${name} has no licence`);
  assertAllAreReached();
  return {
    figure: `${linked.length} crates in the module, ${crates.length - linked.length} that only help to compile it`,
  };
}

async function cargoTree(edges) {
  const args = ["tree", "--locked", "--edges", edges, "--features", "wasm", "--target", "wasm32-unknown-unknown"];
  const shape = ["--prefix", "none", "--no-dedupe", "--format", "{p}"];
  const done = await exec("cargo", [...args, ...shape], { cwd: root, log: logFile("supply-chain-cargo") });
  assert.ok(done.ok, done.output);
  const lines = done.output.matchAll(/^(\S+) v(\S+)/gm);
  return [...new Set([...lines].map(([, name, version]) => `${name} ${version}`))].sort();
}

/** A component that nothing depends on would stand in the list without a reason. */
function assertAllAreReached() {
  const below = new Map(sbom.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
  const reached = new Set([sbom.metadata.component["bom-ref"]]);
  for (const ref of reached) for (const other of below.get(ref)) reached.add(other);
  for (const component of sbom.components) assert.ok(reached.has(component["bom-ref"]), component.name);
}

export function sbomNamesTheBytes() {
  const hash = ({ hashes }, alg) => hashes?.find((each) => each.alg === alg)?.content;
  const digest = (algorithm, path) => createHash(algorithm).update(readFileSync(path)).digest("hex");
  const { component } = sbom.metadata;
  assert.equal(hash(component, "SHA-512"), digest("sha512", tarball), "the tarball");
  assert.equal(hash(component.components[0], "SHA-256"), digest("sha256", moduleFile), "the module");
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  for (const crate of crates.filter(({ name }) => name !== "countersign"))
    assert.ok(lock.includes(`checksum = "${hash(crate, "SHA-256")}"`), `${crate.name} is not the locked one`);
  // Either would make another list of the same package.
  assert.deepEqual([sbom.serialNumber, sbom.metadata.timestamp], [undefined, undefined]);
  return {};
}
