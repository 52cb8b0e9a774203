// Traps in time and in doing things twice. countersign keeps no memory of deliveries: it gives the receiver's memory a
// key that nobody can forge or change.
import { BODY, NOW, SECRET, failsWith } from "../api/kit.mjs";
import { DOCUMENTED, receiver, signed } from "./kit.mjs";

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
    const patient = receiver(countersign, "agentbot", SECRET, { toleranceSeconds: 13_500 });
    const headers = byDefault.sign(BODY, { timestamp: lastAttempt });
    test.equal(failsWith(byDefault.check(BODY, headers)), "TIMESTAMP_TOO_OLD", "genuine, and stale");
    test.equal(failsWith(byDefault.check(`${BODY} `, headers)), "SIGNATURE_MISMATCH", "stale, and not genuine");
    test.equal(failsWith(patient.check(BODY, headers)), "verified", "for a receiver that waits");
    const older = byDefault.sign(BODY, { timestamp: NOW - 13_501_000 });
    test.equal(failsWith(patient.check(BODY, older)), "TIMESTAMP_TOO_OLD", "and no longer");
  },

  "trap 9: says out loud that four providers sign no time, and keeps their key over a replay"(countersign, test) {
    const { Webhook, providers } = countersign;
    for (const provider of UNTIMED) {
      const body = DOCUMENTED[provider];
      const headers = receiver(countersign, provider).sign(body);
      const first = receiver(countersign, provider).verify(body, headers);
      const aYearLater = { now: () => NOW + 366 * 86_400_000 };
      const replay = receiver(countersign, provider, SECRET, aYearLater).verify(body, headers);
      test.equal([providers[provider].toleranceSeconds, replay.timestamp], [null, undefined], provider);
      test.equal(replay.idempotencyKey, first.idempotencyKey, provider);
      const { message } = test.throws(
        () => new Webhook(provider, SECRET, { toleranceSeconds: 300 }),
        "OPTION_INVALID",
        `${provider}, asked to check the time`,
      );
      test.matches(message, /signs no time/, provider);
    }
  },

  "trap 33: gives no id to remember of a delivery that is not proven"(countersign, test) {
    const webhook = receiver(countersign, "digivault");
    const body = DOCUMENTED.digivault;
    for (const headers of [{}, { "x-digivault-signature": "0".repeat(64) }]) {
      const forged = webhook.check(body, headers);
      test.equal(forged.ok, false);
      test.ok(!JSON.stringify(forged).includes("webhook_1234567890"), "the guessed id is nowhere in the refusal");
    }
    test.equal(webhook.verify(body, webhook.sign(body)).idempotencyKey, "webhook_1234567890", "the genuine one");
  },

  "trap 34: gives both copies of a delivery one key, at once and before any work"(countersign, test) {
    const verified = digivault(countersign);
    const [one, other] = [verified(DOCUMENTED.digivault), verified(DOCUMENTED.digivault)];
    test.equal(typeof one.then, "undefined", "a delivery is no promise");
    test.equal(one.idempotencyKey, other.idempotencyKey);
  },

  "trap 35: gives a key of bounded size, and the span for which to keep it"(countersign, test) {
    const verified = digivault(countersign);
    const keyOf = (id) => verified(JSON.stringify({ id, type: "contact.created" })).idempotencyKey;
    test.equal(keyOf("x".repeat(1024)).length, 1024, "the longest id");
    test.matches(keyOf("x".repeat(1025)), SHA256, "a longer one");
    const { timeoutSeconds, retries } = countersign.providers.digivault;
    const span = seconds(retries.afterSeconds) + retries.attempts * timeoutSeconds;
    test.equal(span, 26_640, "seconds from the first attempt to the end of the last: 7 h 24 min");
  },

  "trap 36: gives events without an id a key each"(countersign, test) {
    const verified = digivault(countersign);
    const bodies = ['{"type":"a"}', '{"type":"b"}', '{"id":null,"type":"a"}', '{"id":"","type":"a"}', '{"id":{}}'];
    const keys = bodies.map((body) => verified(body).idempotencyKey);
    for (const [at, key] of keys.entries()) test.matches(key, SHA256, bodies[at]);
    test.equal(new Set(keys).size, bodies.length, "different keys");
  },

  "trap 37: gives every test event of DigiVault one key, and the catalogue says so"(countersign, test) {
    const verified = digivault(countersign);
    const event = (at) => `{"id":"webhook_test_123","type":"conversation.message.created","created_at":${at}}`;
    const keys = [1640995200, 1640995260].map((at) => verified(event(at)).idempotencyKey);
    test.equal(keys, ["webhook_test_123", "webhook_test_123"]);
    test.matches(countersign.providers.digivault.notes.join(" "), /webhook_test_123.*duplicate/);
  },

  "trap 43: makes a key of the body where no id is documented, and says what it cannot tell apart"(countersign, test) {
    const webhook = receiver(countersign, "libromi");
    const keyOf = (body) => webhook.verify(body, webhook.sign(body)).idempotencyKey;
    const body = DOCUMENTED.libromi;
    test.matches(keyOf(body), SHA256);
    test.equal(keyOf(body), keyOf(body), "two equal messages are one");
    test.ok(keyOf(body) !== keyOf(body.replace("Hello", "Hallo")), "another message is another one");
    test.matches(countersign.providers.libromi.notes.join(" "), /two equal messages look like one/);
  },

  "trap 47: reads nothing from headers that nobody signed"(countersign, test) {
    const webhook = receiver(countersign, "agentbot");
    const headers = webhook.sign(BODY);
    const hints = { "X-Agentbot-Event": "ticket.created", "X-Agentbot-Delivery-Id": "fresh" };
    const first = webhook.verify(BODY, { ...headers, "X-Agentbot-Delivery-Id": "d9e8" });
    const replay = webhook.verify(BODY, { ...headers, ...hints });
    test.equal(replay.idempotencyKey, first.idempotencyKey, "a fresh delivery id makes no fresh key");
    test.equal([replay.type, replay.id], ["message.created", undefined], "type and id");
    test.equal(replay.hints, hints, "they are hints, and nothing else");
  },
};
