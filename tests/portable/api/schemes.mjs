// defineScheme and providers: schemes are data, and a bad one is refused by the name of its field.
import { BODY, NOW, PLAIN, SECRET, failsWith } from "./kit.mjs";

const spec = {
  name: "acme",
  mac: "sha256",
  signature: {
    header: "X-Acme-Signature",
    format: { kind: "pairs", separator: ",", signatureKey: "v1", timestampKey: "t" },
  },
  content: "{timestamp}.{body}",
  timestamp: { from: "field", unit: "s", toleranceSeconds: 300 },
};
const asText = `name: acme
mac: sha256
header: X-Acme-Signature
format: pairs , = v1 t
content: {timestamp}.{body}
timestamp: field s
tolerance: 300 300
`;

/** A change of `spec` that makes it wrong, and the field that the message must name. */
const WRONG = {
  name: [{ name: "Acme!" }, { name: "" }, { name: undefined }, { name: "a\nb" }],
  mac: [{ mac: "md5" }, { mac: "SHA256" }, { mac: undefined }, { mac: null }],
  content: [
    { content: "{timestamp}" },
    { content: "{body}{body}" },
    { content: "{nothing}.{body}" },
    { content: "" },
    { content: 1 },
  ],
  timestamp: [
    { timestamp: { from: "field", unit: "minutes" } },
    { timestamp: { from: "nowhere", unit: "s" } },
    { timestamp: undefined },
  ],
  tolerance: [
    { timestamp: { ...spec.timestamp, toleranceSeconds: -1 } },
    { timestamp: { ...spec.timestamp, toleranceSeconds: 1.5 } },
  ],
  header: [{ signature: { ...spec.signature, header: "X Acme" } }, { signature: { ...spec.signature, header: [] } }],
  format: [
    { signature: { ...spec.signature, format: { kind: "riddle" } } },
    { signature: { ...spec.signature, format: "riddle" } },
    { signature: { ...spec.signature, format: null } },
    { signature: { ...spec.signature, format: { ...spec.signature.format, spaces: 1 } } },
    { signature: { ...spec.signature, format: { ...spec.signature.format, assign: null } } },
  ],
  encoding: [{ signature: { ...spec.signature, encoding: "base32" } }],
  key: [{ key: { encoding: "rot13" } }, { key: { encoding: null } }, { key: { stripPrefixes: null } }],
  hints: [{ hints: null }, { hints: {} }, { hints: "X-Hint" }, { hints: Array(1) }],
  require: [{ require: null }, { require: new Map([["X-Version", "1"]]) }, { require: ["X-Version", "1"] }],
};

const prefixed = (prefix) => ({ signature: { header: "X-Signature", format: { kind: "value", prefix } } });

export const tests = {
  "takes a scheme as an object and as text, and both are one"({ Webhook, defineScheme }, test) {
    const [one, other] = [defineScheme(spec), defineScheme(asText)];
    test.equal(String(one), String(other));
    test.equal(String(defineScheme(String(one))), String(one), "its text form defines it again");
    test.equal(one.name, "acme");
    const headers = new Webhook(one, SECRET, { now: () => NOW }).sign(BODY);
    test.matches(headers["X-Acme-Signature"], /^t=\d+,v1=[0-9a-f]{64}$/);
    test.equal(new Webhook(other, SECRET, { now: () => NOW }).verify(BODY, headers).provider, "acme");
  },

  "gives a scheme that nobody can change afterwards"({ defineScheme }, test) {
    const scheme = defineScheme(spec);
    test.ok(Object.isFrozen(scheme), "it is frozen");
  },

  "refuses a wrong scheme, naming the field"({ defineScheme }, test) {
    for (const [field, changes] of Object.entries(WRONG)) {
      for (const change of changes) {
        const { message } = test.throws(
          () => defineScheme({ ...spec, ...change }),
          "SCHEME_INVALID",
          JSON.stringify(change),
        );
        test.matches(message, new RegExp(field, "i"), JSON.stringify(change));
      }
    }
  },

  "refuses letters that a scheme cannot have"({ defineScheme }, test) {
    test.matches(
      test.throws(() => defineScheme({ ...spec, content: "\u00e9{body}" }), "SCHEME_INVALID").message,
      /ASCII/,
    );
    test.matches(test.throws(() => defineScheme(asText.replace("acme", "\u00e9")), "SCHEME_INVALID").message, /ASCII/);
  },

  "refuses a prefix that no header could match"({ defineScheme }, test) {
    const prefixes = ["a b=", "a\\b=", "x\\s", "x  ", " ", " x", "a\nb=", "x\n", "a,b=", "\u00e9=", "x\t", 1, null];
    for (const prefix of prefixes) {
      const { message } = test.throws(
        () => defineScheme({ ...spec, ...prefixed(prefix) }),
        "SCHEME_INVALID",
        JSON.stringify(prefix),
      );
      test.matches(message, /signature\.format\.prefix: expected visible ASCII/, JSON.stringify(prefix));
    }
  },

  "signs and verifies with a prefix, also one that ends in a blank"({ Webhook, defineScheme }, test) {
    for (const prefix of ["", "sha256=", "HMAC ", "a-b[c]+~:"]) {
      const webhook = new Webhook(defineScheme({ name: "plain", mac: "sha256", ...prefixed(prefix) }), SECRET);
      const headers = webhook.sign(BODY);
      test.ok(
        headers["X-Signature"].startsWith(prefix) && headers["X-Signature"].length === prefix.length + 64,
        prefix,
      );
      test.equal(failsWith(webhook.check(BODY, headers)), "verified", JSON.stringify(prefix));
    }
  },

  "takes blanks and both line ends around the lines of a text form, and no other white space"({ defineScheme }, test) {
    const lines = `\n${asText}`.replaceAll("\n", "  \r\n\r\n    ");
    test.equal(String(defineScheme(lines)), asText);
    for (const space of ["\t", "\r", "\v", "\f", "\u00a0", "\u2028", "\ufeff"]) {
      const what = JSON.stringify(space);
      test.throws(() => defineScheme(space + asText), "SCHEME_INVALID", `${what} in front`);
      test.throws(() => defineScheme(asText.replaceAll("\n", `${space}\n`).slice(0, -1)), "SCHEME_INVALID", what);
    }
  },

  "refuses a field that it does not know"({ defineScheme }, test) {
    test.matches(
      test.throws(() => defineScheme({ ...spec, algorithm: "sha256" }), "SCHEME_INVALID").message,
      /algorithm/,
    );
    test.matches(test.throws(() => defineScheme(`${asText}colour: red\n`), "SCHEME_INVALID").message, /field/);
    test.throws(() => defineScheme(`${asText}mac: sha256\n`), "SCHEME_INVALID", "a field that comes twice");
  },

  "refuses what is no scheme at all"({ defineScheme }, test) {
    for (const scheme of [
      undefined,
      null,
      1,
      [],
      "",
      "\u0000",
      "agentbot",
      "x".repeat(1_000_000),
      "name: a\n".repeat(20_000),
    ]) {
      test.throws(() => defineScheme(scheme), "SCHEME_INVALID", String(scheme).slice(0, 9));
    }
  },

  "signs and verifies with every mac and every encoding"({ Webhook, defineScheme }, test) {
    for (const mac of ["sha1", "sha256", "sha384", "sha512"]) {
      for (const encoding of ["hex", "hex-any-case", "base64", "base64url"]) {
        const webhook = new Webhook(defineScheme(`${PLAIN.replace("sha256", mac)}encoding: ${encoding}\n`), SECRET);
        const headers = webhook.sign(BODY);
        test.equal(failsWith(webhook.check(BODY, headers)), "verified", `${mac} ${encoding}`);
        test.equal(
          failsWith(webhook.check(`${BODY} `, headers)),
          "SIGNATURE_MISMATCH",
          `${mac} ${encoding}, another body`,
        );
      }
    }
  },

  "lists what is built in, and nobody can change the list"({ Webhook, providers }, test) {
    for (const name of ["bookbag", "chatbase", "agentbot", "digivault", "libromi"]) {
      test.ok(name in providers, `${name} is built in`);
    }
    for (const [key, provider] of Object.entries(providers)) {
      const { name, title, events } = provider;
      test.equal(name, key);
      test.ok(
        title && Array.isArray(events) && Object.isFrozen(provider),
        `${name} has a title and events, and is frozen`,
      );
      test.equal(new Webhook(name, name === "standard-webhooks" ? "whsec_YWJj" : SECRET).scheme.name, name);
    }
    test.ok(Object.isFrozen(providers), "the list is frozen");
  },
};
