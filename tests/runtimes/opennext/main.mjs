// OpenNext turns a Next.js app into a Worker, and wrangler serves it. Next.js builds with the bundler given as argument, or
// with its own choice.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { report } from "./shared/report.mjs";
import { ask } from "./shared/serve.mjs";
import { serveWorker, versionOf, versions } from "./shared/wrangler.mjs";

const [bundler = ""] = process.argv.slice(2);
const openNext = "../node_modules/@opennextjs/cloudflare/dist/cli/index.js";
// The root of the app is where its lock file is: that of the libraries, one folder up.
rmSync("package-lock.json", { force: true });
const env = { ...process.env, BUNDLER: bundler, NEXT_TELEMETRY_DISABLED: "1", WRANGLER_SEND_METRICS: "false", CI: "1" };
execFileSync(process.execPath, [openNext, "build"], { stdio: ["ignore", "inherit", "inherit"], env });

const { url, stop } = await serveWorker(".open-next/worker.js", "2026-08-01");
const mode = `Next.js ${versionOf("next")}, workerd ${versions.workerd}`;
report("opennext", versionOf("@opennextjs/cloudflare"), mode, await ask(`${url}/suite`));
stop();
