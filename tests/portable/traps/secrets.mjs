// Traps in keys and tags: empty secrets, secrets that are no text, plain hashes, rotation.
import { BODY, SECRET, failsWith, utf8 } from "../api/kit.mjs";
import { receiver, signed } from "./kit.mjs";

// A delivery of Chatbase and what three readers of "use the SHA-1 function" would make of it and of SECRET:
//   printf '%s' "$body" | sha1sum; printf '%s' "$body$secret" | sha1sum; printf '%s' "$secret$body" | sha1sum
//   printf '%s' "$body" | openssl dgst -sha1 -hmac "$secret"
const LEAD =
  '{"eventType":"leads.submit","chatbotId":"xxxxxxxx","payload":{"conversationId":"c1",' +
  '"customerEmail":"example@chatbase.co","customerName":"Example","customerPhone":"123"}}';
const PLAIN_SHA1 = [
  "58808cd1970a24101270d1f97ea187aad11f6c35",
  "c144a6bdaa0d1a1b6eed7370e8df66629ceb167b",
  "08bc1ddf7b48004618e147209bcf0980c589f71d",
];
const HMAC_SHA1 = "39bf11c7edb802d727e4ecefad1efef92f04580e";

// The HMAC-SHA-256 of a body under the empty key, which anyone can make.
const EVENT = '{"event":"lead.created","data":{},"ts":1733155200000}';
const UNDER_EMPTY_KEY = "7b73dcfcf1a3a97f5de3af482f60fc54b15bcfb792a9b0d5c23bead9a8d877af";

export const tests = {
  "trap 10: says the same of a tag that is wrong in its first digit and in its last"(countersign, test) {
    const webhook = receiver(countersign, "chatbase");
    const { name, value } = signed(webhook, LEAD);
    const answers = new Set();
    for (let at = 0; at < value.length; at += 1) {
      const digit = value[at] === "0" ? "1" : "0";
      const { code, message } = webhook.check(LEAD, { [name]: value.slice(0, at) + digit + value.slice(at + 1) });
      test.equal(code, "SIGNATURE_MISMATCH", `digit ${at}`);
      answers.add(message);
    }
    test.equal([answers.size, value.length], [1, 40], "messages, digits");
  },

  "trap 15: refuses an undefined secret when the receiver is built, not when a delivery arrives"(countersign, test) {
    const { message, params } = test.throws(() => receiver(countersign, "chatbase", null), "SECRET_EMPTY", "null");
    test.matches(message, /environment variable/);
    test.equal(params, { which: "The secret", scheme: "chatbase", state: "null" }, "which one of several is not set");
    const { Webhook } = countersign;
    test.throws(() => new Webhook("chatbase", undefined), "SECRET_EMPTY", "undefined");
  },

  "trap 16: takes an HMAC, and no hash that is made without it"(countersign, test) {
    const webhook = receiver(countersign, "chatbase");
    const name = "x-chatbase-signature";
    test.equal(failsWith(webhook.check(LEAD, { [name]: HMAC_SHA1 })), "verified", "HMAC-SHA-1");
    for (const hash of PLAIN_SHA1) {
      test.equal(failsWith(webhook.check(LEAD, { [name]: hash })), "SIGNATURE_MISMATCH", hash);
    }
  },

  "trap 17: labels SHA-1, where a provider offers nothing else"({ providers }, test) {
    const weak = Object.values(providers).filter(({ scheme }) => scheme.algorithm === "hmac-sha1");
    test.equal(
      weak.map(({ name }) => name),
      ["chatbase"],
    );
    test.matches(weak[0].notes.join(" "), /HMAC-SHA-1.*deprecated/);
  },

  "trap 20: refuses an empty secret for every provider, also in a list"(countersign, test) {
    const { Webhook, providers } = countersign;
    for (const name of Object.keys(providers)) {
      for (const secret of ["", [""], [], new Uint8Array(0)]) {
        test.throws(() => new Webhook(name, secret), "SECRET_EMPTY", `${name} ${JSON.stringify(secret)}`);
      }
    }
    test.throws(() => new Webhook("bookbag", [SECRET, ""]), "SECRET_EMPTY", "an empty one beside a good one");
    test.throws(() => new Webhook("standard-webhooks", "whsec_"), "SECRET_EMPTY", "nothing behind the prefix");
    const forged = { "x-bookbag-signature": `sha256=${UNDER_EMPTY_KEY}` };
    test.equal(failsWith(receiver(countersign, "bookbag").check(EVENT, forged)), "SIGNATURE_MISMATCH", "a forgery");
  },

  "trap 21: never turns a missing value into a secret"(countersign, test) {
    for (const secret of [false, true, 0, NaN, {}, new Date(0), new ArrayBuffer(8), [[SECRET]]]) {
      test.throws(() => receiver(countersign, "digivault", secret), "SECRET_INVALID", String(secret));
    }
  },

  "trap 31: takes a secret that a user made up exactly as it is, and trims nothing"(countersign, test) {
    const { providers } = countersign;
    for (const secret of ["padded ", " padded", "line end\n", "cl\u00e9 \u{1f511}", "x"]) {
      const { name, value } = signed(receiver(countersign, "bookbag", secret), BODY);
      const answerOf = (other) => failsWith(receiver(countersign, "bookbag", other).check(BODY, { [name]: value }));
      test.equal(answerOf(secret), "verified", JSON.stringify(secret));
      test.equal(answerOf(utf8(secret)), "verified", `${JSON.stringify(secret)}, as its UTF-8`);
      if (secret !== secret.trim()) test.equal(answerOf(secret.trim()), "SIGNATURE_MISMATCH", "trimmed");
      test.equal(answerOf(`${secret}\n`), "SIGNATURE_MISMATCH", "with the line end of an editor");
    }
    test.matches(providers.bookbag.notes.join(" "), /[Ss]paces around it are part of it/);
  },

  "trap 48: lets a secret be replaced without losing a delivery, and says which one matched"(countersign, test) {
    for (const provider of ["bookbag", "chatbase", "agentbot", "digivault", "libromi"]) {
      const signedBy = (secret) => receiver(countersign, provider, secret).sign(BODY);
      /** Which secret of the list fits a delivery that was signed with the old one, the new one, another one. */
      const fitting = (...secrets) =>
        ["old", "new", "other"].map((sender) => {
          const answer = receiver(countersign, provider, secrets).check(BODY, signedBy(sender));
          return answer.ok ? answer.delivery.secretIndex : answer.code;
        });
      const none = "SIGNATURE_MISMATCH";
      test.equal(fitting("old"), [0, none, none], `${provider}, before`);
      test.equal(fitting("new", "old"), [1, 0, none], `${provider}, meanwhile`);
      test.equal(fitting("old", "new"), [0, 1, none], `${provider}, meanwhile, in the other order`);
      test.equal(fitting("new"), [none, 0, none], `${provider}, with the old one removed`);
      test.equal(signedBy(["new", "old"]), signedBy("new"), `${provider}, the first one signs`);
    }
  },
};
