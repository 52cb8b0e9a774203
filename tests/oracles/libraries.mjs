// What the oracles are made of, from target/matrix/node_modules; and the package under test.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { libraries, packageDir, requireLibrary } from "../tools/paths.mjs";

const from = (...path) => import(pathToFileURL(join(...path)).href);

/** A module of a library by its path: some have no entry for `require`, and of others one build of two is wanted. */
export const library = (path) => from(libraries, path);

/** The version that is installed, for the table. */
export const versionOf = (name) => requireLibrary(join(libraries, name, "package.json")).version;

export const fc = (await library("fast-check/lib/fast-check.js")).default;

export const countersign = await from(packageDir, "dist", "index.js");
