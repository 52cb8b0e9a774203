// Entries: countersign/core, which knows no provider by name, and each provider as it is imported alone.
import { ACME, BODY, NOW, SECRET, bodyOf, failsWith, ANY_SECRET } from "./kit.mjs";
import { openWebhook } from "../vectors.mjs";

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

export const tests = {
  "exports from countersign all that countersign/core exports, and a Webhook of its own"(countersign, test) {
    const { core } = countersign;
    test.equal(namesOf(core), ["Webhook", "WebhookError", "defineScheme"]);
    for (const name of ["WebhookError", "defineScheme"])
      test.ok(countersign[name] === core[name], `${name} is the same`);
    test.ok(countersign.Webhook !== core.Webhook, "a Webhook by name is not that of the core, which");
    test.equal(core.providers, undefined, "the core has no table of providers");
  },

  "takes a Webhook of countersign for one of countersign/core"({ Webhook, core }, test) {
    const named = new Webhook("agentbot", SECRET);
    test.ok(named instanceof core.Webhook && named instanceof Webhook, "a Webhook by name");
    const bare = new core.Webhook(named.scheme, SECRET);
    test.ok(bare instanceof core.Webhook && !(bare instanceof Webhook), "one of the core");
    test.equal([String(named), String(bare)], ["Webhook(agentbot)", "Webhook(agentbot)"]);
    named.dispose();
    test.throws(() => named.sign(BODY), "SECRET_EMPTY", "its methods are those of the core");
  },

  "exports every provider alone, with the scheme that the table has"({ providers, alone }, test) {
    test.equal(Object.keys(alone).sort(), Object.keys(providers).map(camel).sort());
    for (const { name, scheme } of Object.values(providers)) {
      const one = alone[camel(name)];
      test.equal(JSON.stringify(one), JSON.stringify(scheme), name);
      test.equal([one.name, String(one), Object.isFrozen(one)], [name, `Scheme(${name})`, true], name);
    }
  },

  "verifies and signs by a provider that was imported alone as by its name"({ Webhook, core, providers, alone }, test) {
    for (const [name, { scheme }] of Object.entries(providers)) {
      const body = bodyOf(scheme);
      const options = { now: () => NOW };
      const named = new Webhook(name, ANY_SECRET, options);
      const bare = new core.Webhook(alone[camel(name)], ANY_SECRET, options);
      const facts = { timestamp: NOW, id: "msg_1" };
      test.equal(bare.sign(body, facts), named.sign(body, facts), name);
      const { provider, type, id, idempotencyKey } = bare.verify(body, named.sign(body, facts));
      const other = named.verify(body, bare.sign(body, facts));
      test.equal([provider, type, id, idempotencyKey], [name, other.type, other.id, other.idempotencyKey], name);
      const [wrong, same] = [bare, named].map((each) => each.check(`${body} `, named.sign(body, facts)));
      test.equal([wrong.code, wrong.detail, wrong.message], [same.code, same.detail, same.message], name);
      const again = new Webhook(alone[camel(name)], ANY_SECRET, options);
      test.equal(failsWith(again.check(body, named.sign(body, facts))), "verified", `${name}, by countersign's own`);
    }
  },

  "gives on the corpus the verdicts that it gives by name"({ core, alone, providers }, test, vectors) {
    let tried = 0;
    for (const vector of vectors.filter(({ scheme }) => typeof scheme === "string").filter(isSmall)) {
      const webhook = new core.Webhook(alone[camel(vector.scheme)], vector.secrets, vector.options);
      test.equal(failsWith(webhook.check(vector.body, vector.headers)), vector.expected, vector.id);
      webhook.dispose();
      tried += 1;
    }
    for (const vector of vectors.filter(({ scheme }) => typeof scheme === "object").filter(isSmall)) {
      const webhook = openWebhook(core, vector);
      test.equal(failsWith(webhook.check(vector.body, vector.headers)), vector.expected, vector.id);
      webhook.dispose();
      tried += 1;
    }
    test.ok(tried > 2000 && Object.keys(providers).length > 0, `${tried} deliveries were judged by the core`);
  },

  "refuses the name of a provider in the core, and says where names are known"({ core }, test) {
    for (const name of ["stripe", "agentbot", "nobody", ""]) {
      const { detail, message } = test.throws(() => new core.Webhook(name, SECRET), "PROVIDER_UNKNOWN", name);
      test.equal(detail, "scheme-not-named", name);
      test.matches(message, /countersign\/providers, or, with the Webhook of "countersign", the name of a provider/);
    }
    const secret = "whsec_topsecretvalue";
    const { message } = test.throws(() => new core.Webhook(secret, "stripe"), "PROVIDER_UNKNOWN", "swapped");
    test.ok(!message.includes("topsecret"), message);
    for (const scheme of [undefined, null, 1, true, Symbol("stripe"), () => "stripe"])
      test.throws(() => new core.Webhook(scheme, SECRET), "PROVIDER_UNKNOWN", typeof scheme);
    test.throws(() => new core.Webhook({ ...ACME }, SECRET), "SCHEME_INVALID", "fields that nobody checked");
  },

  "tells a sender's own scheme from a provider's, whichever entry defined it"({ Webhook, core, defineScheme }, test) {
    for (const define of [core.defineScheme, defineScheme]) {
      for (const Each of [core.Webhook, Webhook]) {
        const webhook = new Each(define(ACME), SECRET, { now: () => NOW });
        test.equal(webhook.verify(BODY, webhook.sign(BODY)).provider, "acme");
      }
    }
  },
};

/** What a namespace exports, without what a bundler or CommonJS adds. */
const namesOf = (namespace) =>
  Object.keys(namespace)
    .filter((name) => !/^(default|module\.exports|__esModule)$/.test(name))
    .sort();

// A large body says the same as a small one here, and takes its time.
const isSmall = ({ body }) => body.length < 10_000;
