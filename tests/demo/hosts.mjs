// How the examples of HOSTS are built and started, each by the host's own code as far as npm has it: rows of apps.mjs.
import { cpSync } from "node:fs";
import { join } from "node:path";
import { BUFFERED } from "../receivers/lambda/shapes.mjs";
import { tool } from "../tools/install.mjs";
import { ROOT } from "./install.mjs";
import { NO_REGISTRY, launch, run } from "./launch.mjs";
import { freePort } from "./server.mjs";

const CROSS_SITE = "SvelteKit answers 403 to forms, to text and to what has no type of content";

export const HOST_APPS = {
  supabase: {
    paths: ["/stripe"],
    host: { hidesCode: true },
    prepare: (cwd) => run(cwd, tool("deno"), ["check", NO_REGISTRY, SUPABASE("webhooks"), SUPABASE("stripe")]),
    start: (cwd, env) => startFunction(cwd, env, "webhooks"),
    startPage: (cwd, env) => startFunction(cwd, env, "stripe"),
  },
  netlify: {
    paths: ["/webhooks/stripe"],
    host: { isLazy: true, without: BUFFERED },
    prepare: (cwd) => cpSync(join(ROOT, "tests/receivers/netlify/hosts.mjs"), join(cwd, "hosts.mjs")),
    start: (cwd, env) => launch(cwd, env, tool("node24"), ["hosts.mjs", "bundle", "webhooks"]),
    startPage: (cwd, env) => launch(cwd, env, tool("node24"), ["hosts.mjs", "dev"]),
  },
  sveltekit: {
    paths: ["/webhooks/stripe"],
    host: {
      isLazy: true,
      without: {
        "any type of content": CROSS_SITE,
        "a malformed type of content": CROSS_SITE,
        "no body": CROSS_SITE,
      },
    },
    prepare: (cwd) => run(cwd, tool("node24"), ["node_modules/vite/bin/vite.js", "build"]),
    start: (cwd, env) => {
      const ready = /^Listening on http:\/\/0\.0\.0\.0:(\d+)/;
      return launch(cwd, { ...env, BODY_SIZE_LIMIT: "Infinity" }, tool("node24"), ["build"], ready);
    },
  },
  "react-router": {
    paths: ["/webhooks/stripe"],
    host: { hidesCode: true },
    prepare: (cwd) => run(cwd, tool("node24"), ["node_modules/@react-router/dev/bin.cjs", "build"]),
    start: (cwd, env) => serveRoutes(cwd, env, tool("node24"), "node_modules/@react-router/serve/bin.cjs"),
  },
  remix: {
    isLong: true,
    paths: ["/webhooks/stripe"],
    host: { hidesCode: true },
    prepare: (cwd) => run(cwd, process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"]),
    start: (cwd, env) => serveRoutes(cwd, env, process.execPath, "node_modules/@remix-run/serve/dist/cli.js"),
  },
  nuxt: {
    isLong: true,
    paths: ["/webhooks/stripe"],
    host: { isLazy: true },
    prepare: (cwd) => run(cwd, tool("node24"), ["node_modules/nuxt/bin/nuxt.mjs", "build"]),
    start: async (cwd, env) => {
      const port = String(await freePort());
      const ready = /^Listening on http:\/\/\[::\]:(\d+)/;
      return launch(cwd, { ...env, PORT: port }, tool("node24"), [".output/server/index.mjs"], ready);
    },
  },
};

const SUPABASE = (name) => `supabase/functions/${name}/index.ts`;

async function serveRoutes(cwd, env, node, script) {
  const ready = /^\[(?:react-router|remix)-serve\] http:\/\/localhost:(\d+)/;
  return launch(cwd, { ...env, PORT: String(await freePort()) }, node, [script, "build/server/index.js"], ready);
}

// Supabase runs each function in a Deno of its own; the gateway in front of them is not here.
function startFunction(cwd, env, name) {
  const args = ["run", NO_REGISTRY, "--allow-net", "--allow-env", SUPABASE(name)];
  const any = { DENO_SERVE_ADDRESS: "tcp:127.0.0.1:0" };
  return launch(cwd, { ...env, ...any }, tool("deno"), args, /^Listening on http:\/\/127\.0\.0\.1:(\d+)/);
}
