// Tolerance: how far the signed time may lie from now, in either direction.
import { ACME, BODY, NOW, PLAIN, SECRET, agentbot, byTime, failsWith, ANY_SECRET } from "./kit.mjs";

/** A receiver of each scheme that signs a time, and a delivery that was signed so many milliseconds from now. */
function* signedAt({ Webhook, defineScheme, providers }, options) {
  for (const name of [...byTime(providers).signed, "acme"]) {
    const scheme = name === "acme" ? defineScheme(ACME) : name;
    const webhook = new Webhook(scheme, ANY_SECRET, { now: () => NOW, ...options });
    const at = (offset) => webhook.check(BODY, webhook.sign(BODY, { timestamp: NOW + offset }));
    yield { name, at: (offset) => failsWith(at(offset)), answerAt: at };
    webhook.dispose();
  }
}

export const tests = {
  "refuses a tolerance where no time is signed, and names maxEventAgeSeconds where the body tells one"(
    { Webhook, defineScheme, providers },
    test,
  ) {
    const insteadOf = (scheme, toleranceSeconds) => {
      const open = () => new Webhook(scheme, SECRET, { toleranceSeconds });
      const { detail, params } = test.throws(open, "OPTION_INVALID", String(scheme));
      test.equal(detail, "tolerance-unsigned");
      return params.instead;
    };
    for (const tolerance of [0, 300, { past: 300, future: 300 }, { past: 300 }, { future: 0 }]) {
      for (const [name, key] of Object.entries({ bookbag: "ts", digivault: "created_at" }))
        test.equal(insteadOf(name, tolerance), `for ${key} in its bodies there is maxEventAgeSeconds`, name);
      for (const name of byTime(providers).none) test.equal(insteadOf(name, tolerance), "leave it out", name);
      test.equal(insteadOf(defineScheme(PLAIN), tolerance), "leave it out", "a scheme of one's own");
    }
    for (const none of [Infinity, {}, { past: Infinity }, { past: undefined, future: Infinity }])
      new Webhook("bookbag", SECRET, { toleranceSeconds: none }).dispose();
  },

  "limits the past and the future each by its own tolerance"(countersign, test) {
    for (const { name, at } of signedAt(countersign, { toleranceSeconds: { past: 5, future: 60 } })) {
      test.equal([at(-5000), at(-6000)], ["verified", "TIMESTAMP_TOO_OLD"], `${name}, the past`);
      test.equal([at(60_000), at(61_000)], ["verified", "TIMESTAMP_TOO_NEW"], `${name}, the future`);
    }
    for (const { name, at } of signedAt(countersign, { toleranceSeconds: { past: 0, future: 0 } }))
      test.equal([at(0), at(-1000), at(1000)], ["verified", "TIMESTAMP_TOO_OLD", "TIMESTAMP_TOO_NEW"], name);
  },

  "does not limit the direction that is left out, or is Infinity"(countersign, test) {
    const year = 366 * 86_400_000;
    for (const past of [{}, { past: undefined }, { past: Infinity }]) {
      for (const { name, at } of signedAt(countersign, { toleranceSeconds: { ...past, future: 1 } }))
        test.equal([at(-year), at(2000)], ["verified", "TIMESTAMP_TOO_NEW"], `${name}, the past`);
    }
    for (const future of [{}, { future: undefined }, { future: Infinity }]) {
      for (const { name, at } of signedAt(countersign, { toleranceSeconds: { ...future, past: 1 } }))
        test.equal([at(year), at(-2000)], ["verified", "TIMESTAMP_TOO_OLD"], `${name}, the future`);
    }
    for (const { name, at } of signedAt(countersign, { toleranceSeconds: {} }))
      test.equal([at(year), at(-year)], ["verified", "verified"], `${name}, neither`);
  },

  "tells the age and the limit that was passed"(countersign, test) {
    const each = { past: 7, future: 9 };
    for (const [toleranceSeconds, offset, detail, age, limit] of [
      [undefined, -602_000, "signed-too-old", "602 s", "300 s"],
      [undefined, 301_000, "signed-too-new", "301 s", "300 s"],
      [10, -11_000, "signed-too-old", "11 s", "10 s"],
      [each, -8000, "signed-too-old", "8 s", "7 s"],
      [each, 10_000, "signed-too-new", "10 s", "9 s"],
    ]) {
      for (const { name, answerAt } of signedAt(countersign, { toleranceSeconds })) {
        const refusal = answerAt(offset);
        test.equal([refusal.detail, refusal.params], [detail, { age, limit }], name);
      }
    }
  },

  "takes Agentbot's retries with their first time only within the tolerance, and calls none forged"(countersign, test) {
    let now = NOW;
    const clock = { now: () => now };
    const byDefault = agentbot(countersign, SECRET, clock);
    const patient = agentbot(countersign, SECRET, { ...clock, toleranceSeconds: 14_400 });
    const headers = byDefault.sign(BODY);
    const [forged] = Object.keys(headers).map((name) => ({
      [name]: headers[name].replace(/.$/, (digit) => "10"[+(digit === "1")]),
    }));
    const attempts = [0, ...countersign.providers.agentbot.retries.afterSeconds].map((wait) => {
      now += wait * 1000;
      const answers = [byDefault, patient].flatMap((webhook) =>
        [headers, forged].map((sent) => failsWith(webhook.check(BODY, sent))),
      );
      return [(now - NOW) / 1000, ...answers];
    });
    const [ok, old, wrong] = ["verified", "TIMESTAMP_TOO_OLD", "SIGNATURE_MISMATCH"];
    test.equal(attempts, [
      [0, ok, wrong, ok, wrong],
      [60, ok, wrong, ok, wrong],
      [360, old, wrong, ok, wrong],
      [2_160, old, wrong, ok, wrong],
      [12_960, old, wrong, ok, wrong],
    ]);
    const keys = [NOW, now].map(
      (time) => patient.verify(BODY, byDefault.sign(BODY, { timestamp: time })).idempotencyKey,
    );
    test.equal(keys[0], keys[1], "one key, whether a retry is signed anew or not");
  },
};
