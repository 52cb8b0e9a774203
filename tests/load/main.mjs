#!/usr/bin/env node
// Load: an Express server that receives deliveries of 1 kB from another process, one in ten an attack and one in ten a
// duplicate. Each is judged by its answer, and by what the server's handlers wrote down: no verdict is wrong, nothing
// that was accepted is lost, nothing runs twice.
//   node tests/load/main.mjs            the count alone; then the judge, on servers that are broken on purpose
//   node tests/load/main.mjs --prove    beside a server without verification and one with the provider's own snippet,
//                                       each for 30 s in either loop (LOAD_SECONDS); prints the table of the documents
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { lacks } from "../tools/browsers.mjs";
import { startRedis } from "../tools/servers.mjs";
import { judge } from "./judge.mjs";
import { closedLoop, openLoop } from "./loops.mjs";
import { Sum } from "./sum.mjs";
import { inOnePhrase, median, tableOf } from "./table.mjs";
import { makeTraffic } from "./traffic.mjs";

const SECONDS = Number(process.env.LOAD_SECONDS || 30);
const CONNECTIONS = 16;
/** So many deliveries go to one server before it is the next one's turn. */
const SLICE = 8000;

const notRun = lacks("redis");
/** The servers, and what each must hold; see `judge`. */
const PROMISES = {
  none: {},
  snippet: {},
  countersign: { verifies: true },
  memory: { verifies: true, once: true },
  ...(notRun ? {} : { redis: { verifies: true, once: true } }),
};
/** What the judge must find in each broken server, and nothing else. */
const BROKEN = {
  trusting: ["wrong"],
  confused: ["wrong"],
  hasty: ["wrong"],
  stubborn: ["wrong"],
  racing: ["wrong", "doubled"],
  forgetful: ["lost"],
};

const KINDS = Object.keys(PROMISES);
const closed = (url, deliveries) => closedLoop(url, deliveries, CONNECTIONS);
const sum = new Sum();
let loads = 0;

const redis = notRun ? undefined : await startRedis();
const servers = [];
try {
  await (process.argv.includes("--prove") ? prove() : countOnly());
  process.exitCode = sum.close(notRun) ? 0 : 1;
} finally {
  for (const server of servers) if (server.connected) server.disconnect();
  await redis?.stop();
}

async function countOnly() {
  const server = await serve([...KINDS, ...Object.keys(BROKEN)]);
  const options = { twinsMeet: true };
  for (const kind of KINDS) sum.add(kind, await load(server, kind, kind === "redis" ? 4000 : 1000, closed, options));
  const last = KINDS.at(-1);
  sum.add(last, await load(server, last, 500, (...it) => openLoop(...it, 1000), options));
  for (const [kind, expected] of Object.entries(BROKEN)) {
    const { judged } = await load(server, kind, 500, closed, options);
    const got = ["wrong", "lost", "doubled"].filter((fault) => judged[fault].length > 0);
    sum.check(`${got}` === `${expected}`, `of a server that is ${kind} the judge is to find ${expected}, not: ${got}`);
  }
}

/** Every server is a process of its own, and has its turn in each round: noise meets all of them. */
async function prove() {
  const processes = await Promise.all(KINDS.map((kind) => serve([kind])));
  await round(processes, closed, 0); // the engine still compiles: judged, and not measured
  const busy = await rounds(processes, closed);
  const slowest = Math.min(...KINDS.map((kind) => median(busy, (round) => round[kind].perSecond)));
  const perSecond = Math.round(slowest / 200) * 100; // half of what it takes
  const steady = await rounds(processes, (...it) => openLoop(...it, perSecond));
  const figures = { kinds: KINDS, busy, steady, perSecond, connections: CONNECTIONS };
  console.log(tableOf(figures));
  sum.tell(inOnePhrase(figures));
}

/** Rounds, until every server was under load for as long as it takes. */
async function rounds(processes, loop) {
  const all = [];
  const isOver = (kind) => all.reduce((seconds, round) => seconds + round[kind].seconds, 0) >= SECONDS;
  while (!KINDS.every(isOver)) all.push(await round(processes, loop, all.length));
  return all;
}

/** One load of each; another one begins the next round. */
async function round(processes, loop, number) {
  const result = {};
  for (const turn of KINDS.keys()) {
    const at = (turn + number) % KINDS.length;
    result[KINDS[at]] = sum.add(KINDS[at], await load(processes[at], KINDS[at], SLICE, loop));
  }
  return result;
}

/** Starts one process with these kinds of servers; `ask` one for what its ledger has had since the last time. */
async function serve(kinds) {
  const child = fork(fileURLToPath(new URL("server.mjs", import.meta.url)), kinds, {
    env: { ...process.env, NODE_ENV: "production", LOAD_REDIS: redis?.url },
  });
  servers.push(child);
  const end = new AbortController();
  child.once("exit", (code) => end.abort(new Error(`a server ended with ${code}`)));
  const answer = async () => (await once(child, "message", { signal: end.signal }))[0];
  const { port } = await answer();
  return { port, ask: (kind) => (child.send(kind), answer()) };
}

/** Puts new traffic to a server; resolves to what was measured, and to what the judge found. */
async function load({ port, ask }, kind, count, loop, options) {
  loads += 1;
  const deliveries = makeTraffic(count, { seed: loads, ...options });
  await ask(kind); // what it did until now is not of this load
  const { seconds, senderCpuUs, ...waits } = await loop(`http://127.0.0.1:${port}/${kind}`, deliveries);
  const ledger = await ask(kind);
  return {
    ...waits,
    seconds,
    perSecond: count / seconds,
    cpuUs: ledger.cpuUs / count,
    senderCpuUs: senderCpuUs / count,
    judged: judge(deliveries, ledger, PROMISES[kind] ?? PROMISES.memory),
  };
}
