// Nuxt builds a server for Node, which is started, and a Worker, which wrangler serves.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { report } from "./shared/report.mjs";
import { ask, freePort, serve } from "./shared/serve.mjs";
import { serveWorker, versions } from "./shared/wrangler.mjs";

const { version } = JSON.parse(readFileSync("../node_modules/nuxt/package.json", "utf8"));
const server = ".output/server/index.mjs";

for (const [preset, mode, start] of [
  ["node-server", `Node ${process.versions.node}`, inNode],
  ["cloudflare-module", `workerd ${versions.workerd}`, inWorkerd],
]) {
  build(preset);
  const { url, stop } = await start();
  report("nuxt", version, `${preset}, ${mode}`, await ask(`${url}/suite`));
  stop();
}

function build(preset) {
  const env = { ...process.env, NITRO_PRESET: preset, NUXT_TELEMETRY_DISABLED: "1", CI: "1" };
  const nuxt = "../node_modules/nuxt/bin/nuxt.mjs";
  execFileSync(process.execPath, [nuxt, "build"], { stdio: ["ignore", "inherit", "inherit"], env });
}

async function inNode() {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  return { url, stop: await serve(process.execPath, [server], url, { env: { HOST: "127.0.0.1", PORT: `${port}` } }) };
}

function inWorkerd() {
  return serveWorker(server, "2026-10-01", ["--compatibility-flags", "nodejs_compat"]);
}
