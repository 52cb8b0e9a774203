// What `new Webhook` refuses, before any delivery arrived: a mistake of ours must not wait for traffic.
import { CODES } from "../codes.mjs";
import { BODY, NOW, PLAIN, SECRET, agentbot, failsWith, utf8 } from "./kit.mjs";

const NO_SECRETS = {
  undefined: undefined,
  null: null,
  "an empty text": "",
  "no bytes": new Uint8Array(0),
  "no list": [],
};

export const tests = {
  "refuses an empty secret, in whatever form it comes"(countersign, test) {
    for (const [what, secret] of Object.entries(NO_SECRETS)) {
      test.throws(() => new countersign.Webhook("agentbot", secret), "SECRET_EMPTY", what);
      if (!Array.isArray(secret))
        test.throws(() => agentbot(countersign, [SECRET, secret]), "SECRET_EMPTY", `${what}, second`);
    }
  },

  "refuses a hole in the list of secrets"({ Webhook }, test) {
    // biome-ignore lint/suspicious/noSparseArray: the hole is what is tested
    test.throws(() => new Webhook("agentbot", [, SECRET]), "SECRET_EMPTY");
  },

  "refuses a secret that is nothing but its prefix"({ Webhook }, test) {
    test.throws(() => new Webhook("standard-webhooks", "whsec_"), "SECRET_EMPTY");
  },

  "refuses a secret that is neither text nor bytes"({ Webhook }, test) {
    for (const secret of [1, true, {}, () => SECRET, Symbol.iterator, [["nested"]], new ArrayBuffer(8), new Date(0)]) {
      test.throws(() => new Webhook("agentbot", secret), "SECRET_INVALID", Object.prototype.toString.call(secret));
    }
  },

  "refuses a secret that has no UTF-8 form"({ Webhook }, test) {
    for (const secret of ["\ud800", "a\udc00b", "\udc00\ud800"]) {
      test.throws(() => new Webhook("agentbot", secret), "SECRET_INVALID", JSON.stringify(secret));
    }
    test.ok(new Webhook("agentbot", "\u{1f511}"), "a whole surrogate pair is text like any");
  },

  "refuses a secret that does not decode by its scheme's rule"({ Webhook }, test) {
    for (const secret of ["whsec_!!!!", "whsec_YWJjY", "whsec_YW-_", "whsec_YWJj===", "whsec_ YWJj", "whsec_YW\nJj"]) {
      test.throws(() => new Webhook("standard-webhooks", secret), "SECRET_INVALID", JSON.stringify(secret));
    }
  },

  "refuses a secret that is too long, and a list of too many"(countersign, test) {
    test.throws(() => agentbot(countersign, "s".repeat(4097)), "SECRET_INVALID", "4097 letters");
    test.throws(() => agentbot(countersign, new Uint8Array(4097).fill(1)), "SECRET_INVALID", "4097 bytes");
    test.throws(() => agentbot(countersign, Array(17).fill(SECRET)), "SECRET_INVALID", "17 secrets");
    const longest = agentbot(countersign, Array(16).fill("\u00e9".repeat(2048)));
    test.equal(failsWith(longest.check(BODY, longest.sign(BODY))), "verified", "16 secrets of 4096 bytes");
    longest.dispose();
  },

  "never repeats a secret in a message"({ Webhook }, test) {
    const secret = "whsec_not-base64-but-private";
    const { message } = test.throws(() => new Webhook("standard-webhooks", secret), "SECRET_INVALID");
    test.ok(message.length > 0 && !message.includes("private"), `the message is ${message}`);
  },

  "never repeats a secret that stands where the provider belongs"({ Webhook }, test) {
    const secret = "whsec_topsecretvalue";
    const swapped = test.throws(() => new Webhook(secret, "agentbot"), "PROVIDER_UNKNOWN").message;
    test.equal(swapped, 'The arguments are swapped: new Webhook("agentbot", secret).');
    const alone = test.throws(() => new Webhook(secret, SECRET), "PROVIDER_UNKNOWN").message;
    test.ok(!alone.includes("topsecret"), alone);
    test.matches(alone, /^No provider of that name is built in\. There are /);
  },

  "takes bytes as the key itself, undecoded"({ Webhook, defineScheme }, test) {
    const text = new Webhook(defineScheme(PLAIN), "key");
    const bytes = new Webhook(defineScheme(PLAIN), utf8("key"));
    test.equal(bytes.sign(BODY), text.sign(BODY));
    const decoded = new Webhook("standard-webhooks", "whsec_YWJj");
    const raw = new Webhook("standard-webhooks", utf8("abc"));
    const fixed = { timestamp: NOW, id: "msg_1" };
    test.equal(raw.sign(BODY, fixed), decoded.sign(BODY, fixed), "base64 text, and what it stands for");
  },

  "refuses a provider that it does not know, and suggests the one that was meant"({ Webhook }, test) {
    test.matches(test.throws(() => new Webhook("agentbott", SECRET), "PROVIDER_UNKNOWN").message, /agentbot/);
    const near = ["", "Agentbot", "agentbot ", "agentbot\n"];
    const strange = ["__proto__", "constructor", "\u0000", "x".repeat(100_000)];
    for (const name of [...near, ...strange]) {
      test.throws(() => new Webhook(name, SECRET), "PROVIDER_UNKNOWN", JSON.stringify(name.slice(0, 20)));
    }
  },

  "refuses what is neither a provider's name nor a scheme"({ Webhook }, test) {
    for (const scheme of [undefined, null, 1, {}, [], () => "agentbot"]) {
      const code = thrownCode(() => new Webhook(scheme, SECRET));
      test.ok(["PROVIDER_UNKNOWN", "SCHEME_INVALID"].includes(code), `${code} for ${typeof scheme}`);
    }
  },

  "refuses a tolerance that is not a whole number of seconds"(countersign, test) {
    const wrong = [-1, 0.5, NaN, -Infinity, "300", null, 300n];
    for (const toleranceSeconds of [...wrong, [300], new Map(), new Date(0), true]) {
      const open = () => agentbot(countersign, SECRET, { toleranceSeconds });
      const { params } = test.throws(open, "OPTION_INVALID", String(toleranceSeconds));
      test.equal(params?.option, "toleranceSeconds", String(toleranceSeconds));
    }
    for (const direction of ["past", "future"]) {
      for (const seconds of [...wrong, {}, [300]]) {
        const open = () => agentbot(countersign, SECRET, { toleranceSeconds: { [direction]: seconds } });
        const { params } = test.throws(open, "OPTION_INVALID", `${direction}: ${seconds}`);
        test.equal(params?.option, `toleranceSeconds.${direction}`, String(seconds));
      }
    }
    const misspelt = () => agentbot(countersign, SECRET, { toleranceSeconds: { futur: 5 } });
    test.matches(test.throws(misspelt, "OPTION_INVALID").message, /Did you mean "future"\?/);
    for (const toleranceSeconds of [
      0,
      300,
      2 ** 40,
      Infinity,
      undefined,
      {},
      { past: 5 },
      { past: 2 ** 40, future: 0 },
    ])
      agentbot(countersign, SECRET, { toleranceSeconds }).dispose();
  },

  "refuses a tolerance where no time is signed"({ Webhook }, test) {
    for (const toleranceSeconds of [300, 0, { past: 300 }, { past: Infinity, future: 300 }])
      test.throws(() => new Webhook("bookbag", SECRET, { toleranceSeconds }), "OPTION_INVALID");
    for (const none of [Infinity, {}, { past: Infinity, future: Infinity }])
      test.ok(new Webhook("bookbag", SECRET, { toleranceSeconds: none }), "no tolerance is what it has anyway");
  },

  "refuses an option that it does not know, and suggests the one that was meant"(countersign, test) {
    test.matches(
      test.throws(() => agentbot(countersign, SECRET, { tolerance: 1 }), "OPTION_INVALID").message,
      /toleranceSeconds/,
    );
    for (const options of [null, 300, "300", []]) {
      test.throws(() => new countersign.Webhook("agentbot", SECRET, options), "OPTION_INVALID", String(options));
    }
    for (const now of [NOW, new Date(NOW), "now"])
      test.throws(() => agentbot(countersign, SECRET, { now }), "OPTION_INVALID", "now");
  },

  "refuses options that are not a plain object"(countersign, test) {
    const webhook = agentbot(countersign);
    for (const options of [new Map([["toleranceSeconds", 1]]), new Date(NOW), new (class Options {})()]) {
      const { name } = options.constructor;
      const { message } = test.throws(
        () => new countersign.Webhook("agentbot", SECRET, options),
        "OPTION_INVALID",
        name,
      );
      test.matches(message, /expected a plain object of toleranceSeconds, maxEventAgeSeconds, now/);
      test.throws(() => webhook.sign(BODY, options), "OPTION_INVALID", `sign, ${name}`);
    }
    for (const prototype of [null, Object.create(null)]) {
      const options = Object.assign(Object.create(prototype), { now: () => NOW });
      new countersign.Webhook("agentbot", SECRET, options).dispose();
    }
  },

  "gives every error its code, its family, its HTTP status and a stack"(countersign, test) {
    const error = test.throws(() => new countersign.Webhook("agentbot", ""), "SECRET_EMPTY");
    test.equal([error.name, error.family, error.status], ["WebhookError", ...Object.values(CODES.get("SECRET_EMPTY"))]);
    test.ok(error instanceof countersign.WebhookError && error instanceof Error, "an instance of WebhookError");
    test.ok(typeof error.stack === "string" && error.stack.length > 0, "it has a stack");
  },
};

function thrownCode(action) {
  try {
    action();
  } catch (error) {
    return error.code;
  }
  return "an error";
}
