// How each example is built and started, as its package.json or its README would have one do it.
//   prepare   builds the copy in `cwd`, once
//   start     resolves to its server
//   prefixes  the folders of its endpoints, /webhooks/ unless stated
//   paths     what the files that its page shows receive: see page-files.mjs
//   startPage starts those, where they are no part of the server
//   isLong    `make test` leaves it to `make prove`: a heavy build whose kind another example has
//   folder    the example, where it is not the name; such a copy may be installed with other `pins`
//   host      what its host does by itself: see tests/receivers/wire/wire.mjs, and
//     isLazy    a secret that is missing shows with the first delivery, not at the start
//     hidesCode of an error that ends it, only the sentence is printed
//     <prefix>  the same of the endpoints under that prefix alone
//   background  the path that handles what comes in the background: see tests/receivers/wire/background.mjs
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FRAMEWORKS, HOSTS } from "../../pkg-template/frameworks.mjs";
import { SHAPES } from "../receivers/lambda/shapes.mjs";
import { tool } from "../tools/install.mjs";
import { HOST_APPS } from "./hosts.mjs";
import { ROOT } from "./install.mjs";
import { NO_REGISTRY, launch, run } from "./launch.mjs";
import { freePort } from "./server.mjs";

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

const EXAMPLES = [...FRAMEWORKS, ...HOSTS]
  .map(({ example }) => example)
  .filter(({ receiver }) => receiver !== undefined);
const servers = EXAMPLES.filter(({ page, receiver }) => receiver === "server.js" && !(page in OTHERS));

/** Every example by name. A `server.js` is started with Node, unless stated. */
export const APPS = {
  ...Object.fromEntries(servers.map(({ page, receiver }) => [page, { start: withNode(receiver) }])),
  ...OTHERS,
  ...HOST_APPS,
};

const folders = Object.entries(APPS).map(([name, { folder = name }]) => folder);
const untold = EXAMPLES.find(({ page }) => !folders.includes(page));
if (untold) throw new Error(`tests/demo/apps.mjs does not say how examples/${untold.page} is started`);

const next = (cwd) => join(cwd, "node_modules/next/dist/bin/next");
const wrangler = (cwd) => join(cwd, "node_modules/wrangler/bin/wrangler.js");
const vite = (cwd) => join(cwd, "node_modules/vite/bin/vite.js");

// The gateway imports the function of the folder that it runs in.
const invoke = (cwd, env) => launch(cwd, env, process.execPath, [join(ROOT, "tests/receivers/lambda/gateway.mjs")]);

async function startNext(cwd, env) {
  const args = [next(cwd), "start", "-p", String(await freePort())];
  return launch(cwd, env, process.execPath, args, /Local:\s+http:\/\/localhost:(\d+)/);
}

// Wrangler reads a worker's secrets from a file, and nothing from the environment.
function writeSecrets(file, env) {
  const lines = Object.entries(env).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(file, lines.join(""));
}
