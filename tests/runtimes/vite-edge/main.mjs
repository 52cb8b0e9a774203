// Vite builds an edge function, which the edge VM calls: once with the package in the bundle, once left to the bundler of
// the host, which for SvelteKit and others is esbuild.
import { build as bundle } from "esbuild";
import { build, version } from "vite";
import { callEdge, version as edge } from "./shared/edge.mjs";
import { report } from "./shared/report.mjs";
import { bundled, external } from "./vite.config.mjs";

const url = "https://edge.test/";

await build(bundled);
report("vite ssr", version, `bundled, edge VM ${edge}`, await callEdge("dist/bundled/edge.js", url));

await build(external);
await bundle({
  entryPoints: ["dist/external/edge.js"],
  outfile: "dist/esbuild/edge.js",
  bundle: true,
  format: "esm",
  conditions: ["edge-light"],
  loader: { ".wasm": "copy" },
});
report("vite ssr", version, `external, edge VM ${edge}`, await callEdge("dist/esbuild/edge.js", url));
