// What the tests of the tarball have in common: what is in it by name, and how it is bundled and run.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { build } from "esbuild";

export const adapters = ["express", "fastify", "fetch", "hono", "koa", "lambda", "next", "node"];

export const names = ["agentbot", "bookbag", "chatbase", "digivault", "github", "libromi", "shopify", "slack"];
names.push("standard-webhooks", "stripe");

/** A provider that is imported alone. */
export const alone = names.map((name) => `providers/${name}`);

/** What stands in a provider's scheme and nowhere else: the name of a header of its own. */
export const TRACES = {
  agentbot: "X-Agentbot-Signature",
  bookbag: "X-Bookbag-Signature",
  chatbase: "x-chatbase-signature",
  digivault: "X-DigiVault-Signature",
  github: "X-Hub-Signature-256",
  libromi: "x-libromi-signature",
  shopify: "X-Shopify-Hmac-Sha256",
  slack: "X-Slack-Signature",
  "standard-webhooks": "webhook-signature",
  stripe: "Stripe-Signature",
};

/** Runs a script in a Node of its own. */
export function run(script, ...flags) {
  return promisify(execFile)(process.execPath, [...flags, "-e", script], { cwd: process.cwd() });
}

/** What a bundler makes of a module that imports the package. */
export async function bundleOf(contents) {
  const stdin = { contents, resolveDir: process.cwd() };
  const options = { bundle: true, write: false, format: "esm", minify: true, logLevel: "error" };
  return (await build({ stdin, ...options })).outputFiles[0].text;
}
