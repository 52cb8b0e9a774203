// The servers of these tests: the harness as `make harness` serves it, and a foreign one that nothing may reach.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { serveHarness } from "../demo/site.mjs";
import { target } from "../tools/paths.mjs";

/**
 * Serves a copy of a built harness, and keeps what it is asked.
 *
 * @returns { url, asked, read, addFile, edit, sendsPolicy, stop, start, close }: `asked` is each request as text, its body
 *   included; `sendsPolicy` may be turned off; after `stop` nothing answers at `url`, until `start`
 */
export async function openSite(site, files = join(site, "dist")) {
  mkdirSync(join(target, "tmp"), { recursive: true });
  const outDir = mkdtempSync(join(target, "tmp", "harness-"));
  cpSync(files, outDir, { recursive: true });
  const asked = [];
  const opened = { asked, sendsPolicy: true };
  let running = await listen(4200);
  const { port } = running.server.httpServer.address();
  const read = (path) => readFileSync(join(outDir, path === "/" ? "index.html" : path));
  const addFile = (name, text) => writeFileSync(join(outDir, name), text);
  const edit = (name, change) => addFile(name, change(`${read(name)}`));
  const close = () => stop().then(() => rmSync(outDir, { recursive: true, force: true }));
  return Object.assign(opened, { url: running.url, read, addFile, edit, stop, start, close });

  async function listen(port, strictPort = false) {
    const running = await serveHarness({ site, outDir, port, strictPort });
    running.server.httpServer.prependListener("request", (request, response) => {
      if (!opened.sendsPolicy) withoutPolicy(response);
      const entry = { path: request.url, text: `${request.method} ${request.url} ${JSON.stringify(request.headers)} ` };
      request.on("data", (chunk) => (entry.text += chunk));
      asked.push(entry);
    });
    return running;
  }

  async function stop() {
    running.server.httpServer.closeAllConnections();
    await running.server.close().catch(() => undefined); // stopped already
  }

  async function start() {
    running = await listen(port, true);
  }
}

// As a plain host of files, which knows nothing of the page.
function withoutPolicy(response) {
  const set = response.setHeader.bind(response);
  response.setHeader = (name, value) => (/^content-security-policy$/i.test(name) ? response : set(name, value));
}

const REPLIES = () => ({
  "/": ["text/html", "<!doctype html><title>foreign</title><textarea aria-label=clipboard></textarea>"],
  "/module.js": ["text/javascript", "export default 1"],
});

/** Serves a page of no policy, and whatever else it is asked for; `seen` holds the path of each request. */
export async function openForeign() {
  const seen = [];
  const replies = REPLIES();
  const server = createServer((request, response) => {
    seen.push(request.url);
    const [type, text] = replies[request.url] ?? ["text/plain", ""];
    response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*" }).end(text);
  });
  server.on("upgrade", (request, socket) => socket.destroy(void seen.push(request.url)));
  server.listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const close = () => server.closeAllConnections() ?? server.close();
  return { url: `http://127.0.0.1:${server.address().port}/`, seen, replies, close };
}
