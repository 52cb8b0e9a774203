// How a copy of an example is built and started: where it stands, and what its tools are told.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./install.mjs";
import { start } from "./server.mjs";

/** The folder of the copies. */
export const WORK = join(ROOT, "target", "examples");

/** What an example prints once it listens. */
export const LISTENING = /^listening on http:\/\/localhost:(\d+)/;

// What the tools keep for themselves stays under target/, and none of them calls home.
const HOME = join(WORK, ".home");
const QUIET = {
  XDG_CONFIG_HOME: HOME,
  XDG_CACHE_HOME: HOME,
  DENO_DIR: HOME,
  NEXT_TELEMETRY_DISABLED: "1",
  NUXT_TELEMETRY_DISABLED: "1",
  STRAPI_TELEMETRY_DISABLED: "true",
  WRANGLER_SEND_METRICS: "false",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
};

/** For Deno: it takes the package from node_modules, where npm unpacked the tarball. */
export const NO_REGISTRY = "--node-modules-dir=manual";

/** Starts a server. Port 0 is whichever is free; tools that cannot be told so have theirs among their arguments. */
export function launch(cwd, env, command, args, ready = LISTENING, gaveUp) {
  return start(command, args, { cwd, env: { PORT: "0", ...QUIET, ...env }, ready, gaveUp });
}

/** Runs a command to its end; one that fails throws what it printed. */
export function run(cwd, command, args) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...QUIET },
  });
  if (status === 0) return;
  throw new Error(`${[command, ...args].join(" ")}: failed\n${error ?? ""}${stdout}${stderr}`);
}
