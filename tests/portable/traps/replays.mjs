// Traps in time and in doing things twice: a delivery has a key that nobody can forge or change, and a receiver that
// remembers it handles each once.
import { BODY, NOW, SECRET, failsWith } from "../api/kit.mjs";
import { DOCUMENTED, receiver, remembering, signed } from "./kit.mjs";

const UNTIMED = ["bookbag", "chatbase", "digivault", "libromi"];
const SHA256 = /^[0-9a-f]{64}$/;
const seconds = (list) => list.reduce((sum, each) => sum + each, 0);

/** A receiver of DigiVault, and what it says of a body that is signed for it. */
function digivault(countersign) {
  const webhook = receiver(countersign, "digivault");
  return (body) => webhook.verify(body, webhook.sign(body));
}

export const tests = {
  "trap 7: refuses a genuine delivery of 1970, and one of tomorrow"(countersign, test) {
    const webhook = receiver(countersign, "agentbot");
    const old = signed(webhook, BODY, { timestamp: 1000 });
    test.ok(old.value.startsWith("t=1,"), "the time that the sample accepts");
    test.equal(failsWith(webhook.check(BODY, { [old.name]: old.value })), "TIMESTAMP_TOO_OLD");
    const early = webhook.sign(BODY, { timestamp: NOW + 86_400_000 });
    test.equal(failsWith(webhook.check(BODY, early)), "TIMESTAMP_TOO_NEW");
  },

  "trap 8: tells a stale delivery from a wrong one, and takes the last retry where that is wanted"(countersign, test) {
    const { afterSeconds } = countersign.providers.agentbot.retries;
    const lastAttempt = NOW - seconds(afterSeconds) * 1000;
    const byDefault = receiver(countersign, "agentbot");
    const patient = receiver(countersign, "agentbot", SECRET, { toleranceSeconds: 14_400 });
    const headers = byDefault.sign(BODY, { timestamp: lastAttempt });
    test.equal(failsWith(byDefault.check(BODY, headers)), "TIMESTAMP_TOO_OLD", "genuine, and stale");
    test.equal(failsWith(byDefault.check(`${BODY} `, headers)), "SIGNATURE_MISMATCH", "stale, and not genuine");
    test.equal(failsWith(patient.check(BODY, headers)), "verified", "for a receiver that waits");
    const older = byDefault.sign(BODY, { timestamp: NOW - 14_401_000 });
    test.equal(failsWith(patient.check(BODY, older)), "TIMESTAMP_TOO_OLD", "and no longer");
  },

  "trap 9: says that four providers sign no time, and tells a replay by its key, or by the time in its body"(
    countersign,
    test,
  ) {
    const { Webhook, providers } = countersign;
    for (const provider of UNTIMED) {
      const body = DOCUMENTED[provider];
      const headers = receiver(countersign, provider).sign(body);
      const first = receiver(countersign, provider).verify(body, headers);
      const aYearLater = { now: () => NOW + 366 * 86_400_000 };
      const replay = receiver(countersign, provider, SECRET, aYearLater).verify(body, headers);
      const { timestamp, eventTime } = providers[provider].scheme;
      test.equal([timestamp, replay.timestamp], [undefined, undefined], provider);
      test.equal(replay.idempotencyKey, first.idempotencyKey, provider);
      const { detail, params } = test.throws(
        () => new Webhook(provider, SECRET, { toleranceSeconds: 300 }),
        "OPTION_INVALID",
        `${provider}, asked to check the time`,
      );
      test.equal([detail, params.scheme], ["tolerance-unsigned", provider]);
      if (eventTime === undefined) continue;
      const time = first.payload[eventTime.body] * (eventTime.unit === "s" ? 1000 : 1);
      const answers = [time, time + 28_800_000, time + 28_801_000].map((now) =>
        failsWith(
          receiver(countersign, provider, SECRET, { maxEventAgeSeconds: 28_800, now: () => now }).check(body, headers),
        ),
      );
      test.equal(answers, ["verified", "verified", "TIMESTAMP_TOO_OLD"], `${provider}, where its age is asked for`);
    }
  },

  async "trap 33: remembers no id of a delivery that is not proven"(countersign, test) {
    const { webhook, send, told } = remembering(countersign, "digivault");
    const body = DOCUMENTED.digivault;
    for (const headers of [{}, { "x-digivault-signature": "0".repeat(64) }]) {
      const forged = webhook.check(body, headers);
      test.equal([forged.ok, await send(body, headers)], [false, 401]);
      test.ok(!JSON.stringify(forged).includes("webhook_1234567890"), "the guessed id is nowhere in the refusal");
    }
    test.equal([await send(body), told.handled], [200, ["webhook_1234567890"]], "the genuine one is handled");
  },

  async "trap 34: handles one of two copies that arrive at once, and asks for the other later"(countersign, test) {
    const verified = digivault(countersign);
    const [one, other] = [verified(DOCUMENTED.digivault), verified(DOCUMENTED.digivault)];
    test.equal(typeof one.then, "undefined", "a delivery is no promise");
    test.equal(one.idempotencyKey, other.idempotencyKey);
    let copy;
    const { send, told, post } = remembering(countersign, "digivault", async () => {
      copy = await post(DOCUMENTED.digivault);
    });
    test.equal(await send(DOCUMENTED.digivault), 200);
    test.equal([copy.status, copy.headers.get("retry-after")], [409, "60"], "while the first is worked on");
    test.equal([await send(DOCUMENTED.digivault), told.handled.length], [200, 1], "and after it");
    let fails = true;
    const failing = remembering(countersign, "digivault", async () => {
      if (fails) throw new Error("the work failed");
    });
    test.equal(await failing.send(DOCUMENTED.digivault), 500, "what failed is not done");
    fails = false;
    test.equal([await failing.send(DOCUMENTED.digivault), failing.told.handled.length], [200, 2], "and is done later");
  },

  async "trap 35: forgets a delivery after its time, and holds no more than it was told to"(countersign, test) {
    const { memory, providers } = countersign;
    const verified = digivault(countersign);
    const bodyOf = (id) => JSON.stringify({ id, type: "contact.created" });
    const keyOf = (id) => verified(bodyOf(id)).idempotencyKey;
    test.equal(keyOf("x".repeat(1024)).length, 1024, "the longest id");
    test.matches(keyOf("x".repeat(1025)), SHA256, "a longer one");
    const { timeoutSeconds, retries } = providers.digivault;
    const span = seconds(retries.afterSeconds) + retries.attempts * timeoutSeconds;
    test.equal(span, 26_640, "seconds from the first attempt to the end of the last: 7 h 24 min");
    let now = NOW;
    const idempotency = memory({ now: () => now, maxEntries: 100 });
    const { send, told } = remembering(countersign, "digivault", undefined, { idempotency });
    await send(bodyOf("a"));
    now += span * 1000;
    await send(bodyOf("a"));
    test.equal(told.handled, ["a"], "remembered for longer than anybody tries again");
    now += 86_400_000;
    await send(bodyOf("a"));
    test.equal(told.handled, ["a", "a"], "and not for ever");
    for (let at = 0; at < 100; at += 1) await send(bodyOf(`${at}`));
    await send(bodyOf("a"));
    test.equal(told.handled.length, 103, "the oldest makes room");
  },

  async "trap 36: handles every event that has no id"(countersign, test) {
    const { send, told } = remembering(countersign, "digivault");
    const bodies = ['{"type":"a"}', '{"type":"b"}', '{"id":null,"type":"a"}', '{"id":"","type":"a"}', '{"id":{}}'];
    for (const body of bodies) test.equal(await send(body), 200);
    for (const [at, key] of told.handled.entries()) test.matches(key, SHA256, bodies[at]);
    test.equal(new Set(told.handled).size, bodies.length, "all handled, each with a key of its own");
  },

  async "trap 37: acknowledges the second test event of DigiVault, says that it is a duplicate, and warns of it"(
    countersign,
    test,
  ) {
    const { send, told } = remembering(countersign, "digivault");
    const event = (at) => `{"id":"webhook_test_123","type":"conversation.message.created","created_at":${at}}`;
    for (const at of [1640995200, 1640995260]) test.equal(await send(event(at)), 200);
    test.equal([told.handled, told.duplicates], [["webhook_test_123"], ["webhook_test_123"]]);
    test.matches(countersign.providers.digivault.notes.join(" "), /webhook_test_123.*duplicate/);
  },

  async "trap 43: handles equal bodies once where no id is documented, and says what it cannot tell apart"(
    countersign,
    test,
  ) {
    const { send, told } = remembering(countersign, "libromi");
    const body = DOCUMENTED.libromi;
    for (const each of [body, body, body.replace("Hello", "Hallo")]) test.equal(await send(each), 200);
    test.equal([told.handled.length, told.duplicates], [2, [told.handled[0]]], "two equal messages are one");
    test.matches(told.handled[0], SHA256);
    test.matches(countersign.providers.libromi.notes.join(" "), /two equal messages look like one/);
  },

  async "trap 47: takes neither key nor type from headers that nobody signed"(countersign, test) {
    const webhook = receiver(countersign, "agentbot");
    const headers = webhook.sign(BODY);
    const hints = { "X-Agentbot-Event": "ticket.created", "X-Agentbot-Delivery-Id": "fresh" };
    const replay = webhook.verify(BODY, { ...headers, ...hints });
    test.equal([replay.type, replay.id], ["message.created", undefined], "type and id");
    test.equal(replay.hints, hints, "they are hints, and nothing else");
    const types = [];
    const { send, told } = remembering(countersign, "agentbot", ({ type }) => types.push(type));
    test.equal(await send(BODY, { ...headers, "X-Agentbot-Delivery-Id": "d9e8" }), 200);
    test.equal(await send(BODY, { ...headers, ...hints }), 200);
    test.equal(
      [types, told.duplicates.length],
      [["message.created"], 1],
      "a fresh delivery id makes no fresh delivery",
    );
  },
};
