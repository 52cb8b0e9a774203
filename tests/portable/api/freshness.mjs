// Freshness: how old a delivery may be, by the time in its header or, where that has none, by the time in its body.
import { BODY, NOW, PLAIN, SECRET, agentbot, failsWith, utf8 } from "./kit.mjs";

const HOUR = 3600;
/** Of each provider whose signed body tells the time: a body that tells it, and how many of its units are a second. */
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
};
const SIGN_A_TIME = ["agentbot", "slack", "standard-webhooks", "stripe"];
const TELL_NO_TIME = ["chatbase", "github", "libromi", "shopify"];
const KEYS = { "standard-webhooks": "whsec_YWJj" };

/** What a receiver says of a body that its provider signed. */
function judge({ Webhook }, provider, body, options) {
  const webhook = new Webhook(provider, SECRET, { now: () => NOW, ...options });
  return webhook.check(body, webhook.sign(body));
}

/** Runs `body` once for each provider whose signed body tells the time. */
function forEachTimed(countersign, body) {
  for (const [provider, timed] of Object.entries(TIMED)) {
    const now = (NOW / 1000) * timed.second;
    const answerTo = (text, options) => judge(countersign, provider, text, options);
    body({
      ...timed,
      provider,
      now,
      answerTo,
      at: (time, options) => failsWith(answerTo(timed.bodyAt(time), options)),
    });
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
      const wanted = { bookbag: "TIMESTAMP_TOO_OLD", digivault: "verified" }[provider];
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

  "refuses a body that tells no time, or one that is none"(countersign, test) {
    const options = { maxEventAgeSeconds: HOUR };
    forEachTimed(countersign, ({ provider, key, now, at, answerTo }) => {
      for (const time of ["null", "true", "[]", "{}", `[${now}]`, `"${now}"`, '""', "-1", "-0.5", "1e999", "-1e999"]) {
        test.equal(at(time, options), "TIMESTAMP_MALFORMED", `${provider}, ${time}`);
      }
      const nested = [`{"data":{"${key}":${now}}}`, `[{"${key}":${now}}]`, `{"__proto__":{"${key}":${now}}}`];
      for (const body of ["{}", "[]", "null", "1", '"text"', `{"${key.toUpperCase()}":${now}}`, ...nested]) {
        const answer = answerTo(body, options);
        test.equal([answer.code, answer.family, answer.status], ["TIMESTAMP_MALFORMED", "malformed", 401], body);
      }
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

  "says of a body that is no JSON what its payload would say"(countersign, test) {
    forEachTimed(countersign, ({ provider, now, bodyAt, answerTo }) => {
      const text = bodyAt(now);
      for (const body of ["", "no JSON", text.slice(0, -1), `\ufeff${text}`, Uint8Array.of(0x22, 0xff, 0x22)]) {
        const refused = answerTo(body, { maxEventAgeSeconds: HOUR });
        const { message } = test.throws(() => answerTo(body).delivery.payload, "PAYLOAD_NOT_JSON", provider);
        const { code, family, status } = refused;
        test.equal([code, family, status], ["PAYLOAD_NOT_JSON", "unreadable", 400], `${provider}, ${body}`);
        test.equal(refused.message, message, provider);
      }
    });
  },

  "asks for the age only after the signature, for an unproven time proves nothing"(countersign, test) {
    forEachTimed(countersign, ({ provider, now, bodyAt }) => {
      const webhook = new countersign.Webhook(provider, SECRET, { now: () => NOW, maxEventAgeSeconds: HOUR });
      const headers = webhook.sign(bodyAt(now));
      for (const body of [bodyAt(0), bodyAt(2 * now), bodyAt("null"), "no JSON"]) {
        test.equal(failsWith(webhook.check(body, headers)), "SIGNATURE_MISMATCH", `${provider}, ${body}`);
        test.equal(failsWith(webhook.check(body, {})), "HEADER_MISSING", `${provider}, ${body}`);
      }
    });
  },

  async "says the same by verify, by check and by verifyRequest"({ Webhook }, test) {
    for (const [provider, { key, second, bodyAt }] of Object.entries(TIMED)) {
      const now = (NOW / 1000) * second;
      const webhook = new Webhook(provider, SECRET, { now: () => NOW, maxEventAgeSeconds: HOUR });
      for (const body of [bodyAt(0), bodyAt(2 * now), bodyAt("null"), "no JSON"]) {
        const headers = webhook.sign(body);
        const { code, family, message, status } = webhook.check(utf8(body), headers);
        const request = new Request("https://example.com/", { method: "POST", headers, body });
        const thrown = [
          test.throws(() => webhook.verify(body, headers), code, `${provider}, verify`),
          await test.rejects(() => webhook.verifyRequest(request), code, `${provider}, verifyRequest`),
        ];
        for (const error of thrown) test.equal([error.family, error.message, error.status], [family, message, status]);
        test.ok(!/mine|lead|webhook_1|\d{6}/.test(message), `nothing of the body is in: ${message}`);
        if (code !== "PAYLOAD_NOT_JSON") test.matches(message, new RegExp(`the body's ${key} `), provider);
        if (code === "TIMESTAMP_TOO_OLD") test.matches(message, /maxEventAgeSeconds: 3600 /, provider);
      }
      const [body, headers] = [bodyAt(now), webhook.sign(bodyAt(now))];
      const request = new Request("https://example.com/", { method: "POST", headers, body });
      const { payload, timestamp } = await webhook.verifyRequest(request);
      test.equal([payload[key], timestamp], [now, undefined], `${provider}: the time is the payload's, no header's`);
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

  "refuses a greatest age that is no whole number of seconds"({ Webhook }, test) {
    for (const maxEventAgeSeconds of [-1, 0.5, NaN, -Infinity, "300", null, {}, 300n]) {
      const open = () => new Webhook("bookbag", SECRET, { maxEventAgeSeconds });
      const { message } = test.throws(open, "OPTION_INVALID", String(maxEventAgeSeconds));
      test.matches(message, /^maxEventAgeSeconds is .*: expected an integer >= 0, or Infinity/);
    }
    const { message } = test.throws(() => new Webhook("bookbag", SECRET, { maxEventAge: 1 }), "OPTION_INVALID");
    test.matches(message, /Did you mean "maxEventAgeSeconds"\?/);
  },

  "refuses a greatest age where no body is known to tell a time, and says what there is instead"(
    { Webhook, defineScheme, providers },
    test,
  ) {
    const refused = (scheme) => {
      const open = (maxEventAgeSeconds) => new Webhook(scheme, KEYS[scheme] ?? SECRET, { maxEventAgeSeconds });
      open(Infinity).dispose();
      return test.throws(() => open(HOUR), "OPTION_INVALID", String(scheme)).message;
    };
    for (const name of SIGN_A_TIME) test.matches(refused(name), /signs the time in a header.* Use toleranceSeconds/);
    for (const name of TELL_NO_TIME) test.matches(refused(name), /check nothing: leave it out, .*idempotencyKey/);
    const timed = `${PLAIN}content: {timestamp}.{body}\ntimestamp: header X-Time s\n`;
    test.matches(refused(defineScheme(PLAIN)), /bodies of plain,/);
    test.matches(refused(defineScheme(timed)), /^plain signs the time in a header/);
    test.matches(refused(defineScheme(PLAIN.replace("plain", "bookbag"))), /bodies of bookbag,/, "a namesake");
    const named = [...SIGN_A_TIME, ...TELL_NO_TIME, ...Object.keys(TIMED)].sort();
    test.equal(Object.keys(providers).sort(), named, "no provider was forgotten here");
  },

  "knows the time of a built-in scheme also when it was defined by its text"(countersign, test) {
    const { defineScheme, providers } = countersign;
    const scheme = defineScheme(`  ${providers.bookbag.scheme}`);
    const body = TIMED.bookbag.bodyAt(0);
    test.equal(failsWith(judge(countersign, scheme, body, { maxEventAgeSeconds: HOUR })), "TIMESTAMP_TOO_OLD");
  },

  "tells in the catalogue which body tells which time"({ providers }, test) {
    const told = Object.values(providers).filter(({ eventTime }) => eventTime !== null);
    test.equal(
      told.map(({ name, eventTime }) => [name, eventTime.key, eventTime.unit]),
      [
        ["bookbag", "ts", "ms"],
        ["digivault", "created_at", "s"],
      ],
    );
  },

  "names maxEventAgeSeconds to who asks for a tolerance where only the body tells the time"({ Webhook }, test) {
    const messageFor = (name) =>
      test.throws(() => new Webhook(name, SECRET, { toleranceSeconds: 300 }), "OPTION_INVALID", name).message;
    for (const [name, { key }] of Object.entries(TIMED))
      test.matches(messageFor(name), new RegExp(`for its body's ${key} there is maxEventAgeSeconds`));
    test.matches(messageFor("chatbase"), /check nothing: leave it out/);
  },

  "takes DigiVault's last retry by default, and with the age that its notes recommend"(countersign, test) {
    const { retries, notes } = countersign.providers.digivault;
    const afterSeconds = retries.afterSeconds.reduce((sum, each) => sum + each, 0);
    test.equal(afterSeconds, 26_460, "7 h 21 min");
    const [recommended] = /\d+(?= accepts every retry)/.exec(notes.join(" "));
    const body = TIMED.digivault.bodyAt(NOW / 1000 - afterSeconds);
    const answers = [undefined, Number(recommended), 300].map((maxEventAgeSeconds) =>
      failsWith(judge(countersign, "digivault", body, { maxEventAgeSeconds })),
    );
    test.equal(answers, ["verified", "verified", "TIMESTAMP_TOO_OLD"]);
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
