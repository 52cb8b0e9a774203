// Next.js: a production build by the bundler given as argument, or by its own choice, served and requested, one route in
// each runtime. With `few` they are those that run a handful of vectors.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { report } from "./shared/report.mjs";
import { ask, freePort, serve } from "./shared/serve.mjs";

const args = process.argv.slice(2);
const bundler = args.find((arg) => arg.startsWith("--"));
const routes = args.includes("few") ? "few/" : "";
const require = createRequire(import.meta.url);
const next = require.resolve("next/dist/bin/next");
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" };
execFileSync(process.execPath, [next, "build", ...(bundler ? [bundler] : [])], {
  stdio: ["ignore", "inherit", "inherit"],
  env,
});

const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const stop = await serve(process.execPath, [next, "start", "-H", "127.0.0.1", "-p", `${port}`], url, { env });
const { version } = require("next/package.json");
for (const route of ["node", "edge"])
  report("next", version, `${route} route, ${bundler?.slice(2) ?? "default"}`, await ask(`${url}/${routes}${route}`));
stop();
