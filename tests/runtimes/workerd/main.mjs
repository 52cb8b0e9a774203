// workerd through `wrangler dev`, under the compatibility date given as argument.
import { createRequire } from "node:module";
import { report } from "./shared/report.mjs";
import { ask, freePort, serve } from "./shared/serve.mjs";

const require = createRequire(import.meta.url);
const date = process.argv[2];
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
// Two of these may run at once, so nothing is left to wrangler's defaults: both ports, its state, its logs.
const ports = ["--ip", "127.0.0.1", "--port", port, "--inspector-port", await freePort()];
const env = { CLOUDFLARE_CF_FETCH_ENABLED: "false", WRANGLER_HIDE_BANNER: "true" };
const wrangler = "../node_modules/wrangler/bin/wrangler.js";
const stop = await serve(process.execPath, [wrangler, "dev", ...ports, "--compatibility-date", date], url, { env });
report("workerd", require("workerd/package.json").version, date, await ask(`${url}/suite`));
stop();
