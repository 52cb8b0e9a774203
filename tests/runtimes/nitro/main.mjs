// Nitro, which is the server of Nuxt, builds a Worker, and wrangler serves it.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { report } from "./shared/report.mjs";
import { ask } from "./shared/serve.mjs";
import { serveWorker, versions } from "./shared/wrangler.mjs";

const { version } = createRequire(import.meta.url)("nitropack/package.json");
const env = { ...process.env, NITRO_TELEMETRY_DISABLED: "1", CI: "1" };
const nitro = "../node_modules/nitropack/dist/cli/index.mjs";
execFileSync(process.execPath, [nitro, "build"], { stdio: ["ignore", "inherit", "inherit"], env });
const options = ["--compatibility-flags", "nodejs_compat"];
const { url, stop } = await serveWorker(".output/server/index.mjs", "2026-10-01", options);
report("nitro", version, `cloudflare-module, workerd ${versions.workerd}`, await ask(`${url}/suite`));
stop();
