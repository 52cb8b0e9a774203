// Traffic: the whole corpus, genuine and hostile, over and over through one instance. Each verdict is compared with the
// vector's; memory is weighed on the way.
import { readCorpusFiles } from "../runtimes/corpus.mjs";
import { TRAFFIC_CODES } from "../portable/codes.mjs";
import { failureLine, openWebhook, readCorpus } from "../portable/vectors.mjs";
import { randomFrom } from "../tools/random.mjs";
import { heapInUse } from "./watch.mjs";

/** Larger bodies are sent once in so many rounds: their time goes into hashing, and they try nothing else. */
const LARGE = 4096;
const ROUNDS_PER_LARGE = 20;
/** Among so many verifications one is by a Webhook that lives for it alone. */
const SHORT_LIFE = 100;
const CHECKPOINTS = 10;
/** What the engine may gather for itself between two checkpoints; a number for each verification would be more. */
const HEAP_SLACK = 1 << 20;

const random = randomFrom(0x5eed);

/** One endpoint for each vector, open for as long as the traffic lasts. */
export function openEndpoints(countersign) {
  const vectors = readCorpus(readCorpusFiles().map(({ data }) => data));
  return vectors.map((vector) => ({ vector, webhook: openWebhook(countersign, vector) }));
}

/** Genuine and hostile deliveries, mixed; memory and slots must be at the end what they were after the first rounds. */
export async function mixedTraffic({ countersign, module }, endpoints, total, test, say) {
  const tally = new Tally(countersign);
  for (let round = 0; round < 2; round += 1) tally.send(shuffled(endpoints));
  const before = await weigh(module);
  let heap = before.heap;

  const warm = tally.total;
  for (let round = 0; tally.total - warm < total; round += 1) {
    const isLarge = round % ROUNDS_PER_LARGE === 0;
    tally.send(shuffled(endpoints.filter(({ vector }) => isLarge || vector.body.length <= LARGE)));
    if (((tally.total - warm) * CHECKPOINTS) / total < tally.checkpoints + 1) continue;
    tally.checkpoints += 1;
    const now = await weigh(module);
    heap = Math.max(heap, now.heap);
    test.equal(now.memory, before.memory, `bytes of linear memory after ${tally.total} verifications`);
    test.equal(now.slots, before.slots, `open slots after ${tally.total} verifications`);
    say(`${tally.total} verifications, memory ${now.memory}, slots ${now.slots}, heap ${inKilobytes(now.heap)} kB`);
  }
  const grown = heap - before.heap;
  test.ok(grown <= HEAP_SLACK, `the JavaScript heap grew by ${grown} bytes, at most ${HEAP_SLACK}`);
  test.equal(tally.wrong, [], `${tally.total} verdicts`);
  for (const code of ["verified", ...TRAFFIC_CODES]) test.ok(tally.verdicts[code] > 0, `a delivery that is ${code}`);
  return { ...tally.verdicts, total: tally.total, memory: before.memory, heapGrown: grown };
}

/** Nothing but hostile deliveries; then everything genuine must still be accepted. */
export function hostileTraffic({ countersign }, endpoints, total, test) {
  const hostile = endpoints.filter(({ vector }) => vector.expected !== "verified" && vector.body.length <= LARGE);
  const refused = new Tally(countersign);
  while (refused.total < total) refused.send(shuffled(hostile));
  test.equal(refused.wrong, [], `${refused.total} refusals`);
  test.equal(refused.verdicts.verified, undefined, "hostile deliveries that were verified");

  const genuine = endpoints.filter(({ vector }) => vector.expected === "verified");
  const accepted = new Tally(countersign);
  accepted.send(genuine);
  test.equal(accepted.wrong, [], "genuine deliveries after them");
  test.equal(accepted.verdicts.verified, genuine.length, "genuine deliveries that were verified");
  return refused.total;
}

/** Counts verdicts, and keeps the first that are not the vector's. */
class Tally {
  total = 0;
  checkpoints = 0;
  verdicts = {};
  wrong = [];
  #countersign;

  constructor(countersign) {
    this.#countersign = countersign;
  }

  send(endpoints) {
    for (const { vector, webhook } of endpoints) {
      if (this.total % SHORT_LIFE === 0) this.#judgeOnce(vector);
      else this.#judge(vector, webhook);
    }
  }

  #judgeOnce(vector) {
    const webhook = openWebhook(this.#countersign, vector);
    this.#judge(vector, webhook);
    webhook.dispose();
  }

  #judge(vector, webhook) {
    const got = this.total % 2 === 0 ? checked(webhook, vector) : thrown(webhook, vector);
    this.total += 1;
    this.verdicts[got] = (this.verdicts[got] ?? 0) + 1;
    if (got !== vector.expected && this.wrong.length < 20) this.wrong.push(failureLine(vector, vector.expected, got));
  }
}

function checked(webhook, vector) {
  const answer = webhook.check(vector.body, vector.headers);
  return answer.ok ? factsOf(answer.delivery, vector) : answer.code;
}

function thrown(webhook, vector) {
  try {
    return factsOf(webhook.verify(vector.body, vector.headers), vector);
  } catch (error) {
    return error.code ?? `${error}`;
  }
}

// The event is read by the module, too, from what the verdict left in it.
function factsOf(delivery, { facts }) {
  const { type, id, secretIndex } = delivery;
  if ("type" in facts && facts.type !== type) return `of type ${type}`;
  if ("id" in facts && facts.id !== id) return `of id ${id}`;
  if ("secret_index" in facts && facts.secret_index !== secretIndex) return `by secret ${secretIndex}`;
  return "verified";
}

async function weigh(module) {
  return { memory: module.size(), slots: module.open.size, heap: await heapInUse() };
}

function shuffled(list) {
  const order = [...list];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order;
}

const inKilobytes = (bytes) => Math.round(bytes / 1024);
