// Traffic: deliveries of Agentbot, each with what must become of it. Of ten, eight are genuine and new, one is an
// attack, and one a duplicate: at once or later, replayed or, as a provider does when it tries again, signed anew.
import { randomUUID } from "node:crypto";
import { PROVIDERS, macOf, signatureOf } from "../demo/providers.mjs";
import { randomFrom } from "../tools/random.mjs";

/** What a body weighs, in bytes. */
export const BODY_BYTES = 1024;

const TEN = 10;
/** A late duplicate comes so many deliveries after its original: more than are under way, as a rule. */
const LATE = 200;
const LINE = "Hi, what's your pricing for a team of five, and is there a discount for a year? ";

/** What attackers send, and the code that each must get. `its` is a genuine delivery that nobody has sent. */
const ATTACKS = [
  ["body: a letter changed", "SIGNATURE_MISMATCH", (its) => ({ ...its, body: changed(its.body) })],
  ["body: a space added", "SIGNATURE_MISMATCH", (its) => ({ ...its, body: Buffer.concat([its.body, SPACE]) })],
  ["signed with a wrong secret", "SIGNATURE_MISMATCH", (its) => signed(its, { secret: "guess" })],
  ["time: newer than signed", "SIGNATURE_MISMATCH", (its) => written(its, `t=${its.seconds + 1},v1=${its.mac}`)],
  ["time: ten minutes ago", "TIMESTAMP_TOO_OLD", (its) => signed(its, { seconds: its.seconds - 600 })],
  ["time: ten minutes ahead", "TIMESTAMP_TOO_NEW", (its) => signed(its, { seconds: its.seconds + 600 })],
  ["time: a letter after it", "TIMESTAMP_MALFORMED", (its) => written(its, `t=${its.seconds}x,v1=${its.mac}`)],
  ["header: missing", "HEADER_MISSING", (its) => written(its)],
  ["header: twice", "HEADER_REPEATED", (its) => written(its, its.value, its.value)],
  ["header: last digit cut off", "SIGNATURE_MALFORMED", (its) => written(its, its.value.slice(0, -1))],
  ["header: another version alone", "VERSION_UNKNOWN", (its) => written(its, `t=${its.seconds},v2=${its.mac}`)],
];
const SPACE = Buffer.from(" ");
const HINTS = ["Content-Type", "application/json", "X-Agentbot-Event", "message.created"];

/**
 * Makes `count` deliveries, in the order in which they are to be sent; `count` is a multiple of ten.
 *
 * @param options.twinsMeet - the handler of a delivery whose duplicate is sent at once waits until that one has come,
 *   so that the two are sure to be under way together
 */
export function makeTraffic(count, { seed, twinsMeet = false }) {
  const random = randomFrom(seed);
  const below = (limit) => Math.floor(random() * limit);
  const seconds = Math.floor(Date.now() / 1000);
  const all = [];
  for (let ten = 0; ten < count / TEN; ten += 1) {
    const isTwin = all.length < LATE + TEN || ten % 2 === 0;
    const at = below(TEN - 2);
    for (let each = 0; each < TEN - 2; each += 1) {
      const original = genuine({ seconds, meets: twinsMeet && isTwin && each === at });
      all.push(original);
      if (isTwin && each === at) all.push(again(original, ten % 4 < 2));
    }
    if (!isTwin) all.push(again(newOf(all, all.length - LATE), ten % 4 < 2));
    all.splice(all.length - below(TEN), 0, attack(ATTACKS[ten % ATTACKS.length], seconds));
  }
  return all;
}

function genuine({ seconds, meets = false }) {
  const event = randomUUID();
  const body = bodyOf(event, meets);
  const mac = macOf("agentbot", { body, seconds });
  const value = PROVIDERS.agentbot.write(mac, seconds);
  return written({ event, kind: "genuine", meets, body, seconds, mac, value }, value);
}

function attack([kind, code, make], seconds) {
  return { ...make(genuine({ seconds })), kind, code };
}

/** The same event a second time. Nothing signs a delivery's id, so it is always another one. */
function again(original, isReplay) {
  const copy = isReplay ? written(original, original.value) : signed(original, { seconds: original.seconds + 1 });
  return { ...copy, kind: "duplicate", original };
}

/** The first delivery from there on that is genuine and has no duplicate yet. */
function newOf(all, from) {
  const taken = new Set(all.slice(from).map(({ original }) => original));
  return all.slice(from).find((one) => one.kind === "genuine" && !taken.has(one));
}

function signed(its, { seconds = its.seconds, secret }) {
  return written(its, signatureOf("agentbot", { body: its.body, seconds, secret }));
}

/** A delivery under an id of its own, with these signatures: one, two, or none. */
function written(its, ...signatures) {
  const id = randomUUID();
  const signed = signatures.flatMap((value) => [PROVIDERS.agentbot.header, value]);
  return { ...its, id, headers: [...HINTS, "X-Agentbot-Delivery-Id", id, ...signed] };
}

// Compact, as JSON.stringify writes it: the provider's own snippet accepts nothing else.
function bodyOf(event, meets) {
  const data = { conversation_id: "conv_xyz", message_id: event, sender_type: "visitor", body: "", meets };
  const whole = { event: "message.created", timestamp: "2026-05-17T12:34:56Z", site_id: "site_abc", data };
  const missing = BODY_BYTES - JSON.stringify(whole).length;
  data.body = LINE.repeat(Math.ceil(missing / LINE.length)).slice(0, missing);
  return Buffer.from(JSON.stringify(whole));
}

function changed(body) {
  const other = Buffer.from(body);
  other[other.indexOf("pricing")] ^= 1;
  return other;
}
