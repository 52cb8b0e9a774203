// Options: read from the object that was passed and from nothing else, and a clock that is read each time.
import { BODY, NOW, SECRET, agentbot, failsWith, polluted } from "./kit.mjs";

/** What a library elsewhere in the process may have left on every object. */
const POLLUTION = {
  toleranceSeconds: Infinity,
  past: Infinity,
  future: Infinity,
  maxEventAgeSeconds: 1,
  now: () => 0,
  publicUrl: 1,
  receivedAt: 0,
  timestamp: 0,
  id: 1,
  method: 1,
  url: 1,
};
const SCHEME = { name: "acme", algorithm: "hmac-sha256", signature: { header: "X-Sig" } };
const TEN_MINUTES = 600_000;

export const tests = {
  "reads options from the object itself, and not from a polluted prototype"(countersign, test) {
    const { Webhook } = countersign;
    const signed = agentbot(countersign).sign(BODY);
    const later = () => NOW + TEN_MINUTES;
    const verdicts = polluted(POLLUTION, () => {
      const webhook = new Webhook("agentbot", SECRET, { now: later });
      return [
        failsWith(webhook.check(BODY, signed)),
        failsWith(webhook.check(BODY, signed, {})),
        failsWith(webhook.check(BODY, webhook.sign(BODY))),
        failsWith(webhook.check(BODY, webhook.sign(BODY, {}))),
        failsWith(new Webhook("bookbag", SECRET).check("{}", new Webhook("bookbag", SECRET).sign("{}"))),
      ];
    });
    test.equal(verdicts, ["TIMESTAMP_TOO_OLD", "TIMESTAMP_TOO_OLD", "verified", "verified", "verified"]);
  },

  "takes headers for what they are, whatever a polluted prototype adds"(countersign, test) {
    const webhook = agentbot(countersign);
    const signed = webhook.sign(BODY);
    const given = [signed, new Headers(signed), new Map(Object.entries(signed)), Object.entries(signed)];
    const pollution = { headers: { a: "1" }, forEach: () => {} };
    const verdicts = polluted(pollution, () => given.map((headers) => failsWith(webhook.check(BODY, headers))));
    test.equal(
      verdicts,
      given.map(() => "verified"),
    );
  },

  "reads of a scheme what it has itself, whatever a polluted prototype adds later"(countersign, test) {
    const { Webhook, providers } = countersign;
    const body = '{"id":"1","type":"a","event":"b"}';
    for (const name of Object.keys(providers)) {
      const webhook = new Webhook(name, name === "standard-webhooks" ? "whsec_c2VjcmV0IHNlY3JldA==" : SECRET);
      const headers = webhook.sign(body);
      const read = () => {
        const { type, id, idempotencyKey, hints } = webhook.verify(body, headers);
        return [type, id, idempotencyKey, Object.keys(hints), failsWith(webhook.check(body, {}))];
      };
      const expected = read();
      for (const value of [{}, { body: "id" }, "x", 1, () => {}]) {
        for (const field of ["id", "type", "idempotencyKey", "headers", "hints", "require", "timestamp"])
          test.equal(polluted({ [field]: value }, read), expected, `${name}: ${field}: ${typeof value}`);
      }
    }
  },

  "reads a scheme from the object itself, and not from a polluted prototype"({ defineScheme }, test) {
    const more = { key: { encoding: "hex" }, content: "{body}x", hints: ["X-Hint"], headers: ["X-2"], kind: "tokens" };
    const scheme = polluted(more, () => defineScheme(SCHEME));
    test.equal({ ...scheme }, SCHEME);
  },

  "reads the clock of the platform at each call, so fake timers work"({ Webhook }, test) {
    const webhook = new Webhook("agentbot", SECRET);
    const real = Date.now;
    try {
      Date.now = () => NOW;
      const signed = webhook.sign(BODY);
      test.equal(failsWith(webhook.check(BODY, signed)), "verified");
      Date.now = () => NOW + TEN_MINUTES;
      test.equal(failsWith(webhook.check(BODY, signed)), "TIMESTAMP_TOO_OLD");
    } finally {
      Date.now = real;
    }
  },
};
