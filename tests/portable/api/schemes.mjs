// defineScheme and providers: schemes are data, which can be read, written down and defined again.
import { ACME, BODY, NOW, PLAIN, SECRET, bodyOf, failsWith, partsOf, prefixed, ANY_SECRET, sorted } from "./kit.mjs";

const ALGORITHMS = ["hmac-sha1", "hmac-sha256", "hmac-sha384", "hmac-sha512"];
const ENCODINGS = ["hex", "hex-any-case", "base64", "base64url"];

/** Every field at once, each with its second form. */
const FULL = {
  name: "full",
  algorithm: "hmac-sha512",
  key: { encoding: "base64", stripPrefixes: ["v1,whsec_", "whsec_"] },
  signature: {
    header: ["X-Full-Signature", "x-old-signature"],
    format: { kind: "pairs", separator: ";", signatureKey: "v1", timestampKey: "t", spaces: true },
    encoding: "base64url",
  },
  content: "{{v0}}\n{header:X-Full-Id}.{timestamp}.{body}",
  timestamp: { from: "field", unit: "rfc3339", toleranceSeconds: { past: 5, future: 60 } },
  require: { "X-Full-Version": "2" },
  type: { body: "meta.event_name" },
  id: { header: "X-Full-Id" },
  hints: ["X-Full-Topic"],
};

export const tests = {
  "takes a scheme as an object, and signs and verifies by it"({ Webhook, defineScheme }, test) {
    const scheme = defineScheme(ACME);
    test.equal([scheme.name, String(scheme), `${scheme}`], ["acme", "Scheme(acme)", "Scheme(acme)"]);
    const webhook = new Webhook(scheme, SECRET, { now: () => NOW });
    const headers = webhook.sign(BODY);
    test.matches(headers["X-Acme-Signature"], /^t=\d+,v1=[0-9a-f]{64}$/);
    test.equal(webhook.verify(BODY, headers).provider, "acme");
    test.ok(webhook.scheme === scheme, "a Webhook has the very scheme that it was built with, which");
  },

  "gives a scheme its fields as they were written, and no others"({ defineScheme }, test) {
    for (const spec of [ACME, PLAIN, FULL]) {
      const scheme = defineScheme(spec);
      test.equal(sorted(scheme), sorted(spec), spec.name);
      test.equal(Object.keys(scheme).sort(), Object.keys(spec).sort(), `${spec.name}: nothing is filled in`);
    }
    test.equal(defineScheme(FULL).text, undefined, "there is no text form");
  },

  "takes a scheme that was written as JSON, and gives it back as JSON"({ defineScheme }, test) {
    for (const spec of [ACME, PLAIN, FULL]) {
      const scheme = defineScheme(JSON.parse(JSON.stringify(spec)));
      const again = defineScheme(JSON.parse(JSON.stringify(scheme)));
      test.equal([sorted(scheme), sorted(again)], [sorted(spec), sorted(spec)], spec.name);
    }
  },

  "takes the $schema that a JSON file names for editors, and leaves it out"({ defineScheme }, test) {
    const scheme = defineScheme({ $schema: "./node_modules/countersign/scheme.schema.json", ...FULL });
    test.equal(sorted(scheme), sorted(FULL));
    test.throws(() => defineScheme({ $schema: "./scheme.schema.json" }), "SCHEME_INVALID", "and nothing else");
  },

  "gives a scheme that nobody can change afterwards, at any depth"({ defineScheme }, test) {
    const spec = JSON.parse(JSON.stringify(FULL));
    const scheme = defineScheme(spec);
    const open = partsOf(scheme).filter(([, part]) => !Object.isFrozen(part));
    test.equal(open, [], "parts that are not frozen");
    for (const [path, part] of partsOf(spec)) test.ok(!Object.isFrozen(part), `what was passed stays open: ${path}`);
    spec.signature.header[0] = "X-Changed";
    spec.require["X-Full-Version"] = "3";
    spec.hints.push("X-Changed");
    test.equal(sorted(scheme), sorted(FULL), "the scheme holds no part of what was passed");
  },

  "defines a scheme again, and another one of its fields"({ Webhook, defineScheme, providers }, test) {
    const scheme = defineScheme(ACME);
    test.equal(sorted(defineScheme(scheme)), sorted(scheme), "itself");
    const other = defineScheme({ ...scheme, name: "other", content: "{body}{timestamp}" });
    test.equal([other.name, other.content, other.signature], ["other", "{body}{timestamp}", scheme.signature]);
    const [one, two] = [scheme, other].map((each) => new Webhook(each, SECRET, { now: () => NOW }).sign(BODY));
    test.ok(one["X-Acme-Signature"] !== two["X-Acme-Signature"], "another content is another signature, so that");
    for (const { name, scheme: own } of Object.values(providers)) {
      test.equal(sorted(defineScheme({ ...own })), sorted(own), name);
    }
  },

  "takes what is undefined for what was not written"({ defineScheme }, test) {
    const nothing = { key: undefined, content: undefined, timestamp: undefined, require: undefined, type: undefined };
    const scheme = defineScheme({ ...PLAIN, ...nothing, id: undefined, eventTime: undefined, hints: undefined });
    test.equal(Object.keys(scheme), ["name", "algorithm", "signature"]);
    const infinite = defineScheme({ ...ACME, timestamp: { ...ACME.timestamp, toleranceSeconds: Infinity } });
    test.equal(JSON.parse(JSON.stringify(infinite)).timestamp, { from: "field", unit: "s" }, "Infinity is no limit");
  },

  "takes a scheme that another copy of this package made, and checks its fields again"({ Webhook }, test) {
    const foreign = (spec) => Object.assign(new ForeignScheme(), spec);
    const webhook = new Webhook(foreign(ACME), SECRET, { now: () => NOW });
    test.equal(failsWith(webhook.check(BODY, webhook.sign(BODY))), "verified");
    test.equal([webhook.scheme.name, String(webhook.scheme)], ["acme", "Scheme(acme)"]);
    test.ok(Object.isFrozen(webhook.scheme), "what a Webhook keeps is frozen, which");
    const wrong = [{}, { ...ACME, name: "A" }, { ...ACME, content: "{timestamp}" }, { ...ACME, algorithm: "md5" }];
    wrong.push({ ...ACME, signature: null }, { ...ACME, signature: {} }, { ...ACME, signature: { header: "X Acme" } });
    wrong.push(
      { ...ACME, timestamp: { from: "field", unit: "minutes" } },
      { ...ACME, hints: ["a b"] },
      { name: "acme" },
    );
    wrong.push({ ...ACME, type: { header: "X-Unsigned" } }, { ...ACME, name: "acme\u0000" });
    for (const spec of wrong) {
      test.throws(() => new Webhook(foreign(spec), SECRET), "SCHEME_INVALID", JSON.stringify(spec));
    }
  },

  "signs and verifies with a prefix, also one that ends in a space"({ Webhook, defineScheme }, test) {
    for (const prefix of ["", "sha256=", "HMAC ", "a-b[c]+~:", "a\\b="]) {
      const webhook = new Webhook(defineScheme(prefixed(prefix)), SECRET);
      const headers = webhook.sign(BODY);
      const value = headers["X-Signature"];
      test.ok(value.startsWith(prefix) && value.length === prefix.length + 64, JSON.stringify(prefix));
      test.equal(failsWith(webhook.check(BODY, headers)), "verified", JSON.stringify(prefix));
      if (prefix !== "") test.ok(!webhook.check(BODY, { "X-Signature": value.slice(prefix.length) }).ok, "without it");
    }
  },

  "takes a newline, braces and a backslash in the content for what they are"({ Webhook, defineScheme }, test) {
    const contents = ["\n{body}", "{{{body}}}", "{{body}}{body}", "\\n{body}", "$ {body}", "100%{body}", " {body} "];
    const signatures = contents.map((content) => {
      const webhook = new Webhook(defineScheme({ ...PLAIN, content }), SECRET);
      test.equal(failsWith(webhook.check(BODY, webhook.sign(BODY))), "verified", JSON.stringify(content));
      return webhook.sign(BODY)["X-Signature"];
    });
    test.equal(new Set(signatures).size, contents.length, "contents that differ sign differently");
    const [line] = [new Webhook(defineScheme({ ...PLAIN, content: "v0\n{body}" }), SECRET).sign("{}")];
    test.equal(line, new Webhook(defineScheme(PLAIN), SECRET).sign("v0\n{}"), "a real newline is signed");
    const literal = new Webhook(defineScheme({ ...PLAIN, content: "{{v0}}{body}" }), SECRET).sign("{}");
    test.equal(literal, new Webhook(defineScheme(PLAIN), SECRET).sign("{v0}{}"), "doubled braces are braces");
  },

  "signs and verifies with every algorithm and every encoding"({ Webhook, defineScheme }, test) {
    for (const algorithm of ALGORITHMS) {
      for (const encoding of ENCODINGS) {
        const what = `${algorithm} ${encoding}`;
        const scheme = defineScheme({ ...PLAIN, algorithm, signature: { header: "X-Signature", encoding } });
        const webhook = new Webhook(scheme, SECRET);
        const headers = webhook.sign(BODY);
        test.equal(failsWith(webhook.check(BODY, headers)), "verified", what);
        test.equal(failsWith(webhook.check(`${BODY} `, headers)), "SIGNATURE_MISMATCH", `${what}, another body`);
        test.equal(headers["X-Signature"].length, lengthOf(algorithm, encoding), what);
        webhook.dispose();
      }
    }
  },

  "reads type and id at the end of a path"({ Webhook, defineScheme }, test) {
    const nested = { ...PLAIN, type: { body: "meta.event_name" }, id: { body: "data.attributes.id" } };
    const webhook = new Webhook(defineScheme(nested), SECRET);
    const factsOf = (body) => {
      const { type, id } = webhook.verify(body, webhook.sign(body));
      return [type, id];
    };
    test.equal(factsOf('{"meta":{"event_name":"order.paid"},"data":{"attributes":{"id":7}}}'), ["order.paid", "7"]);
    test.equal(factsOf('{"data":{"attributes":{"id":"e1"}}, "meta" : { "event_name" :"a"}}'), ["a", "e1"], "any order");
    test.equal(factsOf('{"meta.event_name":"a","event_name":"b","id":"c"}'), [undefined, undefined], "no nesting");
    test.equal(factsOf('{"meta":[{"event_name":"a"}],"data":"x"}'), [undefined, undefined], "lists and texts");
    test.equal(factsOf('{"x":{"meta":{"event_name":"a"}}}'), [undefined, undefined], "deeper than the path");
    test.equal(factsOf('{"meta":{"event_name":"a"},"meta":{"event_name":"b"}}'), ["b", undefined], "as JSON.parse");
  },

  "reads an id from a header that the content signs, and takes it for the key"({ Webhook, defineScheme }, test) {
    const scheme = defineScheme({ ...PLAIN, content: "{header:X-Id}.{body}", id: { header: "X-Id" } });
    const webhook = new Webhook(scheme, SECRET);
    const headers = webhook.sign(BODY, { id: "evt_7" });
    const { id, idempotencyKey } = webhook.verify(BODY, headers);
    test.equal([headers["X-Id"], id, idempotencyKey], ["evt_7", "evt_7", "evt_7"]);
    test.equal(failsWith(webhook.check(BODY, { ...headers, "X-Id": "evt_8" })), "SIGNATURE_MISMATCH");
  },

  "demands the headers that a scheme requires"({ Webhook, defineScheme }, test) {
    const webhook = new Webhook(defineScheme({ ...PLAIN, require: { "X-Version": "2" } }), SECRET);
    const headers = webhook.sign(BODY);
    test.equal([headers["X-Version"], failsWith(webhook.check(BODY, headers))], ["2", "verified"]);
    const other = webhook.check(BODY, { ...headers, "X-Version": "1" });
    test.equal([other.code, other.detail, other.params], ["VERSION_UNKNOWN", "required-value", required("2")]);
    const { "X-Version": _, ...without } = headers;
    test.equal(failsWith(webhook.check(BODY, without)), "HEADER_MISSING");
  },

  "lists what is built in, and nobody can change the list"({ Webhook, providers }, test) {
    test.equal(Object.keys(providers), Object.keys(providers).toSorted(), "in the order of their names");
    for (const name of FIRST) test.ok(Object.hasOwn(providers, name), `${name} is built in, which`);
    for (const [key, provider] of Object.entries(providers)) {
      test.equal(Object.keys(provider).sort(), FIELDS, key);
      const { name, title, scheme, events, notes } = provider;
      test.equal([name, scheme.name, String(scheme)], [key, key, `Scheme(${key})`]);
      test.ok(title !== "" && Array.isArray(events) && Array.isArray(notes), `${name} has a title, events and notes,`);
      test.equal(sorted(new Webhook(name, ANY_SECRET).scheme), sorted(scheme), `${name}: what verifies`);
      test.equal(failsWith(signedBy(Webhook, scheme)), "verified", `${name}, by its scheme`);
    }
    test.equal(
      partsOf(providers).filter(([, part]) => !Object.isFrozen(part)),
      [],
      "parts that are not frozen",
    );
  },
};

/** A class of the same name and kind as that of a scheme, as another copy of the package has it. */
class ForeignScheme {
  get [Symbol.toStringTag]() {
    return "Scheme";
  }
}

const FIRST = ["agentbot", "bookbag", "chatbase", "digivault", "github", "libromi", "stripe"];

const FIELDS = ["docs", "events", "name", "notes", "retries", "scheme", "secretPrefix", "timeoutSeconds", "title"];

const required = (value) => ({ header: "X-Version", value });

function signedBy(Webhook, scheme) {
  const webhook = new Webhook(scheme, ANY_SECRET, { now: () => NOW });
  const body = bodyOf(scheme);
  return webhook.check(body, webhook.sign(body));
}

/** How many characters a signature has. */
function lengthOf(algorithm, encoding) {
  const bytes = { "hmac-sha1": 20, "hmac-sha256": 32, "hmac-sha384": 48, "hmac-sha512": 64 }[algorithm];
  if (encoding.startsWith("hex")) return 2 * bytes;
  return encoding === "base64" ? 4 * Math.ceil(bytes / 3) : Math.ceil((4 * bytes) / 3);
}
