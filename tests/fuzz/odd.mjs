// Schemes that no provider has, as objects: what the fuzzers begin with beside the real ones.

/** Schemes beside those of providers: what no provider says, and at least one for every problem. */
export function* odd() {
  const header = "S";
  const word = "p".repeat(129);
  const acme = (more) => ({ name: "acme", algorithm: "hmac-sha256", signature: { header }, ...more });
  const pairs = (more, rest) =>
    acme({ signature: { header, format: { kind: "pairs", separator: ",", signatureKey: "v1", ...more } }, ...rest });
  const dated = (from, content, more) => acme({ content, timestamp: { from, unit: "s", ...more } });
  const within = (toleranceSeconds) => dated({ header: "T" }, "{timestamp}{body}", { toleranceSeconds });
  const field = { timestamp: { from: "field", unit: "s" }, content: "{timestamp}{body}" };
  yield* [
    within(0),
    within({ past: 5 }),
    within({ future: 5 }),
    within({ past: 1, future: 2 }),
    within({}),
    within(-1),
  ];
  yield* ["value", "pairs", { kind: "value" }, { kind: "tokens" }, { kind: "positional", tag: "v1" }].map((format) =>
    acme({ signature: { header, format } }),
  );
  yield* [
    "{{{body}}}",
    "${body}",
    "a${body}",
    "{body",
    "}{body}",
    "{body}{body}",
    "{bodies}",
    "\n {body}",
    "\t{body}",
    "é{body}",
  ].map((content) => acme({ content }));
  yield* [acme({ content: "{timestamp}{body}" }), acme({ content: "{header:A}.".repeat(9) }), acme({ content: "" })];
  yield acme({ content: `${[..."abcdefghijklmnopq"].map((name) => `{header:${name}}`).join(".")}.{body}` });
  yield acme({ content: `${"{header:A}{timestamp}".repeat(9)}{body}` });
  const joined = [
    "{header:A}{body}",
    "{body}{header:A}",
    "{header:A}{timestamp}{body}",
    "{header:A}{timestamp}.{body}",
  ];
  yield* joined.map((content) => acme({ content }));
  // 16 pieces, and one more.
  yield* ["", "."].map((end) =>
    acme({ content: `${[..."abcdefg"].map((name) => `.{header:${name}}`).join("")}.{body}${end}` }),
  );
  yield* ["", "A", "a-1", "x".repeat(65)].map((name) => acme({ name }));
  yield* [["whsec_"], [""], [word], ["a b"]].map((stripPrefixes) =>
    acme({ key: { stripPrefixes, encoding: "base64" } }),
  );
  yield* [[], ["S", "s"], ["S", "Alias"], "S T", word].map((header) => acme({ signature: { header } }));
  yield* [["S", "T"], []].map((headers) => acme({ signature: { headers } }));
  yield acme({ signature: { headers: ["S", "T"], format: { kind: "positional" } }, ...field });
  yield* ["sha256=", "HMAC ", " ", "a,", "a  ", word].map((prefix) =>
    acme({ signature: { header, format: { kind: "value", prefix } } }),
  );
  yield* [
    pairs({ separator: "|" }),
    pairs({ signatureKey: "" }),
    pairs({ spaces: true }),
    pairs({ timestampKey: "t" }),
  ];
  yield* [pairs({ timestampKey: "v1" }, field), pairs({ timestampKey: "t", spaces: true }, field)];
  yield pairs({ timestampKey: "t" }, { ...field, timestamp: { from: { header: "T" }, unit: "s" } });
  yield* ["v1", ""].map((tag) =>
    acme({ signature: { header, format: { kind: "tokens", tag }, encoding: "base64url" } }),
  );
  yield* [
    dated("field", "{timestamp}{body}"),
    dated({ header: "T" }, "{body}"),
    dated({ body: "t" }, "{timestamp}{body}"),
  ];
  yield* ["t", "a.b.c", "a..b", "", word].map((body) => dated({ body }, "{body}"));
  yield* ["1", "", "a b", "a,b"].map((value) => acme({ require: { "X-Version": value, S2: "2" } }));
  yield* [{ body: "a.b" }, { body: "." }, { header: "S" }, {}].map((place) => acme({ type: place, id: place }));
  yield acme({ content: "{header:X-Id}.{body}", id: { header: "x-id" }, type: { header: "X-ID" } });
  yield* ["s", "ms", "rfc3339", "h"].map((unit) => acme({ eventTime: { body: "meta.at", unit } }));
  yield* [acme({ eventTime: { body: "", unit: "s" } }), acme({ ...field, eventTime: { body: "at", unit: "s" } })];
  yield dated({ header: "T" }, "{timestamp}{body}", { eventTime: 1 });
  yield { ...dated({ header: "T" }, "{timestamp}{body}"), eventTime: { body: "at", unit: "s" } };
  yield* [["X-Topic"], ["a:b"]].map((hints) => acme({ hints }));
  yield* [acme({ mac: "sha256" }), acme({ algorithm: "md5" }), acme({ key: { encoding: "base32" } }), {}];
}
