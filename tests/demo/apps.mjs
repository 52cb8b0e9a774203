// How each example is built and started, as its package.json or its README would have one do it.
//   prepare   builds the copy in `cwd`, once
//   start     resolves to its server
//   prefixes  the folders of its endpoints, /webhooks/ unless stated
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { tool } from "../tools/install.mjs";
import { ROOT } from "./install.mjs";
import { freePort, start } from "./server.mjs";

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
  WRANGLER_SEND_METRICS: "false",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
};

export const APPS = {
  express: {
    start: (cwd, env) => launch(cwd, env, process.execPath, ["server.js"]),
  },
  "next-app": {
    prefixes: ["webhooks", "edge"],
    prepare: (cwd) => run(cwd, process.execPath, [next(cwd), "build"]),
    start: async (cwd, env) => {
      const args = [next(cwd), "start", "-p", String(await freePort())];
      return launch(cwd, env, process.execPath, args, /Local:\s+http:\/\/localhost:(\d+)/);
    },
  },
  "cloudflare-worker": {
    start: async (cwd, env) => {
      writeSecrets(join(cwd, ".dev.vars"), env);
      const ports = ["--port", String(await freePort()), "--inspector-port", String(await freePort())];
      const args = [wrangler(cwd), "dev", ...ports, "--show-interactive-dev-session=false"];
      return launch(cwd, {}, tool("node22"), args, /Ready on http:\/\/localhost:(\d+)/);
    },
  },
  deno: {
    prepare: (cwd) => run(cwd, tool("deno"), ["check", NO_REGISTRY, "main.ts"]),
    start: (cwd, env) => {
      const args = ["run", NO_REGISTRY, "--allow-net", "--allow-env", "main.ts"];
      return launch(cwd, env, tool("deno"), args);
    },
  },
  bun: {
    start: (cwd, env) => launch(cwd, env, tool("bun"), ["server.ts"]),
  },
  browser: {
    prepare: (cwd) => run(cwd, process.execPath, [vite(cwd), "build"]),
    start: (cwd, env) => {
      const args = [vite(cwd), "preview", "--host", "127.0.0.1", "--port", "0"];
      return launch(cwd, env, process.execPath, args, /Local:\s+http:\/\/127\.0\.0\.1:(\d+)/);
    },
  },
};

// Deno takes the package from node_modules, where npm unpacked the tarball.
const NO_REGISTRY = "--node-modules-dir=manual";

const next = (cwd) => join(cwd, "node_modules/next/dist/bin/next");
const wrangler = (cwd) => join(cwd, "node_modules/wrangler/bin/wrangler.js");
const vite = (cwd) => join(cwd, "node_modules/vite/bin/vite.js");

// Port 0 is whichever is free; tools that cannot be told so have theirs among their arguments.
function launch(cwd, env, command, args, ready = LISTENING) {
  return start(command, args, { cwd, env: { PORT: "0", ...QUIET, ...env }, ready });
}

// Wrangler reads a worker's secrets from a file, and nothing from the environment.
function writeSecrets(file, env) {
  const lines = Object.entries(env).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(file, lines.join(""));
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
