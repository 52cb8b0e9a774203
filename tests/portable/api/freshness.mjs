// Freshness: how old a delivery may be by the time in its body, where its scheme signs no other. The signed time is
// checked in tolerance.mjs.
import { ACME, NOW, PLAIN, SECRET, failsWith, ANY_SECRET, utf8 } from "./kit.mjs";

const HOUR = 3600;
const UNITS = { 1000: "Unix milliseconds", 1: "Unix seconds" };

/** Whose signed body tells the time: a body that tells it, and how many of its units are a second. */
const TIMED = {
  bookbag: {
    key: "ts",
    second: 1000,
    bodyAt: (time) => `{"event":"lead.created","data":{"note":"mine"},"ts":${time}}`,
  },
  digivault: {
    key: "created_at",
    second: 1,
    bodyAt: (time) => `{"id":"webhook_1","note":"mine","created_at":${time}}`,
  },
  "a scheme of one's own": {
    scheme: { ...PLAIN, eventTime: { body: "meta.sent_at", unit: "s" } },
    key: "meta.sent_at",
    second: 1,
    bodyAt: (time) => `{"meta":{"id":1,"sent_at":${time}},"note":"mine"}`,
  },
};

/** The same, with what opens a receiver whose clock stands still. */
function timedBy({ Webhook, defineScheme }) {
  const entries = Object.entries(TIMED).map(([provider, timed]) => {
    const scheme = timed.scheme === undefined ? provider : defineScheme(timed.scheme);
    const open = (options) => new Webhook(scheme, SECRET, { now: () => NOW, ...options });
    return [provider, { ...timed, open }];
  });
  return Object.fromEntries(entries);
}

/** Runs `body` once for each of them. */
function forEachTimed(countersign, body) {
  for (const [provider, { open, ...timed }] of Object.entries(timedBy(countersign))) {
    const now = (NOW / 1000) * timed.second;
    const answerTo = (text, options) => {
      const webhook = open(options);
      return webhook.check(text, webhook.sign(text));
    };
    const at = (time, options) => failsWith(answerTo(timed.bodyAt(time), options));
    body({ ...timed, unit: UNITS[timed.second], provider, now, open, answerTo, at });
  }
}

export const tests = {
  "looks at no event's age by default, nor with Infinity"(countersign, test) {
    forEachTimed(countersign, ({ provider, now, at, answerTo }) => {
      for (const options of [{}, { maxEventAgeSeconds: undefined }, { maxEventAgeSeconds: Infinity }]) {
        const what = `${provider}, ${Object.values(options)}`;
        test.equal([at(0, options), at(2 * now, options), at(-1, options)], Array(3).fill("verified"), what);
        test.equal(failsWith(answerTo("no JSON", options)), "verified", what);
      }
    });
  },

  "accepts an event as old as maxEventAgeSeconds, and none that is older"(countersign, test) {
    forEachTimed(countersign, ({ provider, now, second, at }) => {
      for (const age of [0, 1, HOUR, 2 ** 30]) {
        const options = { maxEventAgeSeconds: age };
        test.equal(at(now - age * second, options), "verified", `${provider}, ${age} s`);
        test.equal(at(now - age * second - 1, options), "TIMESTAMP_TOO_OLD", `${provider}, older than ${age} s`);
      }
    });
  },

  "compares a time in seconds in whole seconds, and one in milliseconds to the millisecond"(countersign, test) {
    const options = { maxEventAgeSeconds: HOUR, now: () => NOW + 999 };
    forEachTimed(countersign, ({ provider, now, second, at }) => {
      const wanted = second === 1000 ? "TIMESTAMP_TOO_OLD" : "verified";
      test.equal(at(now - HOUR * second, options), wanted, provider);
    });
  },

  "takes a time of the near future, whatever the age, for clocks differ"(countersign, test) {
    forEachTimed(countersign, ({ provider, now, second, at }) => {
      for (const maxEventAgeSeconds of [0, HOUR]) {
        const what = `${provider}, ${maxEventAgeSeconds} s`;
        test.equal(at(now + 300 * second, { maxEventAgeSeconds }), "verified", what);
        test.equal(at(now + 300 * second + 1, { maxEventAgeSeconds }), "TIMESTAMP_TOO_NEW", what);
      }
    });
  },

  "refuses a body that tells no time, or one that is malformed"(countersign, test) {
    const options = { maxEventAgeSeconds: HOUR };
    forEachTimed(countersign, ({ provider, key, unit, now, at, answerTo }) => {
      for (const time of ["null", "true", "[]", "{}", `[${now}]`, '""', "-1", "-0.5", "1e999", "-1e999", `${now}.5`]) {
        test.equal(at(time, options), "TIMESTAMP_MALFORMED", `${provider}, ${time}`);
      }
      const nested = [`{"nested":{"${key}":${now}}}`, `[{"${key}":${now}}]`, `{"__proto__":{"${key}":${now}}}`];
      for (const body of ["{}", "[]", "null", "1", '"text"', `{"${key.toUpperCase()}":${now}}`, ...nested]) {
        const { code, family, status, detail, params } = answerTo(body, options);
        test.equal([code, family, status, detail], ["TIMESTAMP_MALFORMED", "malformed", 401, "body-time"], body);
        test.equal(params, { path: key, unit }, body);
      }
    });
  },

  "takes a time that is a string of digits, as some senders write large numbers"(countersign, test) {
    const options = { maxEventAgeSeconds: HOUR };
    forEachTimed(countersign, ({ provider, now, second, at }) => {
      const answers = [now, now - HOUR * second, now - HOUR * second - second].map((time) => at(`"${time}"`, options));
      test.equal(answers, ["verified", "verified", "TIMESTAMP_TOO_OLD"], provider);
      test.equal(at(`"${now}.0"`, options), "TIMESTAMP_MALFORMED", `${provider}, a string with a fraction`);
    });
  },

  "reads no time that somebody else left on the prototype of all objects"(countersign, test) {
    forEachTimed(countersign, ({ provider, key, now, answerTo }) => {
      Object.defineProperty(Object.prototype, key, { value: now, configurable: true });
      try {
        test.equal(failsWith(answerTo("{}", { maxEventAgeSeconds: HOUR })), "TIMESTAMP_MALFORMED", provider);
      } finally {
        delete Object.prototype[key];
      }
    });
  },

  "calls the time malformed in a body that is not JSON: the payload was not asked for"(countersign, test) {
    forEachTimed(countersign, ({ provider, now, bodyAt, answerTo }) => {
      const text = bodyAt(now);
      for (const body of ["", "no JSON", text.slice(0, -1), `\ufeff${text}`, Uint8Array.of(0x22, 0xff, 0x22)]) {
        const refused = answerTo(body, { maxEventAgeSeconds: HOUR });
        const got = [refused.code, refused.detail, refused.family, refused.status];
        test.equal(got, ["TIMESTAMP_MALFORMED", "body-time", "malformed", 401], `${provider}, ${body}`);
        test.throws(() => answerTo(body).delivery.payload, "PAYLOAD_NOT_JSON", `${provider}, without the option`);
      }
    });
  },

  "reads the time of a body of any size, wherever a chunk of it ends"(countersign, test) {
    forEachTimed(countersign, ({ provider, now, second, bodyAt, answerTo }) => {
      const options = { maxEventAgeSeconds: HOUR };
      for (const filler of [65_500, 65_536, 131_050, 400_000]) {
        const withFiller = (time) => bodyAt(time).replace("mine", "x".repeat(filler));
        test.equal(failsWith(answerTo(withFiller(now), options)), "verified", `${provider}, ${filler}`);
        const old = answerTo(withFiller(now - 2 * HOUR * second), options);
        test.equal(failsWith(old), "TIMESTAMP_TOO_OLD", `${provider}, ${filler}`);
        test.equal(failsWith(answerTo(utf8(withFiller(now)), options)), "verified", `${provider}, ${filler} bytes`);
      }
    });
  },

  "asks for the age only after the signature, for an unproven time proves nothing"(countersign, test) {
    forEachTimed(countersign, ({ provider, now, bodyAt, open }) => {
      const webhook = open({ maxEventAgeSeconds: HOUR });
      const headers = webhook.sign(bodyAt(now));
      for (const body of [bodyAt(0), bodyAt(2 * now), bodyAt("null"), "no JSON"]) {
        test.equal(failsWith(webhook.check(body, headers)), "SIGNATURE_MISMATCH", `${provider}, ${body}`);
        test.equal(failsWith(webhook.check(body, {})), "HEADER_MISSING", `${provider}, ${body}`);
      }
    });
  },

  async "says the same by verify, by check and by verifyRequest"(countersign, test) {
    for (const [provider, { key, second, bodyAt, open }] of Object.entries(timedBy(countersign))) {
      const now = (NOW / 1000) * second;
      const webhook = open({ maxEventAgeSeconds: HOUR });
      const refusals = {
        "event-too-old": [bodyAt(0), { path: key, age: `${NOW / 1000} s`, limit: "3600 s" }],
        "event-too-new": [bodyAt(2 * now), { path: key, age: `${NOW / 1000} s`, limit: "300 s" }],
        "body-time": [bodyAt("null"), { path: key, unit: UNITS[second] }],
      };
      for (const [detail, [body, params]] of Object.entries(refusals)) {
        const headers = webhook.sign(body);
        const refusal = webhook.check(utf8(body), headers);
        test.equal([refusal.detail, refusal.params], [detail, params], provider);
        const request = new Request("https://example.com/", { method: "POST", headers, body });
        const thrown = [
          test.throws(() => webhook.verify(body, headers), refusal.code, `${provider}, verify`),
          await test.rejects(() => webhook.verifyRequest(request), refusal.code, `${provider}, verifyRequest`),
        ];
        for (const error of thrown) {
          for (const fact of ["code", "family", "detail", "message", "params", "status"])
            test.equal(error[fact], refusal[fact], `${provider}, ${detail}, ${fact}`);
        }
        test.ok(!/mine|lead|webhook_1/.test(refusal.message), `nothing of the body is in: ${refusal.message}`);
      }
      const [body, headers] = [bodyAt(now), webhook.sign(bodyAt(now))];
      const request = new Request("https://example.com/", { method: "POST", headers, body });
      const { body: proven, timestamp } = await webhook.verifyRequest(request);
      test.equal([proven.length, timestamp], [body.length, undefined], `${provider}: no time was signed`);
    }
  },

  "asks the clock once for each delivery"({ Webhook }, test) {
    let asked = 0;
    const clock = () => ((asked += 1), NOW);
    const webhook = new Webhook("bookbag", SECRET, { now: clock, maxEventAgeSeconds: HOUR });
    const body = TIMED.bookbag.bodyAt(NOW);
    const headers = webhook.sign(body, { timestamp: NOW });
    for (const times of [1, 2, 3]) {
      test.equal(failsWith(webhook.check(body, headers)), "verified");
      test.equal(asked, times);
    }
  },

  "refuses a greatest age that is not a whole number of seconds"({ Webhook }, test) {
    for (const maxEventAgeSeconds of [-1, 0.5, NaN, -Infinity, "300", null, {}, 300n]) {
      const open = () => new Webhook("bookbag", SECRET, { maxEventAgeSeconds });
      const { message } = test.throws(open, "OPTION_INVALID", String(maxEventAgeSeconds));
      test.matches(message, /^maxEventAgeSeconds is .*: expected an integer >= 0, or Infinity/);
    }
    const { message } = test.throws(() => new Webhook("bookbag", SECRET, { maxEventAge: 1 }), "OPTION_INVALID");
    test.matches(message, /Did you mean "maxEventAgeSeconds"\?/);
    new Webhook("bookbag", SECRET, { maxEventAgeSeconds: 2 ** 40 }).dispose();
  },

  "refuses a greatest age where no body is known to tell a time, and says what there is instead"(
    { Webhook, defineScheme, providers },
    test,
  ) {
    const refused = (scheme) => {
      const open = (maxEventAgeSeconds) => new Webhook(scheme, ANY_SECRET, { maxEventAgeSeconds });
      open(Infinity).dispose();
      const { detail, params } = test.throws(() => open(HOUR), "OPTION_INVALID", String(scheme));
      return [detail, params];
    };
    const untold = Object.values(providers).filter(({ scheme }) => scheme.eventTime === undefined);
    for (const { name: scheme, scheme: fields } of untold) {
      const detail = fields.timestamp === undefined ? "event-age-unknown" : "event-age-signed";
      test.equal(refused(scheme), [detail, { scheme }]);
    }
    test.equal(refused(defineScheme(PLAIN)), ["event-age-unknown", { scheme: "plain" }]);
    test.equal(refused(defineScheme(ACME)), ["event-age-signed", { scheme: "acme" }]);
    const namesake = defineScheme({ ...PLAIN, name: "bookbag" });
    test.equal(refused(namesake), ["event-age-unknown", { scheme: "bookbag" }], "a namesake");
    const bodies = { ...PLAIN, timestamp: { from: { body: "sent_at" }, unit: "s" } };
    test.equal(refused(defineScheme(bodies)), ["event-age-signed", { scheme: "plain" }], "a signed time in the body");
  },

  "knows the time of a built-in scheme also when its fields were defined again"(countersign, test) {
    const { Webhook, defineScheme, providers } = countersign;
    const scheme = defineScheme({ ...providers.bookbag.scheme, name: "my-bookbag" });
    const webhook = new Webhook(scheme, SECRET, { now: () => NOW, maxEventAgeSeconds: HOUR });
    const body = TIMED.bookbag.bodyAt(0);
    test.equal(failsWith(webhook.check(body, webhook.sign(body))), "TIMESTAMP_TOO_OLD");
  },

  "tells in the catalogue which body tells which time"({ providers }, test) {
    const told = [providers.bookbag, providers.digivault];
    test.equal(
      told.map(({ name, scheme }) => [name, scheme.eventTime.body, scheme.eventTime.unit]),
      [
        ["bookbag", "ts", "ms"],
        ["digivault", "created_at", "s"],
      ],
    );
  },

  "takes DigiVault's last retry by default, and with the age that its notes recommend"(countersign, test) {
    const { retries, notes } = countersign.providers.digivault;
    const afterSeconds = retries.afterSeconds.reduce((sum, each) => sum + each, 0);
    test.equal(afterSeconds, 26_460, "7 h 21 min");
    const [recommended] = /\d+(?= accepts every retry)/.exec(notes.join(" "));
    const body = TIMED.digivault.bodyAt(NOW / 1000 - afterSeconds);
    const answers = [undefined, Number(recommended), 300].map((maxEventAgeSeconds) => {
      const webhook = new countersign.Webhook("digivault", SECRET, { now: () => NOW, maxEventAgeSeconds });
      return failsWith(webhook.check(body, webhook.sign(body)));
    });
    test.equal(answers, ["verified", "verified", "TIMESTAMP_TOO_OLD"]);
  },
};
