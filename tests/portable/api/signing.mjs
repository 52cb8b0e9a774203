// Signing: the exact inverse of verifying, for everything that is built in.
import { ACME, BODY, NOW, PLAIN, SECRET, agentbot, bodyOf, failsWith, ANY_SECRET } from "./kit.mjs";

// One body with every field in which some provider keeps its time.
const body = JSON.stringify({
  id: "evt_1",
  event: "e",
  type: "e",
  eventType: "e",
  ts: NOW,
  created_at: NOW / 1000,
  data: {},
});

export const tests = {
  "signs for every provider what it verifies itself"({ Webhook, providers }, test) {
    test.ok(Object.keys(providers).length >= 10, `${Object.keys(providers)} are built in`);
    for (const [name, { scheme }] of Object.entries(providers)) {
      const webhook = new Webhook(name, ANY_SECRET, { now: () => NOW });
      const body = bodyOf(scheme);
      const headers = webhook.sign(body);
      test.equal(failsWith(webhook.check(body, headers)), "verified", name);
      test.equal(failsWith(webhook.check(`${body} `, headers)), "SIGNATURE_MISMATCH", `${name}, another body`);
      webhook.dispose();
    }
  },

  "spells every header as the provider documents it"({ Webhook, providers }, test) {
    for (const [name, { scheme }] of Object.entries(providers)) {
      const signed = Object.keys(new Webhook(name, ANY_SECRET).sign(body));
      test.equal(signed.sort(), documented(scheme).sort(), name);
    }
  },

  "verifies with no other provider's key"({ Webhook, providers }, test) {
    for (const name of Object.keys(providers)) {
      const headers = new Webhook(name, ANY_SECRET, { now: () => NOW }).sign(body);
      const other = new Webhook(name, ANY_SECRET.replace("30", "31"), { now: () => NOW });
      test.equal(failsWith(other.check(body, headers)), "SIGNATURE_MISMATCH", name);
    }
  },

  "signs the time that it is given, as a Date or in milliseconds"(countersign, test) {
    const webhook = agentbot(countersign);
    const then = NOW - 300_000;
    test.equal(webhook.sign(BODY, { timestamp: new Date(then) }), webhook.sign(BODY, { timestamp: then }));
    test.equal(webhook.verify(BODY, webhook.sign(BODY, { timestamp: then })).timestamp.getTime(), then);
    for (const timestamp of [NaN, -1, Infinity, new Date(NaN), "2025-11-21", null, 1n]) {
      test.throws(() => webhook.sign(BODY, { timestamp }), "OPTION_INVALID", String(timestamp));
    }
  },

  "accepts an age equal to the tolerance, both ways, and not one second more"(countersign, test) {
    const webhook = agentbot(countersign);
    const at = (timestamp) => failsWith(webhook.check(BODY, webhook.sign(BODY, { timestamp })));
    test.equal([at(NOW - 300_000), at(NOW - 301_000)], ["verified", "TIMESTAMP_TOO_OLD"]);
    test.equal([at(NOW + 300_000), at(NOW + 301_000)], ["verified", "TIMESTAMP_TOO_NEW"]);
  },

  "checks the time only after the signature, for an unproven time proves nothing"(countersign, test) {
    const webhook = agentbot(countersign);
    const old = webhook.sign(BODY, { timestamp: 0 });
    test.equal(failsWith(webhook.check(`${BODY} `, old)), "SIGNATURE_MISMATCH");
    test.equal(failsWith(webhook.check(BODY, old)), "TIMESTAMP_TOO_OLD");
    test.equal(failsWith(agentbot(countersign, SECRET, { toleranceSeconds: Infinity }).check(BODY, old)), "verified");
  },

  "asks its clock each time, and refuses one that is broken"(countersign, test) {
    let now = NOW;
    const webhook = agentbot(countersign, SECRET, { now: () => now });
    const headers = webhook.sign(BODY);
    test.equal(failsWith(webhook.check(BODY, headers)), "verified");
    now += 301_000;
    test.equal(failsWith(webhook.check(BODY, headers)), "TIMESTAMP_TOO_OLD");
    for (now of [NaN, Infinity, -1, "now", undefined]) {
      test.equal(failsWith(webhook.check(BODY, headers)), "OPTION_INVALID", String(now));
    }
  },

  "signs the id that it is given, and a fresh one where it is given none"({ Webhook }, test) {
    const webhook = new Webhook("standard-webhooks", ANY_SECRET, { now: () => NOW });
    test.equal(webhook.sign(BODY, { id: "msg_7" })["webhook-id"], "msg_7");
    const [one, other] = [webhook.sign(BODY), webhook.sign(BODY)];
    test.matches(one["webhook-id"], /^msg_[0-9a-f-]{36}$/);
    test.ok(one["webhook-id"] !== other["webhook-id"], "two ids are two");
    test.equal(webhook.verify(BODY, one).idempotencyKey, one["webhook-id"]);
    for (const id of [7, null, {}, ""]) test.throws(() => webhook.sign(BODY, { id }), "OPTION_INVALID", String(id));
    for (const id of ["a\nb: c", "a b", "\u00e9", "x".repeat(5000)]) {
      test.throws(() => webhook.sign(BODY, { id }), "OPTION_INVALID", JSON.stringify(id.slice(0, 9)));
    }
  },

  "signs for a scheme of one's own whatever it says"({ Webhook, defineScheme }, test) {
    const several = { ...PLAIN, signature: { headers: ["X-One", "X-Two"] }, require: { "X-Version": "1" } };
    const dated = {
      ...ACME,
      timestamp: { from: { header: "X-Time" }, unit: "rfc3339", toleranceSeconds: { future: 1 } },
    };
    const timed = { ...dated, signature: { header: "X-Acme-Signature" }, content: "{header:X-Id}.{timestamp}.{body}" };
    const positional = { ...ACME, signature: { header: "X-Acme-Signature", format: { kind: "positional" } } };
    const hex = { ...PLAIN, key: { encoding: "hex", stripPrefixes: ["key_"] } };
    for (const [scheme, secret, names] of [
      [several, SECRET, ["X-One", "X-Version"]],
      [timed, SECRET, ["X-Acme-Signature", "X-Id", "X-Time"]],
      [positional, SECRET, ["X-Acme-Signature"]],
      [hex, "key_00ff", ["X-Signature"]],
    ]) {
      const webhook = new Webhook(defineScheme(scheme), secret, { now: () => NOW });
      const headers = webhook.sign(BODY);
      test.equal(Object.keys(headers).sort(), names, JSON.stringify(scheme));
      test.equal(failsWith(webhook.check(BODY, headers)), "verified", JSON.stringify(scheme));
    }
    const webhook = new Webhook(defineScheme(hex), "key_00ff");
    test.equal(webhook.sign(BODY), new Webhook(defineScheme(PLAIN), Uint8Array.of(0, 0xff)).sign(BODY), "hex");
  },

  "says of an id or a time that no header can hold that it cannot be written"({ Webhook }, test) {
    const webhook = new Webhook("standard-webhooks", ANY_SECRET, { now: () => NOW });
    for (const options of [{ id: "a b" }, { id: "" }, { id: "a,b" }, { id: "a.b" }]) {
      const { detail, params } = test.throws(
        () => webhook.sign(BODY, options),
        "OPTION_INVALID",
        JSON.stringify(options),
      );
      test.equal([detail, params], ["unsignable", { scheme: "standard-webhooks" }], JSON.stringify(options));
    }
  },

  "verifies with the current and the previous secret, and says which one matched"(countersign, test) {
    const [previous, current] = [agentbot(countersign, "previous"), agentbot(countersign, "current")];
    const both = agentbot(countersign, ["current", "previous"]);
    test.equal(both.verify(BODY, current.sign(BODY)).secretIndex, 0, "current");
    test.equal(both.verify(BODY, previous.sign(BODY)).secretIndex, 1, "previous");
    test.equal(both.sign(BODY), current.sign(BODY), "the first one signs");
    test.equal(failsWith(both.check(BODY, agentbot(countersign, "third").sign(BODY))), "SIGNATURE_MISMATCH", "neither");
  },
};

/** The headers of a genuine delivery: of aliases the first, then the time, then what is signed with it. */
function documented({ signature, timestamp, content = "" }) {
  const time = timestamp?.from?.header ?? [];
  const signed = [...content.matchAll(/\{header:([^}]+)\}/g)].map(([, name]) => name);
  return [[signature.header].flat()[0], time, signed].flat();
}
