// How the examples of HOSTS are built and started, each by the host's own code as far as npm has it: rows of apps.mjs.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { BUFFERED } from "../receivers/lambda/shapes.mjs";
import { tool } from "../tools/install.mjs";
import { ROOT } from "./install.mjs";
import { NO_REGISTRY, launch, run } from "./launch.mjs";
import { freePort } from "./server.mjs";

const PARSES_FIRST = "Google parses every body first, and answers 400 or 415 where that fails";
const PARSED_BY_GOOGLE = {
  "body: one byte changed": PARSES_FIRST, // it may be no JSON any more
  "genuine, but not JSON": PARSES_FIRST,
  "a byte order mark before the body": PARSES_FIRST,
  "a body of 6 MiB": PARSES_FIRST,
  "a body of 6 MiB that does not announce its length": PARSES_FIRST,
  "any type of content": PARSES_FIRST,
  "a compressed body": "Google unpacks it, and rawBody has what came out",
};

const STRAPI_SECRETS = ["APP_KEYS", "ADMIN_JWT_SECRET", "API_TOKEN_SALT", "TRANSFER_TOKEN_SALT", "ENCRYPTION_KEY"];

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
  firebase: {
    paths: ["/"],
    host: { isLazy: true, without: { ...BUFFERED, ...PARSED_BY_GOOGLE } },
    start: (cwd, env) => invokeWithGoogle(cwd, env, ["--target=webhooks", "--source=webhooks.js"]),
    startPage: (cwd, env) => invokeWithGoogle(cwd, env, ["--target=stripe"]),
  },
  azure: {
    prefixes: ["api/webhooks"],
    paths: ["/api/stripe"],
    host: { isLazy: true, without: BUFFERED },
    prepare: (cwd) => cpSync(join(ROOT, "tests/receivers/azure/host.mjs"), join(cwd, "host.mjs")),
    start: (cwd, env) => launch(cwd, env, tool("node24"), ["host.mjs"]),
  },
  strapi: {
    isLong: true,
    paths: ["/webhooks/stripe", "/api/webhooks/stripe"],
    host: { hidesCode: true, without: { "an unknown provider": "Strapi answers 405 to a POST that no route takes" } },
    prepare: (cwd) => rmSync(join(cwd, ".tmp"), { recursive: true, force: true }),
    start: startStrapi,
  },
};

const SUPABASE = (name) => `supabase/functions/${name}/index.ts`;

async function serveRoutes(cwd, env, node, script) {
  const ready = /^\[(?:react-router|remix)-serve\] http:\/\/localhost:(\d+)/;
  return launch(cwd, { ...env, PORT: String(await freePort()) }, node, [script, "build/server/index.js"], ready);
}

async function startStrapi(cwd, env) {
  mkdirSync(join(cwd, ".tmp"), { recursive: true });
  const port = await freePort();
  const secrets = Object.fromEntries(STRAPI_SECRETS.map((name) => [name, "a secret of 32 characters, at least"]));
  const more = { ...env, ...secrets, PORT: String(port), NODE_ENV: "production" };
  const ready = new RegExp(`http://127\\.0\\.0\\.1:(${port})`);
  return launch(cwd, more, process.execPath, ["node_modules/@strapi/strapi/bin/strapi.js", "start"], ready);
}

async function invokeWithGoogle(cwd, env, args) {
  const script = "node_modules/@google-cloud/functions-framework/build/src/main.js";
  const more = { ...env, PORT: String(await freePort()) };
  return launch(cwd, more, tool("node24"), [script, ...args], /^URL: http:\/\/localhost:(\d+)/);
}

// Supabase runs each function in a Deno of its own; the gateway in front of them is not here.
function startFunction(cwd, env, name) {
  const args = ["run", NO_REGISTRY, "--allow-net", "--allow-env", SUPABASE(name)];
  const any = { DENO_SERVE_ADDRESS: "tcp:127.0.0.1:0" };
  return launch(cwd, { ...env, ...any }, tool("deno"), args, /^Listening on http:\/\/127\.0\.0\.1:(\d+)/);
}
