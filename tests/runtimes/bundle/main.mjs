// One file for a server, by the bundler given as argument, run in Node where no package is installed.
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { report } from "./shared/report.mjs";

const BUNDLERS = { esbuild: withEsbuild, webpack: withWebpack };
const out = mkdtempSync(join(tmpdir(), "countersign-bundle-"));
const bundler = process.argv[2];
for (const { version, format, file } of await BUNDLERS[bundler]()) {
  const found = JSON.parse(execFileSync(process.execPath, [file], { cwd: out, encoding: "utf8", maxBuffer: 1 << 26 }));
  report(bundler, version, `${format} for Node ${process.versions.node}`, found);
}

async function withEsbuild() {
  const { build, version } = await import("esbuild");
  const made = [];
  for (const [format, file] of [
    ["esm", "bundle.mjs"],
    ["cjs", "bundle.cjs"],
  ]) {
    const outfile = join(out, file);
    await build({ entryPoints: ["entry.mjs"], bundle: true, platform: "node", format, outfile, minify: true });
    made.push({ version, format, file: outfile });
  }
  return made;
}

async function withWebpack() {
  const { default: webpack } = await import("webpack");
  const output = { path: out, filename: "bundle.cjs" };
  const options = { entry: resolve("entry.mjs"), target: "node20", mode: "production", output };
  const stats = await new Promise((done, failed) =>
    webpack(options, (error, result) => (error ? failed(error) : done(result))),
  );
  if (stats.hasErrors()) throw new Error(stats.toString());
  return [{ version: webpack.version, format: "cjs", file: join(out, "bundle.cjs") }];
}
