// Nitro, which is the server of Nuxt, builds for the host given as argument: a Worker, which wrangler serves, or an edge
// function of Vercel.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { callEdge, version as edge } from "./shared/edge.mjs";
import { report } from "./shared/report.mjs";
import { ask } from "./shared/serve.mjs";
import { serveWorker, versions } from "./shared/wrangler.mjs";

const [preset] = process.argv.slice(2);
const RUNS = { "cloudflare-module": inWorkerd, "vercel-edge": atTheEdge };

const { version } = createRequire(import.meta.url)("nitropack/package.json");
const env = { ...process.env, NITRO_PRESET: preset, NITRO_TELEMETRY_DISABLED: "1", CI: "1" };
const nitro = "../node_modules/nitropack/dist/cli/index.mjs";
execFileSync(process.execPath, [nitro, "build"], { stdio: ["ignore", "inherit", "inherit"], env });
const [host, found] = await RUNS[preset]();
report("nitro", version, `${preset}, ${host}`, found);

async function inWorkerd() {
  const options = ["--compatibility-flags", "nodejs_compat"];
  const { url, stop } = await serveWorker(".output/server/index.mjs", "2026-10-01", options);
  const found = await ask(`${url}/suite`);
  stop();
  return [`workerd ${versions.workerd}`, found];
}

async function atTheEdge() {
  const built = ".vercel/output/functions/__fallback.func/index.mjs";
  return [`edge VM ${edge}`, await callEdge(built, "https://edge.test/suite")];
}
