// What the unit tests share: the harness's own modules, bundled for this Node, and the counting of what passed.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { libraries, packageDir, matrix, requireLibrary, root } from "../../tools/paths.mjs";

export const harness = join(root, "examples", "browser-harness");
/** A folder inside the matrix, where the libraries are found. */
export const scratch = join(matrix, "harness-units");
export const fc = requireLibrary("fast-check");
const esbuild = requireLibrary("esbuild");

/** Bundles one module of the harness, and loads it. */
export async function load(path) {
  mkdirSync(scratch, { recursive: true });
  const outfile = join(scratch, `${path.replaceAll(/[^a-z]/g, "-")}.mjs`);
  const nodePaths = [libraries];
  const options = { nodePaths, bundle: true, format: "esm", platform: "neutral", target: "es2022", logLevel: "error" };
  const alias = { countersign: join(packageDir, "dist", "index.js") };
  await esbuild.build({ ...options, entryPoints: [join(harness, "src", path)], outfile, alias });
  return import(pathToFileURL(outfile).href);
}

export class Units {
  #passed = 0;
  #failures = [];
  #figures = [];
  #notRun;

  /** Runs one check; what it throws is a failure under its name. */
  async check(name, test) {
    try {
      await test();
      this.#passed += 1;
    } catch (error) {
      this.#failures.push(`${name}: ${error.message}`);
    }
  }

  /** Something that was counted, for the last line. */
  tell(figure) {
    this.#figures.push(figure);
  }

  /** Something that this machine cannot do, with how to get it. */
  lack(notRun) {
    this.#notRun = notRun;
  }

  end(seconds) {
    for (const failure of this.#failures) console.error(failure);
    const failed = this.#failures.length;
    const measured = `${this.#figures.join(", ")}, ${seconds} s`;
    console.log(JSON.stringify({ passed: this.#passed, failed, measured, notRun: this.#notRun }));
    process.exitCode = failed === 0 && this.#passed > 0 ? 0 : 1;
  }
}
