// Slots: every Webhook holds one in the module, with its keys. Each is given back: by dispose(), by a constructor that
// throws, by the garbage collector; and what was given back serves the next one.
import { collectGarbage, heapInUse } from "./watch.mjs";

const NOW = 1_763_700_000_000;
const BODY = '{"event":"message.created","data":{}}';
const OPTIONS = { now: () => NOW };

/** Many at once, each with its own key; then as many again, in the memory of the first. */
export async function manyAlive({ countersign, module }, count, test) {
  const [slots, memory, heap] = [module.open.size, module.size(), await heapInUse()];
  let webhooks = openMany(countersign, count, "first");
  const grown = module.size() - memory;
  const heapGrown = (await heapInUse()) - heap;
  test.equal(module.open.size, slots + count, "open slots");
  judgeMany(webhooks, test);

  for (const webhook of webhooks) webhook.dispose();
  test.equal(module.open.size, slots, "open slots, all disposed");
  const full = module.size();
  webhooks = openMany(countersign, count, "second");
  judgeMany(webhooks, test);
  test.equal(module.size(), full, `bytes of linear memory for the next ${count}`);
  for (const webhook of webhooks) webhook.dispose();
  return { memoryEach: grown / count, heapEach: heapGrown / count };
}

function openMany({ Webhook }, count, generation) {
  return Array.from({ length: count }, (_, at) => new Webhook("agentbot", `${generation} secret ${at}`, OPTIONS));
}

// Each accepts its own delivery, and refuses its neighbour's.
function judgeMany(webhooks, test) {
  let [accepted, refused] = [0, 0];
  for (const [at, webhook] of webhooks.entries()) {
    const headers = webhook.sign(BODY);
    if (webhook.check(BODY, headers).ok) accepted += 1;
    if (webhooks[(at + 1) % webhooks.length].check(BODY, headers).code === "SIGNATURE_MISMATCH") refused += 1;
  }
  test.equal([accepted, refused], [webhooks.length, webhooks.length], "own deliveries accepted, others' refused");
}

/** One after the other, in one place. */
export function oneAfterAnother({ countersign, module }, count, test) {
  const [slots, memory] = [module.open.size, module.size()];
  module.mostOpen = 0;
  for (let round = 0; round < count; round += 1) {
    const webhook = new countersign.Webhook("agentbot", [`secret ${round}`, "the one before"], OPTIONS);
    webhook.check(BODY, webhook.sign(BODY));
    webhook.dispose();
  }
  test.equal([module.open.size, module.mostOpen], [slots, slots + 1], "open slots: now, and at most");
  test.equal(module.size(), memory, "bytes of linear memory");
}

/** A constructor that throws after its slot was opened. */
export function refusedAtConstruction({ countersign, module }, count, test) {
  const [slots, memory] = [module.open.size, module.size()];
  for (let round = 0; round < count; round += 1) {
    const undecodable = () => new countersign.Webhook("standard-webhooks", ["whsec_AP8=", "whsec_!!"]);
    const untimed = () => new countersign.Webhook("bookbag", "secret", { toleranceSeconds: 300 });
    const ageless = () => new countersign.Webhook("agentbot", "secret", { maxEventAgeSeconds: 300 });
    test.throws(undecodable, "SECRET_INVALID", "the second secret does not decode");
    test.throws(untimed, "OPTION_INVALID", "a tolerance where no time is signed");
    test.throws(ageless, "OPTION_INVALID", "an age of events where a time is signed");
  }
  test.equal([module.open.size, module.size()], [slots, memory], "open slots, bytes of linear memory");
}

/** Dropped and never disposed; but for those whose deliveries are still held. */
export async function leftToTheCollector({ countersign, module }, count, test) {
  const slots = module.open.size;
  let held = openMany(countersign, count, "dropped")
    .filter((_, at) => at % 100 === 0)
    .map((webhook) => webhook.verify(BODY, webhook.sign(BODY)));
  const kept = held.length;
  test.equal(await slotsWhen(module, slots + kept), slots + kept, `open slots while ${kept} deliveries are held`);
  test.ok(
    held.every(({ type }) => type === "message.created"),
    "a delivery stays readable when its Webhook is gone",
  );
  held = undefined;
  test.equal(await slotsWhen(module, slots), slots, "open slots when nothing is held");
}

// The engine decides when finalisers run; after a hundred collections no more will run.
async function slotsWhen(module, expected) {
  for (let tries = 0; tries < 100 && module.open.size > expected; tries += 1) await collectGarbage();
  return module.open.size;
}

/** Every method, after dispose. */
export async function afterDispose({ countersign }, test) {
  const webhook = new countersign.Webhook("agentbot", "secret", OPTIONS);
  const headers = webhook.sign(BODY);
  const delivery = webhook.verify(BODY, headers);
  const [next, successor] = [webhook.dispose(), new countersign.Webhook("agentbot", "secret", OPTIONS)];
  test.equal(next, undefined, "dispose returns nothing");

  test.throws(() => webhook.verify(BODY, headers), "SECRET_EMPTY", "verify");
  const { ok, code, family, status } = webhook.check(BODY, headers);
  test.equal([ok, code, family, status], [false, "SECRET_EMPTY", "misuse", 500], "check");
  test.throws(() => webhook.sign(BODY), "SECRET_EMPTY", "sign");
  const request = new Request("https://example.com/", { method: "POST", headers, body: BODY });
  await test.rejects(() => webhook.verifyRequest(request), "SECRET_EMPTY", "verifyRequest");
  const streamed = "x".repeat(100_000);
  test.throws(() => webhook.verify(streamed, successor.sign(streamed)), "SECRET_EMPTY", "verify, a body in chunks");
  webhook.dispose();
  test.equal([`${webhook}`, webhook.scheme.name], ["Webhook(agentbot)", "agentbot"], "what is not secret");
  test.equal([delivery.type, delivery.payload.event], ["message.created", "message.created"], "its deliveries");

  test.ok(successor.check(BODY, headers).ok, "the next one works in its place, whatever was called on the first");
  if (typeof Symbol.dispose === "symbol") successor[Symbol.dispose]();
  else successor.dispose();
  test.throws(() => successor.verify(BODY, headers), "SECRET_EMPTY", "Symbol.dispose");
}
