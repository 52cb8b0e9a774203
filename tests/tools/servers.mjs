// Servers of databases: each starts on a free port, in a folder of its own, and stops with whoever started it.
import { spawn, spawnSync } from "node:child_process";
import { chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { freePort } from "../runtimes/shared/serve.mjs";
import { find } from "./browsers.mjs";
import { tool } from "./install.mjs";
import { requireLibrary, target } from "./paths.mjs";

/** Starts one Redis that keeps nothing; `lacks("redis")` of browsers.mjs says whether it can. */
export async function startRedis(...options) {
  const port = await portWithBus();
  const folder = newFolder("redis");
  const all = ["--port", port, "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "no", ...options];
  // The program knows by its name what it is to do.
  const server = start(find("redis-server"), all, { argv0: "redis-server" }, "SIGTERM", folder);
  const isReady = () => until(() => answers(port, "PING\r\n", "PONG"), "Redis");
  await isReady();
  return { port, url: `redis://127.0.0.1:${port}`, ...server, crash: () => server.crash().then(isReady) };
}

/** Starts a Redis Cluster of three masters. */
export async function startRedisCluster(...options) {
  const servers = await Promise.all([0, 1, 2].map(() => startRedis("--cluster-enabled", "yes", ...options)));
  const ports = servers.map(({ port }) => port);
  const { Redis } = requireLibrary("ioredis");
  const nodes = servers.map(({ port }) => new Redis(port, "127.0.0.1"));
  const slots = Array.from({ length: 16384 }, (_, slot) => slot);
  await Promise.all(
    nodes.map((node, at) => node.call("cluster", "addslots", ...slots.filter((slot) => slot % 3 === at))),
  );
  await Promise.all(servers.slice(1).map(({ port }) => nodes[0].call("cluster", "meet", "127.0.0.1", port)));
  await until(() => isWhole(nodes), "the Redis Cluster");
  for (const node of nodes) node.disconnect();
  const urls = servers.map(({ url }) => url).join(",");
  const crash = () => Promise.all(servers.map((server) => server.crash()));
  return { urls, ports, crash, stop: () => Promise.all(servers.map(({ stop }) => stop())) };
}

async function isWhole(nodes) {
  const infos = await Promise.all(nodes.map((node) => node.call("cluster", "info")));
  return infos.every((info) => info.includes("cluster_state:ok") && info.includes("cluster_known_nodes:3"));
}

/** Starts a PostgreSQL with an empty database `postgres`, for the user of that name. */
export async function startPostgres() {
  // PostgreSQL refuses to run as root, and no other user may read what lies in root's home.
  const isRoot = process.getuid?.() === 0;
  const owner = isRoot ? { uid: 65534, gid: 65534 } : {};
  const folder = isRoot ? mkdtempSync("/var/tmp/countersign-postgres-") : newFolder("postgres");
  if (isRoot) chownSync(folder, owner.uid, owner.gid);
  const bin = copyPostgres(folder);
  const data = join(folder, "data");
  const make = ["-D", data, "-U", "postgres", "--auth=trust", "--no-sync", "--no-locale", "--encoding=UTF8"];
  const made = spawnSync(join(bin, "initdb"), make, { ...owner, cwd: folder, encoding: "utf8" });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error ?? made.stderr}`);
  const port = await freePort();
  const all = ["-D", data, "-h", "127.0.0.1", "-p", port, "-k", "", "-F", "-c", "log_min_messages=panic"];
  const server = start(join(bin, "postgres"), all, { ...owner, cwd: folder }, "SIGQUIT", folder);
  const isReady = () => until(() => acceptsQueries(port), "PostgreSQL");
  await isReady();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  return { port, url, ...server, crash: () => server.crash().then(isReady) };
}

// npm packages carry no symbolic links: this one lists them for an install script, which is not run here.
function copyPostgres(folder) {
  const home = join(dirname(tool("postgres")), "..");
  cpSync(home, join(folder, "native"), { recursive: true });
  const links = JSON.parse(readFileSync(join(home, "pg-symlinks.json"), "utf8"));
  for (const { source, target: link } of links) symlinkSync(join(folder, source), join(folder, link));
  return join(folder, "native", "bin");
}

async function acceptsQueries(port) {
  const { Client } = requireLibrary("pg");
  const client = new Client({ host: "127.0.0.1", port, user: "postgres", database: "postgres" });
  client.on("error", () => undefined);
  await client.connect();
  await client.end();
  return true;
}

function newFolder(name) {
  mkdirSync(join(target, "tmp"), { recursive: true });
  return mkdtempSync(join(target, "tmp", `${name}-`));
}

// The nodes of a cluster talk on the port 10,000 above.
async function portWithBus() {
  const port = await freePort();
  return port + 10_000 < 65_536 ? port : portWithBus();
}

function start(program, args, options, signal, folder) {
  let [child, ended] = [];
  const run = () => {
    child = spawn(program, args.map(String), { stdio: ["ignore", "ignore", "inherit"], ...options });
    ended = new Promise((done) => child.once("exit", done).once("error", done));
  };
  run();
  const kill = () => child.kill(signal);
  process.once("exit", kill);
  for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => process.exit(130)); // which nothing outlives
  const stop = async () => {
    process.off("exit", kill);
    kill();
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  };
  // Dies without a farewell, and comes back with what it had written.
  const crash = async () => {
    child.kill(signal === "SIGTERM" ? "SIGKILL" : signal);
    await ended;
    run();
  };
  return { stop, crash, signal: (name) => child.kill(name) };
}

function answers(port, question, answer) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(question));
    socket.once("error", reject);
    socket.once("data", (data) => resolve(data.includes(answer)) ?? socket.destroy());
  });
}

async function until(isReady, name) {
  const deadline = Date.now() + 60_000;
  for (let why = "it does not answer"; !(await isReady().catch((error) => void (why = error.message))); ) {
    if (Date.now() > deadline) throw new Error(`${name} did not start: ${why}`);
    await new Promise((later) => setTimeout(later, 50));
  }
}
