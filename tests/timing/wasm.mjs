// Timing, as native.rs, of what the package does in this engine: the module's last step, and `check` as users call it.
//   node wasm.mjs WORK ONE OTHER SAMPLES SEED > samples
import { createHmac } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { watchPackage } from "../life/watch.mjs";
import { packageDir } from "../tools/paths.mjs";
import { randomFrom } from "../tools/random.mjs";

const { Webhook } = await import(pathToFileURL(join(packageDir, "dist", "index.js")));
const NOW = 1_763_700_000_000;
const TAG = 32;
const KEYS = 4;
/** Inputs that are laid out at once, and samples that are thrown away: the engine still compiles. */
const CHUNK = 256;
const WARM_UP = 20_000;

/** What the signatures of a delivery are like: wrong in one byte, right, or one of several, for one of several keys. */
const CLASSES = {
  first: { wrong: 0 },
  last: { wrong: TAG - 1 },
  right: { key: 0 },
  "first-key": { key: 0, place: 1 },
  "last-key": { key: KEYS - 1, place: 1 },
  "first-place": { key: 1, place: 0 },
  "last-place": { key: 1, place: KEYS - 1 },
};

/** How many deliveries make one sample, where one alone is drowned by the clock, and what is done with each. */
const WORKS = {
  finish: { batch: 1, start: startModule },
  check: { batch: 2, start: startPackage },
  "early-compare": { batch: 4, start: () => ({ run: ({ right, claimed }) => equalUntilWrong(right, claimed) }) },
  "early-check": { batch: 2, start: startByHand },
};

const [work, one, other, samples, seed] = process.argv.slice(2);
const random = randomFrom(Number(seed));
const below = (limit) => Math.floor(random() * limit);
const classes = [one, other].map((name) => CLASSES[name]);
const isWide = classes.some(({ place }) => place !== undefined);
const secrets = Array.from({ length: isWide ? KEYS : 1 }, (_, key) => `secret ${key}`);
const measured = await measure(WORKS[work], Number(samples));
process.stdout.write(new Uint8Array(measured.buffer));

async function measure({ batch, start }, count) {
  const { prepare = () => {}, run } = await start();
  const taken = new Uint32Array(count);
  for (let at = -WARM_UP; at < count; ) {
    // All of a chunk is laid out before any of it is measured: neither place nor order tells the classes apart.
    for (const { isOther, deliveries } of Array.from({ length: CHUNK }, () => draw(batch))) {
      const time = timed(prepare, run, deliveries);
      if (at >= 0 && at < count) taken[at] = ((isOther << 31) | Math.min(time, 0x7fff_ffff)) >>> 0;
      at += 1;
    }
  }
  return taken;
}

function timed(prepare, run, deliveries) {
  prepare(deliveries[0]);
  let right = 0;
  const start = process.hrtime.bigint();
  for (let at = 0; at < deliveries.length; at += 1) right += run(deliveries[at]) === deliveries[at].verdict ? 1 : 0;
  const time = Number(process.hrtime.bigint() - start);
  if (right !== deliveries.length) throw new Error(`${work}: a verdict is wrong for ${one} or ${other}`);
  return time;
}

function draw(batch) {
  const isOther = below(2);
  return { isOther, deliveries: Array.from({ length: batch }, () => drawDelivery(classes[isOther])) };
}

// Every delivery is a new one: of a few hundred, predictors learn the digits by heart, up to the wrong one.
function drawDelivery({ wrong, key, place }) {
  const body = randomBytes(64);
  const tag = createHmac("sha256", secrets[key ?? 0])
    .update(`${NOW / 1000}.`)
    .update(body)
    .digest();
  const right = tag.toString("hex");
  if (wrong !== undefined) tag[wrong] ^= 1 + below(255);
  const claimed = tag.toString("hex");
  const several = Array.from({ length: place === undefined ? 1 : KEYS }, (_, at) =>
    at === (place ?? 0) ? claimed : randomBytes(TAG).toString("hex"),
  );
  const value = `t=${NOW / 1000}${several.map((signature) => `,v1=${signature}`).join("")}`;
  return { body, right, claimed, value, headers: { "x-agentbot-signature": value }, verdict: key ?? -1 };
}

function randomBytes(length) {
  const words = new Uint32Array(length / 4);
  for (let at = 0; at < words.length; at += 1) words[at] = random() * 2 ** 32;
  return Buffer.from(words.buffer);
}

/** The module itself: everything up to the end of the body is done before the clock starts. */
async function startModule() {
  const { module } = await watchPackage();
  const { exports } = module;
  const put = (text) => module.bytes().write(text, exports.text_at(), "latin1");
  new Webhook("agentbot", "any").dispose();
  const slot = exports.open(put(module.scheme.toString("latin1")));
  for (const secret of secrets) exports.add_secret(slot, put(secret), 0);
  const halves = [Math.floor(NOW / 2 ** 32), NOW >>> 0];
  const prepare = ({ value, body }) => {
    module.bytes().writeUInt32LE(put(value), exports.lengths_at());
    module.bytes().set(body, exports.body_at());
    if (exports.verify_begin(slot) !== 0) throw new Error("a delivery is malformed");
    exports.update(body.length);
  };
  return { prepare, run: () => Math.max(exports.verify_finish(...halves), -1) };
}

/** The package, as users call it. */
function startPackage() {
  const webhook = new Webhook("agentbot", secrets, { now: () => NOW });
  return {
    run({ body, headers }) {
      const answer = webhook.check(body, headers);
      return answer.ok ? answer.delivery.secretIndex : -1;
    },
  };
}

/** The control: what receivers write by hand. */
function startByHand() {
  return {
    run({ body, claimed }) {
      const expected = createHmac("sha256", secrets[0])
        .update(`${NOW / 1000}.`)
        .update(body)
        .digest("hex");
      return equalUntilWrong(expected, claimed);
    },
  };
}

function equalUntilWrong(one, other) {
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return -1;
  return 0;
}
