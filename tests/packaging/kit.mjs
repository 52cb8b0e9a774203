// What the tests of the tarball have in common: what is in it by name, and how it is bundled and run.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { providers } from "countersign";
import { build } from "esbuild";

export const names = Object.keys(providers);

/** A provider that is imported alone. */
export const alone = names.map((name) => `providers/${name}`);

/** What stands in a provider's scheme and nowhere else: the name of a header of its own. */
export const TRACES = Object.fromEntries(
  Object.values(providers).map(({ name, scheme: { signature } }) => [
    name,
    signature.headers?.[0] ?? [signature.header].flat()[0],
  ]),
);

/** Runs a script in a Node of its own. */
export function run(script, ...flags) {
  return promisify(execFile)(process.execPath, [...flags, "-e", script], { cwd: process.cwd() });
}

/** What a bundler makes of a module that imports the package. */
export async function bundleOf(contents) {
  const stdin = { contents, resolveDir: process.cwd() };
  const options = { bundle: true, write: false, format: "esm", minify: true, logLevel: "error" };
  return (await build({ stdin, ...options })).outputFiles[0].text;
}
