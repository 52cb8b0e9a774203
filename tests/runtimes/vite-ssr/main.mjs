// Vite builds for the server of a Worker, and wrangler serves what it built.
import { build, version } from "vite";
import { report } from "./shared/report.mjs";
import { ask } from "./shared/serve.mjs";
import { serveWorker, versions } from "./shared/wrangler.mjs";

await build({ logLevel: "warn" });
const { url, stop } = await serveWorker("dist/worker.js", "2026-10-01");
report("vite ssr", version, `workerd ${versions.workerd}`, await ask(`${url}/suite`));
stop();
