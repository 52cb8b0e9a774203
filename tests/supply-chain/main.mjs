#!/usr/bin/env node
// Where the package comes from: that anyone builds the same bytes, and what is in them.
//   node tests/supply-chain/main.mjs            against the package that `make pack` left
//   node tests/supply-chain/main.mjs --prove    also two clean builds of all of it, and the judgement of cargo-deny
import { advisories, licencesAndSources } from "./deny.mjs";
import { cleanBuildsAgree, modulesAreTheSameElsewhere } from "./builds.mjs";
import { installedPackageIsAlone, lockFilesHoldHashes } from "./packages.mjs";
import { explainerIsApart, sbomFitsItsSchema, sbomListsTheCrates, sbomNamesTheBytes } from "./sbom.mjs";

// Each returns what it measured, or throws; { notRun } says why it could not be asked here.
const CHECKS = {
  "every locked package has its hash": lockFilesHoldHashes,
  "the installed package brings nothing along": installedPackageIsAlone,
  "the SBOM matches the schema of CycloneDX": sbomFitsItsSchema,
  "the SBOM lists the crates of each module, and no other": sbomListsTheCrates,
  "the module that verifies has none of the crates of the explainer": explainerIsApart,
  "the SBOM names the bytes that lie beside it": sbomNamesTheBytes,
  "another folder gives the same modules": modulesAreTheSameElsewhere,
};
const PROOF = {
  "two clean builds give the same files": cleanBuildsAgree,
  "cargo deny: licences, bans, duplicates, sources": licencesAndSources,
  "cargo deny: advisories": advisories,
};

const checks = process.argv.includes("--prove") ? { ...CHECKS, ...PROOF } : CHECKS;
const measured = [];
const absent = [];
let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    const { notRun, figure } = await check();
    if (notRun) absent.push(`${name}: ${notRun}`);
    else if (figure) measured.push(figure);
    console.log(`${name}: ${notRun ? `not run: ${notRun}` : (figure ?? "yes")}`);
  } catch (error) {
    failed += 1;
    console.log(`${name}: FAILED\n${error.message}`);
  }
}
const passed = Object.keys(checks).length - absent.length - failed;
const notRun = absent.join("; ") || undefined;
console.log(JSON.stringify({ passed, failed, measured: measured.join("; "), notRun }));
process.exitCode = failed === 0 ? 0 : 1;
