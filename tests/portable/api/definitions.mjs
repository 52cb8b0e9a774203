// Definitions: a wrong scheme is refused by the path of its field, and nothing is a scheme that defineScheme did not make.
import { ACME, SECRET, prefixed } from "./kit.mjs";
import { WRONG } from "./wrong-schemes.mjs";

/** Something of each kind that is not a scheme. */
const JUNK = [
  undefined,
  null,
  0,
  1,
  NaN,
  true,
  "",
  "agentbot",
  Symbol("scheme"),
  1n,
  () => ACME,
  [],
  [ACME],
  new Map(),
];
JUNK.push(new Date(0), new Set(), new Uint8Array(9), /x/, Promise.resolve(ACME), new Error("x"), Object.create(ACME));

export const tests = {
  "refuses a wrong scheme, naming the field, what was expected and what would do"({ defineScheme }, test) {
    for (const { spec, field, says, example } of WRONG) {
      const what = `${field} of ${JSON.stringify(spec)}`;
      const error = test.throws(() => defineScheme(spec), "SCHEME_INVALID", what);
      test.equal(error.params?.field, field, what);
      test.ok(error.message.includes(field), `${what}: the message names the field: ${error.message}`);
      if (says !== undefined) test.matches(error.message, says, what);
      if (example !== undefined) test.ok(`${error.params?.example}`.includes(example), `${what}: ${error.message}`);
      test.matches(error.message, /^[ -~]+[^.?:,][.?]$/, what);
    }
  },

  "names every field that the core checks by the path that was written"({ defineScheme }, test) {
    const named = new Set(WRONG.map(({ field }) => field));
    const fields = ["name", "algorithm", "key", "key.encoding", "key.stripPrefixes", "signature", "signature.header"];
    fields.push("signature.headers", "signature.format", "signature.format.kind", "signature.format.prefix");
    fields.push("signature.format.separator", "signature.format.signatureKey", "signature.format.timestampKey");
    fields.push("signature.format.spaces", "signature.format.tag", "signature.encoding", "content", "timestamp");
    fields.push("timestamp.from", "timestamp.from.header", "timestamp.from.body", "timestamp.unit");
    fields.push("timestamp.toleranceSeconds", "timestamp.toleranceSeconds.past", "timestamp.toleranceSeconds.future");
    fields.push("require", "type", "type.body", "type.header", "id", "id.body", "id.header", "eventTime");
    fields.push("eventTime.body", "eventTime.unit", "hints");
    test.equal(
      fields.filter((field) => !named.has(field)),
      [],
      "fields without a wrong value in the table",
    );
    test.equal(typeof defineScheme, "function");
  },

  "never quotes what may be a secret in the wrong place"({ defineScheme }, test) {
    const secret = "whsec_topsecretvalue_0123456789abcdef";
    const places = [secret, [secret], { ...ACME, secret }, { ...ACME, [secret]: 1 }, { ...ACME, name: secret }];
    places.push({ ...ACME, algorithm: secret }, { ...ACME, key: secret }, { ...ACME, key: { encoding: secret } });
    places.push({ ...ACME, signature: secret }, { ...ACME, signature: { ...ACME.signature, format: secret } });
    places.push({ ...ACME, timestamp: secret }, { ...ACME, timestamp: { from: secret, unit: "s" } });
    places.push({ ...ACME, timestamp: { ...ACME.timestamp, unit: secret } }, { ...ACME, type: secret });
    places.push({ ...ACME, require: secret }, { ...ACME, require: { [`${secret} `]: "1" } });
    places.push({ ...ACME, hints: secret }, { ...ACME, content: secret }, { ...ACME, eventTime: secret });
    for (const spec of places) {
      const { message, params } = test.throws(() => defineScheme(spec), "SCHEME_INVALID", JSON.stringify(spec));
      test.ok(!`${message}${JSON.stringify(params)}`.includes("topsecret"), message);
    }
  },

  "refuses the text form that 0.1 had, and says what to write"({ Webhook, defineScheme }, test) {
    const text = "name: acme\nmac: sha256\nheader: X-Acme-Signature\n";
    for (const scheme of [text, String(defineScheme(ACME)), new String(text)]) {
      const { params, message } = test.throws(() => defineScheme(scheme), "SCHEME_INVALID", typeof scheme);
      test.equal(params.field, "scheme");
      test.matches(message, /Example: \{ name: "acme", algorithm: "hmac-sha256", signature: /);
    }
    test.throws(() => new Webhook(text, SECRET), "PROVIDER_UNKNOWN", "as the name of a provider");
  },

  "refuses an object that defineScheme has not checked"({ Webhook }, test) {
    const { detail, message } = test.throws(() => new Webhook({ ...ACME }, SECRET), "SCHEME_INVALID");
    test.equal(detail, "scheme-not-defined");
    test.matches(message, /pass defineScheme\(\{ … \}\)/);
  },

  "answers junk with SCHEME_INVALID, and throws nothing else"({ Webhook, defineScheme }, test) {
    const hostile = [throwing({}), throwing(ACME)];
    for (const junk of JUNK)
      test.throws(() => defineScheme(junk), "SCHEME_INVALID", Object.prototype.toString.call(junk));
    for (const field of ["name", "algorithm", "key", "signature", "content", "timestamp", "require", "type", "hints"]) {
      for (const junk of JUNK.filter((each) => each !== undefined)) {
        const code = codeOf(() => defineScheme({ ...ACME, [field]: junk }));
        test.ok(
          ["SCHEME_INVALID", "a scheme"].includes(code),
          `${field}: ${Object.prototype.toString.call(junk)}: ${code}`,
        );
      }
    }
    for (const scheme of JUNK) {
      const code = codeOf(() => new Webhook(scheme, SECRET));
      test.ok(["SCHEME_INVALID", "PROVIDER_UNKNOWN", "a scheme"].includes(code), code);
    }
    for (const each of hostile) {
      const code = codeOf(() => defineScheme(each));
      test.ok(["SCHEME_INVALID", "Error: of the caller"].includes(code), code);
    }
    test.throws(() => defineScheme({ ...ACME, content: `${"x".repeat(1_000_000)}{body}` }), "SCHEME_INVALID", "1 MB");
    test.throws(() => defineScheme({ ...ACME, hints: Array(9000).fill("X-Hint") }), "SCHEME_INVALID", "9,000 hints");
  },

  "refuses a prefix that no header could match"({ defineScheme }, test) {
    for (const prefix of [
      "a b=",
      "x  ",
      " ",
      " x",
      "a\nb=",
      "x\n",
      "a,b=",
      "\u00e9=",
      "x\t",
      "x".repeat(129),
      1,
      null,
    ]) {
      const what = JSON.stringify(prefix);
      const { params } = test.throws(() => defineScheme(prefixed(prefix)), "SCHEME_INVALID", what);
      test.equal(params?.field, "signature.format.prefix", what);
    }
  },
};

/** An object of which every look throws. */
function throwing(target) {
  const trap = () => {
    throw new Error("of the caller");
  };
  return new Proxy(target, { get: trap, has: trap, ownKeys: trap, getPrototypeOf: trap });
}

function codeOf(action) {
  try {
    action();
    return "a scheme";
  } catch (error) {
    return error?.name === "WebhookError" ? error.code : `${error}`;
  }
}
