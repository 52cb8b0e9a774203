// Servers for the runners: a framework's own server as a child process, and a folder of built files.
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

/** Returns a port that was free a moment ago. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Starts a server and waits until `url` answers. What still runs when the runner ends, the matrix ends. */
export async function serve(command, args, url, { env = {}, seconds = 90 } = {}) {
  const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } });
  child.unref();
  let exit;
  child.once("exit", (code) => (exit = `it ended with code ${code}`));
  child.once("error", (error) => (exit = error.message));
  const deadline = Date.now() + seconds * 1000;
  while (!(await answers(url))) {
    if (exit || Date.now() > deadline)
      throw new Error(`${command} ${args[0]} does not answer at ${url}: ${exit ?? "timeout"}`);
    await new Promise((later) => setTimeout(later, 100));
  }
  return () => child.kill();
}

async function answers(url) {
  return fetch(url).then(
    (reply) => reply.body?.cancel().then(() => true) ?? true,
    () => false,
  );
}

/** Fetches JSON from a route, or throws with the reply's own words. */
export async function ask(url) {
  const reply = await fetch(url);
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}: ${text.slice(0, 2000)}`);
  return JSON.parse(text);
}

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm" };

// The strictest policy that the package promises to work under: no eval, WebAssembly allowed.
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";

/** Serves a folder of built files on a free loopback port and returns its address. */
export async function serveFolder(folder) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = join(folder, pathname === "/" ? "index.html" : pathname);
    const bytes = await readFile(file).catch(() => undefined);
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(bytes ? 200 : 404, { "content-type": type, "content-security-policy": POLICY }).end(bytes);
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  return { url: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}
