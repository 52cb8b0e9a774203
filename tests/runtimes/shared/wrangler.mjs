// A Worker in workerd, by `wrangler dev`.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { freePort, serve } from "./serve.mjs";

// That of this app's own libraries, or the one that most apps share.
const places = ["../node_modules", "../../../matrix/node_modules"];
const libraries = places.find((place) => existsSync(join(place, "wrangler")));
/** The release of a library that is installed beside this wrangler. */
export const versionOf = (name) => JSON.parse(readFileSync(join(libraries, name, "package.json"), "utf8")).version;

export const versions = { wrangler: versionOf("wrangler"), workerd: versionOf("workerd") };

/** Serves a script under a compatibility date; `options` are further ones of wrangler's. */
export async function serveWorker(script, date, options = []) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  // Two of these may run at once, so nothing is left to wrangler's defaults: both ports, its state, its logs.
  const ports = ["--ip", "127.0.0.1", "--port", port, "--inspector-port", await freePort()];
  const env = { CLOUDFLARE_CF_FETCH_ENABLED: "false", WRANGLER_HIDE_BANNER: "true", WRANGLER_SEND_METRICS: "false" };
  const wrangler = join(libraries, "wrangler", "bin", "wrangler.js");
  const args = [wrangler, "dev", script, ...ports, "--compatibility-date", date, ...options];
  return { url, stop: await serve(process.execPath, args, url, { env }) };
}
