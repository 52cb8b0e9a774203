#!/usr/bin/env node
// Stores: one contract for each, over real servers, and real receivers in processes that share one.
//   node tests/idempotency/main.mjs                    all of them
//   node tests/idempotency/main.mjs redis postgres     some
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageDir, tests } from "../tools/paths.mjs";
import { startProxy } from "../tools/proxy.mjs";
import { startPostgres, startRedis, startRedisCluster } from "../tools/servers.mjs";
import { open } from "./clients.mjs";
import { contract, runContract, sharedContract } from "./contract.mjs";
import { webhookOf } from "./handling.mjs";
import { hanging } from "./hanging.mjs";
import { lost } from "./lost.mjs";
import { misuse } from "./misuse.mjs";
import { memoryTests, postgresTests, redisTests } from "./particular.mjs";
import { crashing, receiving } from "./receiving.mjs";
import { startWorkers } from "./workers.mjs";

const packageUrl = pathToFileURL(join(packageDir, "/"));
const load = (name) => import(new URL(`dist/${name}.js`, packageUrl));
const [countersign, fetching, stores] = await Promise.all(["index", "fetch", "idempotency"].map(load));
const webhook = webhookOf(countersign);

/** What is tested on what: each yields { row, passed, failures }. */
const GROUPS = {
  async *misuse() {
    yield { row: "misuse", ...(await runContract(misuse, { ...stores, ...countersign })) };
  },
  async *memory() {
    yield await contractOf("memory", undefined, { ...contract, ...memoryTests(stores) });
    yield await receivingOf("memory", undefined, 1);
  },
  async *redis() {
    const server = await startRedis(...KEPT);
    const stall = () => server.signal("SIGSTOP") && (() => server.signal("SIGCONT"));
    yield* onServer(server, server.url, ["redis, ioredis", "redis, node-redis"], redisTests(stores), () => stall);
  },
  async *cluster() {
    const cluster = await startRedisCluster(...KEPT);
    yield* onServer(cluster, cluster.urls, ["redis cluster, ioredis", "redis cluster, node-redis"], {});
  },
  async *postgres() {
    const server = await startPostgres();
    yield* onServer(server, server.url, ["postgres, pg"], postgresTests(stores), (client) => async () => {
      const { rows } = await client.query("SELECT pg_backend_pid() AS pid");
      process.kill(rows[0].pid, "SIGSTOP");
      return () => process.kill(rows[0].pid, "SIGCONT");
    });
  },
  async *"durable-object"() {
    const workers = await startWorkers();
    try {
      const ask = async (path) => (await fetch(`${workers.url}${path}`)).json();
      yield { row: "durable object, SQLite: contract", ...(await ask("/contract")) };
      yield { row: "durable object, key-value: contract", ...(await ask("/contract-older")) };
      const urls = [workers.url, `${workers.url}/other`];
      yield { row: "durable object: two Workers", ...(await received({ webhook, urls, crash: workers.restart })) };
    } finally {
      await workers.stop();
    }
  },
};

/** A Redis that is back after a crash has the claims of before. */
const KEPT = ["--appendonly", "yes", "--appendfsync", "always"];

async function* onServer(server, where, kinds, more, stallOf) {
  try {
    for (const kind of kinds) {
      yield await contractOf(kind, where, { ...sharedContract, ...more });
      yield await receivingOf(kind, where, 2);
      if (stallOf) yield await hangingOf(kind, where, stallOf);
      yield await lostOf(kind, where, server);
    }
  } finally {
    await server.stop();
  }
}

async function contractOf(kind, where, suite) {
  const { make, client, close } = await open(kind, where, stores);
  const result = await runContract(suite, make, client);
  await close();
  return { row: `${kind}: contract`, ...result };
}

async function hangingOf(kind, where, stallOf) {
  const { make, client, close } = await open(kind, where, stores, { timeoutMs: 300 });
  const site = { webhook, receive: fetching.receive, make, stall: stallOf(client) };
  const result = await runContract(hanging, site);
  await close();
  return { row: `${kind}: hanging`, ...result };
}

// One after the other: each pauses, cuts or kills what the others need.
async function lostOf(kind, where, { ports, port, crash }) {
  const behind = new Map();
  for (const one of ports ?? [port]) behind.set(one, await startProxy(one));
  const proxied = [...behind].reduce((urls, [one, { port }]) => urls.replaceAll(`:${one}`, `:${port}`), where);
  const portOf = (one) => behind.get(one)?.port ?? one;
  const { make, close } = await open(kind, where, stores);
  const site = {
    direct: make(),
    claimsAgain: kind === "redis cluster, ioredis",
    proxies: [...behind.values()],
    crash,
    async open(options) {
      const { make, close } = await open(kind, proxied, stores, { portOf, ...options });
      return { store: make(), close };
    },
  };
  const results = [];
  for (const [name, test] of Object.entries(lost)) results.push(await runContract({ [name]: test }, site));
  await close();
  for (const proxy of site.proxies) proxy.stop();
  const failures = results.flatMap((result) => result.failures);
  return { row: `${kind}: lost answers`, passed: results.length - failures.length, failures };
}

async function receivingOf(kind, where, processes) {
  const script = join(tests, "idempotency", "receiver.mjs");
  const children = Array.from({ length: processes }, () => fork(script, [packageUrl.href, kind, where ?? ""]));
  try {
    const urls = await Promise.all(children.map(listening));
    const crash = async () => {
      children[0].kill("SIGKILL");
      await once(children[0], "exit");
      return urls[1];
    };
    const result = await received({ webhook, urls, crash: processes > 1 ? crash : undefined });
    return { row: `${kind}: ${processes} process${processes > 1 ? "es" : ""}`, ...result };
  } finally {
    for (const child of children) child.kill("SIGKILL");
  }
}

function listening(child) {
  return new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", (code) => reject(new Error(`a receiver ended with code ${code} before it listened`)));
  });
}

// A crash takes the other tests' receivers with it, so it comes last; nothing outlives an only process.
async function received(site) {
  const { passed, failures } = await runContract(receiving, site);
  const crashed = site.crash ? await runContract(crashing, site) : { passed: 0, failures: [] };
  return { passed: passed + crashed.passed, failures: [...failures, ...crashed.failures] };
}

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in GROUPS));
if (unknown) throw new Error(`no such group: ${unknown} (known: ${Object.keys(GROUPS).join(", ")})`);

const started = performance.now();
let [passed, failed, rows] = [0, 0, 0];
for (const name of wanted.length > 0 ? wanted : Object.keys(GROUPS)) {
  let last = performance.now();
  for await (const { row, passed: good, failures } of GROUPS[name]()) {
    const seconds = ((performance.now() - last) / 1000).toFixed(1);
    console.log(`${row.padEnd(42)} ${`${good}`.padStart(3)} passed, ${failures.length} failed  (${seconds} s)`);
    for (const failure of failures) console.log(`  FAILED ${failure}`);
    [passed, failed, rows, last] = [passed + good, failed + failures.length, rows + 1, performance.now()];
  }
}
const measured = `${rows} rows of stores and clients, 200 duplicates at once handled once in each, ${((performance.now() - started) / 1000).toFixed(0)} s`;
console.log(JSON.stringify({ passed, failed, measured }));
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
