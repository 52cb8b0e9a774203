// Loops: two ways to put deliveries to a server, over kept-alive connections of undici. A histogram (HDR, whole
// microseconds, three digits) takes what each waited for its whole reply.
import { setImmediate } from "node:timers/promises";
import { requireLibrary } from "../tools/paths.mjs";

const { Pool } = requireLibrary("undici");
const hdr = requireLibrary("hdr-histogram-js");

const MICROSECONDS = { lowestDiscernibleValue: 1, highestTrackableValue: 60e6, numberOfSignificantValueDigits: 3 };

/**
 * Closed: on each connection the next is sent when the last was answered. It finds out how much a server takes; a
 * server that stalls is sent less meanwhile, so its latency tells little of how long a provider would wait.
 */
export function closedLoop(url, deliveries, connections) {
  return during(url, connections, async (post) => {
    const rest = deliveries.values();
    const connection = async () => {
      for (const delivery of rest) await post(delivery, performance.now());
    };
    await Promise.all(Array.from({ length: connections }, connection));
  });
}

/**
 * Open: each is sent when its time has come, whatever became of those before. Its wait begins at that time and not
 * when a connection is free, so a stall is counted for everyone who would have met it (no coordinated omission).
 */
export function openLoop(url, deliveries, perSecond) {
  return during(url, 128, async (post) => {
    const start = performance.now();
    const posts = [];
    for (const [at, delivery] of deliveries.entries()) {
      const due = start + (at * 1000) / perSecond;
      while (performance.now() < due) await setImmediate(); // timers count whole milliseconds
      posts.push(post(delivery, due));
    }
    await Promise.all(posts);
  });
}

/** Each delivery is left with its `status` and the text of its `reply`; without a status, that says why. */
async function during(url, connections, work) {
  const { origin, pathname: path } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1, headersTimeout: 30_000, bodyTimeout: 30_000 });
  const waits = hdr.build(MICROSECONDS);
  const started = performance.now();
  const cpu = process.cpuUsage();
  await work(async (delivery, since) => {
    delivery.isAfterAnswer = delivery.original?.status !== undefined;
    try {
      const { headers, body } = delivery;
      const answer = await pool.request({ path, method: "POST", headers, body });
      delivery.reply = await answer.body.text();
      delivery.status = answer.statusCode;
      waits.recordValue(Math.round((performance.now() - since) * 1000));
    } catch (error) {
      delivery.reply = error.message;
    }
  });
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  await pool.close();
  const [p50Ms, p99Ms] = [50, 99].map((percentile) => waits.getValueAtPercentile(percentile) / 1000);
  return { seconds, p50Ms, p99Ms, senderCpuUs: user + system };
}
