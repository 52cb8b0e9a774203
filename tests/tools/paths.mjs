// Where things stand. Everything that the tests write lies under target/.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const tests = join(root, "tests");
export const target = join(root, "target");
export const npmDir = join(target, "npm");

/** The built package; another one can be put to the same tests. */
export const packageDir = process.env.COUNTERSIGN_PACKAGE ?? join(npmDir, "package");

/** One folder per matrix row; the shared libraries are installed beside them, where every row resolves them. */
export const matrix = join(target, "matrix");
export const libraries = join(matrix, "node_modules");
/** The compiler that users have. .bin/tsc may be that of `typescript6`, which is there for dependency-cruiser. */
export const tsc = join(libraries, "typescript", "bin", "tsc");

/** The same for apps that need other releases of their libraries: a folder for each lock file. */
export const hosts = join(target, "hosts");

/** Loads a library of tests/package.json, which is installed in the matrix folder and not beside this file. */
export const requireLibrary = createRequire(join(matrix, "package.json"));

export const logFile = (name) => join(matrix, `${name}.log`);
