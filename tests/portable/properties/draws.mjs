// What the properties are drawn from: schemes, bodies, deliveries, and what may happen to one on its way.

const NAMES = ["X-Signature", "x-acme-mac", "Authorization"];
const KEYS = ["sha256=", "v0=", "Mac "];

/** @param fc - fast-check @param countersign - the package under test */
export function draws(fc, { Webhook, defineScheme, providers }) {
  const text = fc.string({ maxLength: 20, unit: "binary" });
  // Not of zeros or white space only, which anyone can guess.
  const isSeen = (bytes) => bytes.some((byte) => byte > 0x20 && byte < 0x7f);
  const key = fc.uint8Array({ minLength: 1, maxLength: 140 }).filter(isSeen);
  const seconds = fc.integer({ min: 0, max: 4_102_444_800 });

  /** Every built-in provider, and schemes of the model. */
  const scheme = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...Object.keys(providers)) },
    { weight: 3, arbitrary: custom() },
  );

  /** A receiver, its clock, and what it needs to be made again. */
  const receiver = fc
    .record({ scheme, secret: key, now: seconds.map((whole) => whole * 1000) })
    .map(timed)
    .map((setting) => ({ ...setting, open: (options) => open(setting, options) }));

  const body = fc.oneof(
    { weight: 2, arbitrary: fc.json({ maxDepth: 2 }) },
    { weight: 1, arbitrary: text },
    { weight: 2, arbitrary: fc.uint8Array({ maxLength: 40 }) },
    { weight: 1, arbitrary: fc.constantFrom("", "\ufeff{}", "\ud800", '"\u00e9\u{1f511}"') },
  );

  /** Digits that touch the body are as many as today's: such a scheme has no time before 2001. */
  function timed({ now, ...setting }) {
    const isEarly = setting.scheme.content === "{body}{timestamp}" && now < 1.1e12;
    return { ...setting, now: isEarly ? now + 1.1e12 : now };
  }

  function open({ scheme: chosen, secret, now }, { secrets = [secret], at = now } = {}) {
    const known = typeof chosen === "string" ? chosen : defineScheme(chosen);
    return new Webhook(known, secrets, { now: () => at });
  }

  /** Lists of texts, or of lists that are almost pairs: what a header's value may be, and what headers may be. */
  function lists() {
    const word = fc.oneof({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: hostile(fc) });
    return fc.array(fc.oneof(word, fc.array(word, { minLength: 1, maxLength: 3 })), { maxLength: 2 });
  }

  /** Secrets in texts and bytes, written as some scheme writes them, or nearly so. */
  function secrets() {
    const odd = [
      "",
      " ",
      "\n\t\f\r",
      "\v",
      "\u00a0",
      "\ud800",
      "=",
      "whsec_",
      "whsec_AA==",
      "whsec_AA",
      "whsec_AB",
      "whsec_ICAg",
      "whsec_undefined",
      "null",
      "[object Promise]",
      "sk_live_0123",
      '"sk_live_0123"',
      "'None'",
      "whsec_[object Object]",
      "${STRIPE_SECRET}",
      "async () => secret",
      "function f() { return 1 }",
      "\u2003\u200b\ufeff",
      new Uint8Array(32),
      null,
    ];
    const written = fc.tuple(fc.constantFrom("", "whsec_", "v1,whsec_"), fc.oneof(fc.base64String(), text));
    const size = fc.integer({ min: 4095, max: 4097 });
    const one = fc.oneof(
      fc.constantFrom(...odd),
      written.map((parts) => parts.join("")),
      fc.uint8Array({ maxLength: 9 }),
      fc.oneof(
        size.map((length) => "k".repeat(length)),
        size.map((length) => new Uint8Array(length)),
      ),
    );
    return fc.oneof(one, fc.array(one, { maxLength: 18 }));
  }

  function custom() {
    const format = fc.oneof(
      fc.constant("value"),
      fc.constantFrom(...KEYS).map((prefix) => ({ kind: "value", prefix })),
      fc.record({
        kind: fc.constant("pairs"),
        separator: fc.constantFrom(",", ";"),
        signatureKey: fc.constant("v1"),
        timestampKey: fc.constant("t"),
        spaces: fc.boolean(),
      }),
      fc.constant({ kind: "tokens", tag: "v1" }),
      fc.constant({ kind: "positional" }),
    );
    return fc
      .record({
        algorithm: fc.constantFrom("hmac-sha1", "hmac-sha256", "hmac-sha384", "hmac-sha512"),
        header: fc.constantFrom(...NAMES),
        format,
        encoding: fc.constantFrom("hex", "hex-any-case", "base64", "base64url"),
        content: fc.constantFrom(
          "{timestamp}.{body}",
          "{body}{timestamp}",
          "v0:{timestamp}:{body}",
          "{header:X-Id}.{timestamp}.{body}",
        ),
        unit: fc.constantFrom("s", "ms", "rfc3339"),
        toleranceSeconds: fc.constantFrom(300, { past: 300, future: 300 }),
        rest: fc.constantFrom(
          {},
          { require: { "X-Version": "2" } },
          { type: { body: "meta.type" }, id: { body: "id" } },
        ),
      })
      .map(({ algorithm, header, format, encoding, content, unit, toleranceSeconds, rest }) => ({
        name: "drawn",
        algorithm,
        signature: { header, format, encoding },
        content,
        timestamp: { from: isTimed(format) ? "field" : { header: "X-Time" }, unit, toleranceSeconds },
        ...rest,
      }));
  }

  const delivery = fc.record({ receiver, body, id: fc.stringMatching(/^[a-z0-9_-]{1,12}$/) });

  return {
    text,
    key,
    scheme,
    receiver,
    body,
    delivery,
    edit: edit(fc, text),
    hostile: hostile(fc),
    secrets: secrets(),
    lists: lists(),
  };
}

const isTimed = ({ kind }) => kind === "pairs" || kind === "positional";

/** The headers of a genuine delivery, as a list of pairs. */
export function signed({ receiver, body, id }, options) {
  const webhook = receiver.open(options);
  const headers = Object.entries(webhook.sign(body, { id, timestamp: receiver.now }));
  webhook.dispose();
  return headers;
}

/** What becomes of one header on its way. */
function edit(fc, text) {
  const word = fc.oneof(
    fc.constantFrom(" ", ",", ", ", "=", ";", "\n", "\0", "\u00e9", "\ud800", "0", "a", "v1", "v1=", "t=1"),
    text,
  );
  return fc.record({ kind: fc.constantFrom(...Object.keys(EDITS)), on: fc.nat(3), at: fc.nat(99), word });
}

const EDITS = {
  none: (value) => [value],
  insert: (value, at, word) => [value.slice(0, at) + word + value.slice(at)],
  replace: (value, at, word) => [value.slice(0, at) + word + value.slice(at + 1)],
  cut: (value, at) => [value.slice(0, at)],
  become: (_, __, word) => [word],
  miss: () => [],
  twice: (value) => [value, value],
  besides: (value, _, word) => [word, value],
};

/** A list of pairs in which one header was edited. */
export function edited(headers, { kind, on, at, word }) {
  const chosen = on % headers.length;
  return headers.flatMap(([name, value], index) => {
    if (index !== chosen) return [[name, value]];
    return EDITS[kind](value, at % (value.length + 1), word).map((each) => [name, each]);
  });
}

/** Any value that JavaScript knows, of any class that fast-check knows. */
function hostile(fc) {
  const all = { withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withObjectString: true };
  const rest = { withBoxedValues: true, withSet: true, withSparseArray: true, withTypedArray: true };
  const odd = [
    () => "",
    Symbol("odd"),
    new ArrayBuffer(2),
    new DataView(new ArrayBuffer(2)),
    new Error("odd"),
    /odd/,
    Promise.resolve(""),
  ];
  return fc.oneof(
    { weight: 9, arbitrary: fc.anything({ ...all, ...rest }) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );
}

/** A member of a JSON object: a key that some scheme reads, or another; any value. */
export function member(fc, text) {
  const keys = ["type", "id", "data", "__proto__", "toString"].map((name) => JSON.stringify(name));
  const key = fc.oneof(
    fc.constantFrom(...keys, '"\\u0069d"', '"t\\u0079pe"'),
    text.map((name) => JSON.stringify(name)),
  );
  const long = fc.integer({ min: 1020, max: 1030 }).map((length) => JSON.stringify("\u00e9".padEnd(length - 1, "x")));
  const value = fc.oneof(
    fc.json({ maxDepth: 2 }),
    text.map((each) => JSON.stringify(each)),
    fc.integer().map(String),
    long,
  );
  const blank = fc.constantFrom("", "", " ", "\n\t");
  return fc
    .tuple(blank, key, blank, value, blank)
    .map(([before, name, between, json, behind]) => `${before}${name}${between}:${json}${behind}`);
}

/** Any value, or an object in which some of these facts have any. */
export function optional(fc, any, ...names) {
  return fc.oneof(any, fc.record(Object.fromEntries(names.map((name) => [name, any])), { requiredKeys: [] }));
}

/** The definition of a scheme in which facts are missing, or are anything. */
export function specOf(fc, any) {
  const or = (value) => fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: any });
  const format = fc.record(
    { kind: or("pairs"), separator: or(","), signatureKey: or("v1"), timestampKey: or("t"), spaces: any },
    { requiredKeys: [] },
  );
  const signature = fc.record(
    { header: or("X-Signature"), headers: any, format: fc.oneof(format, any), encoding: or("hex") },
    { requiredKeys: [] },
  );
  const timestamp = fc.record({ from: or("field"), unit: or("s"), toleranceSeconds: or(300) }, { requiredKeys: [] });
  const key = fc.record({ encoding: or("utf8"), stripPrefixes: any }, { requiredKeys: [] });
  const facts = {
    name: or("drawn"),
    algorithm: or("hmac-sha256"),
    signature: fc.oneof(signature, any),
    content: or("{timestamp}.{body}"),
    timestamp: fc.oneof(timestamp, any),
  };
  const rest = { require: any, type: any, id: any, eventTime: any, hints: any };
  return fc.record({ ...facts, key, ...rest }, { requiredKeys: ["name", "algorithm"] });
}
