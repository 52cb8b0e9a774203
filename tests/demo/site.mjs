// The browser harness as a site: a copy of the example with the packed tarball, built by Vite, and served by it.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { run } from "./launch.mjs";
import { ROOT, installExample } from "./install.mjs";

const SITE = join(ROOT, "target", "demo", "browser-harness");
const TESTS = join(ROOT, "tests");
/** What is built in of the tests: it is no part of the example. */
const CORPUS = ["vectors", "portable"];
process.env.COUNTERSIGN_TESTS = TESTS; // the copy does not stand beside them

/** Installs and builds the harness, unless nothing changed since the last time; returns its folder. */
export function buildHarness(tarball) {
  const { changed } = installExample("browser-harness", SITE, tarball);
  const stampFile = join(SITE, ".built");
  const stamp = fingerprint();
  if (!changed && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return SITE;
  run(SITE, "npm", ["run", "--silent", "build"]);
  writeFileSync(stampFile, stamp);
  return SITE;
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const folder of CORPUS)
    for (const path of filesOf(join(TESTS, folder))) hash.update(path).update(readFileSync(path));
  return hash.digest("hex");
}

function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/**
 * Serves a built harness at the next free port from `port` on.
 *
 * @param site - the folder that was built in
 * @param outDir - the files to serve, if they are not those of the build
 */
export async function serveHarness({ site, outDir = join(site, "dist"), port = 4173, strictPort = false }) {
  const { preview } = await import(pathToFileURL(join(site, "node_modules/vite/dist/node/index.js")));
  const server = await preview({
    root: site,
    logLevel: "error",
    build: { outDir },
    preview: { host: "127.0.0.1", port, strictPort },
  });
  return { url: server.resolvedUrls.local[0], server };
}
