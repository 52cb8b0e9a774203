// How each example is built and started, as its package.json or its README would have one do it.
//   prepare   builds the copy in `cwd`, once
//   start     resolves to its server
//   prefixes  the folders of its endpoints, /webhooks/ unless stated
//   folder    the example, where it is not the name; such a copy may be installed with other `pins`
//   host      what its host does by itself: see tests/receivers/wire/wire.mjs, and
//     isLazy    a secret that is missing shows with the first delivery, not at the start
//     hidesCode of an error that ends it, only the sentence is printed
//     <prefix>  the same of the endpoints under that prefix alone
//   background  the path that handles what comes in the background: see tests/receivers/wire/background.mjs
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FRAMEWORKS } from "../../pkg-template/frameworks.mjs";
import { SHAPES } from "../receivers/lambda/shapes.mjs";
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

const withNode = (script) => (cwd, env) => launch(cwd, env, process.execPath, [script]);

const ENDLESS = "an upload that never ends";
const ENDLESS_AND_KEPT = `${ENDLESS}, on a connection to be kept`;
const EDGE_READS = "`next start` reads what comes to an edge route to its end, before it sends the answer";
const NEXT_EDGE = { [ENDLESS]: EDGE_READS, [ENDLESS_AND_KEPT]: EDGE_READS };

/** Those that are not just started with Node. */
const OTHERS = {
  express4: { folder: "express", pins: { express: "express4" }, start: withNode("server.js") },
  fastify: {
    host: { without: { "a malformed type of content": "Fastify answers 415 before any route sees it" } },
    start: withNode("server.js"),
  },
  nest: {
    prepare: (cwd) => run(cwd, process.execPath, [join(cwd, "node_modules/typescript/bin/tsc")]),
    start: withNode("dist/main.js"),
  },
  ...Object.fromEntries(
    Object.entries(SHAPES).map(([shape, host]) => [
      `lambda-${shape}`,
      { folder: "lambda", copy: "lambda", host, start: (cwd, env) => invoke(cwd, { ...env, SHAPE: shape }) },
    ]),
  ),
  "next-app": {
    prefixes: ["webhooks", "edge"],
    background: "/background/bookbag",
    host: { isLazy: true, edge: { without: NEXT_EDGE } },
    prepare: (cwd) => run(cwd, process.execPath, [next(cwd), "build"]),
    start: startNext,
  },
  "next-pages": {
    prefixes: ["api/webhooks"],
    host: { isLazy: true },
    prepare: (cwd) => run(cwd, process.execPath, [next(cwd), "build"]),
    start: startNext,
  },
  "cloudflare-worker": {
    background: "/background/bookbag",
    host: { hidesCode: true },
    start: async (cwd, env) => {
      rmSync(join(cwd, ".wrangler"), { recursive: true, force: true }); // what it remembers of an earlier run
      writeSecrets(join(cwd, ".dev.vars"), env);
      const ports = ["--port", String(await freePort()), "--inspector-port", String(await freePort())];
      const args = [wrangler(cwd), "dev", ...ports, "--show-interactive-dev-session=false"];
      const gaveUp = /The Workers runtime failed to start/;
      return launch(cwd, {}, tool("node22"), args, /Ready on http:\/\/localhost:(\d+)/, gaveUp);
    },
  },
  deno: {
    host: { hidesCode: true },
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

const EXAMPLES = FRAMEWORKS.map(({ example }) => example).filter(({ receiver }) => receiver !== undefined);
const servers = EXAMPLES.filter(({ page, receiver }) => receiver === "server.js" && !(page in OTHERS));

/** Every example by name. A `server.js` is started with Node, unless stated. */
export const APPS = {
  ...Object.fromEntries(servers.map(({ page, receiver }) => [page, { start: withNode(receiver) }])),
  ...OTHERS,
};

const folders = Object.entries(APPS).map(([name, { folder = name }]) => folder);
const untold = EXAMPLES.find(({ page }) => !folders.includes(page));
if (untold) throw new Error(`tests/demo/apps.mjs does not say how examples/${untold.page} is started`);

// Deno takes the package from node_modules, where npm unpacked the tarball.
const NO_REGISTRY = "--node-modules-dir=manual";

const next = (cwd) => join(cwd, "node_modules/next/dist/bin/next");
const wrangler = (cwd) => join(cwd, "node_modules/wrangler/bin/wrangler.js");
const vite = (cwd) => join(cwd, "node_modules/vite/bin/vite.js");

// The gateway imports the function of the folder that it runs in.
const invoke = (cwd, env) => launch(cwd, env, process.execPath, [join(ROOT, "tests/receivers/lambda/gateway.mjs")]);

async function startNext(cwd, env) {
  const args = [next(cwd), "start", "-p", String(await freePort())];
  return launch(cwd, env, process.execPath, args, /Local:\s+http:\/\/localhost:(\d+)/);
}

// Port 0 is whichever is free; tools that cannot be told so have theirs among their arguments.
function launch(cwd, env, command, args, ready = LISTENING, gaveUp) {
  return start(command, args, { cwd, env: { PORT: "0", ...QUIET, ...env }, ready, gaveUp });
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
