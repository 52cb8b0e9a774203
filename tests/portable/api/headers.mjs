// Headers: every collection in every letter case; what is not a collection is our caller's mistake, not the sender's.
import { BODY, NOW, SECRET, agentbot, failsWith } from "./kit.mjs";

// Made when asked for: Workers allow no Request outside of a request's own handling.
const invalid = () => ({
  undefined: [undefined, "headers-undefined"],
  null: [null, "headers-null"],
  "a number": [1, "headers-kind"],
  "a text": ["t=1,v1=00", "headers-string"],
  "a function": [() => {}, "headers-kind"],
  "a promise, as Next's headers()": [Promise.resolve(new Headers()), "headers-promise"],
  "a flat list, as Node's rawHeaders": [["X-Agentbot-Signature", "t=1,v1=00"], "headers-flat"],
  "a list without pairs": [[{ name: "X-Agentbot-Signature" }], "headers-list"],
  "pairs of one": [[["X-Agentbot-Signature"]], "headers-list"],
  bytes: [new Uint8Array(8), "headers-bytes"],
  "a whole request": [new Request("https://example.com/"), "headers-request"],
  "a whole event of Lambda": [{ headers: {}, body: "{}" }, "headers-request"],
});

export const tests = {
  "refuses headers that are not a collection, naming what arrived"(countersign, test) {
    const webhook = agentbot(countersign);
    for (const [what, [headers, detail]] of Object.entries(invalid())) {
      const error = test.throws(() => webhook.verify(BODY, headers), "HEADERS_INVALID", what);
      test.equal(error.detail, detail, what);
      test.matches(error.message, /Pass all headers of the request: req\.headers/, what);
      const refusal = webhook.check(BODY, headers);
      test.equal([refusal.code, refusal.detail], ["HEADERS_INVALID", detail], `check, ${what}`);
    }
  },

  "refuses a header value that is neither text nor a list of texts"(countersign, test) {
    const webhook = agentbot(countersign);
    for (const value of [1, {}, [1], ["t=1", 1], [["t=1"]], true, new Uint8Array(2)]) {
      const what = JSON.stringify(value);
      const verify = () => webhook.verify(BODY, { "x-agentbot-signature": value });
      const { detail, params } = test.throws(verify, "HEADERS_INVALID", what);
      test.equal(detail, "header-value", what);
      test.ok(params.which.endsWith("x-agentbot-signature"), `${what}: ${params.which}`);
    }
    test.equal(
      failsWith(webhook.check(BODY, { "x-other": 1, ...webhook.sign(BODY) })),
      "verified",
      "a header that is not read",
    );
  },

  "takes undefined and null for a header that is missing, in every collection"(countersign, test) {
    const webhook = agentbot(countersign);
    const name = "x-agentbot-signature";
    const nothing = [undefined, null, [], [undefined], [null, undefined]];
    for (const headers of [
      ...nothing.map((value) => ({ [name]: value })),
      ...nothing.map((value) => [[name, value]]),
      ...nothing.map((value) => new Map([[name, value]])),
      {},
      [],
      new Map(),
      new Headers(),
      Object.create(null),
      Object.create(Object.create(null)), // as {} of another realm
    ]) {
      test.equal(failsWith(webhook.check(BODY, headers)), "HEADER_MISSING");
    }
    const [value] = Object.values(webhook.sign(BODY));
    for (const values of [
      [null, value],
      [value, undefined],
      [null, value, null],
    ])
      test.equal(failsWith(webhook.check(BODY, { [name]: values })), "verified", JSON.stringify(values));
  },

  "reads any letter case, and refuses a header that arrived in two"(countersign, test) {
    const webhook = agentbot(countersign);
    const [[name, value]] = Object.entries(webhook.sign(BODY));
    for (const spelling of [name, name.toLowerCase(), name.toUpperCase()]) {
      test.equal(failsWith(webhook.check(BODY, { [spelling]: value })), "verified", spelling);
    }
    const twice = { [name.toLowerCase()]: value, [name.toUpperCase()]: value };
    test.equal(failsWith(webhook.check(BODY, twice)), "HEADER_REPEATED", "two spellings");
    test.equal(failsWith(webhook.check(BODY, { [name]: [value, value] })), "HEADER_REPEATED", "a list of two");
    test.equal(failsWith(webhook.check(BODY, { [name]: [value] })), "verified", "a list of one");
  },

  "takes no header from a prototype"(countersign, test) {
    const webhook = agentbot(countersign);
    const headers = Object.assign(Object.create(webhook.sign(BODY)), { "content-type": "application/json" });
    test.equal(failsWith(webhook.check(BODY, headers)), "HEADER_MISSING");
  },

  "takes no letter for another one that has the same lower case"({ Webhook }, test) {
    const webhook = new Webhook("bookbag", SECRET);
    const [value] = Object.values(webhook.sign(BODY));
    const kelvin = "X-Boo\u212abag-Signature";
    test.equal(failsWith(webhook.check(BODY, { [kelvin]: value })), "HEADER_MISSING", "the Kelvin sign");
  },

  "takes an iterator that can be walked only once"(countersign, test) {
    const webhook = agentbot(countersign);
    const headers = Object.entries(webhook.sign(BODY));
    test.equal(failsWith(webhook.check(BODY, headers.values())), "verified", "an iterator");
    test.equal(
      failsWith(
        webhook.check(
          BODY,
          (function* () {
            yield* headers;
          })(),
        ),
      ),
      "verified",
      "a generator",
    );
    test.equal(failsWith(webhook.check(BODY, new Headers(headers).entries())), "verified", "the entries of Headers");
  },

  "judges values of any length and any characters by a code of traffic"(countersign, test) {
    const webhook = agentbot(countersign);
    const [[name, value]] = Object.entries(webhook.sign(BODY));
    const hostile = [
      "",
      " ",
      ",",
      "=",
      "t=",
      "\u0000",
      "\n",
      "\u00e9".repeat(64),
      "\ud800",
      "\u{1f511}".repeat(2000),
      "t=1,".repeat(2000),
      "v1=00,".repeat(1000),
      ` ${value}`,
      `${value} `,
      `${value}\n`,
      value.toUpperCase(),
      "x".repeat(4096),
      "x".repeat(4097),
      "x".repeat(5_000_000),
    ];
    for (const text of hostile) {
      const answer = webhook.check(BODY, { [name]: text });
      test.ok(
        ["malformed", "rejected"].includes(answer.family),
        `${JSON.stringify(text.slice(0, 20))}: ${failsWith(answer)}`,
      );
    }
    test.equal(failsWith(webhook.check(BODY, { [name]: value })), "verified", "and a genuine delivery after all that");
  },

  "reads a large crowd of other headers without harm"(countersign, test) {
    const webhook = agentbot(countersign);
    const crowd = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`x-other-${at}`, "v".repeat(100)]));
    test.equal(failsWith(webhook.check(BODY, { ...crowd, ...webhook.sign(BODY) })), "verified");
  },

  "reads both names of DigiVault's header, and refuses two that differ"({ Webhook }, test) {
    const webhook = new Webhook("digivault", SECRET, { now: () => NOW });
    const body = `{"id":"evt_1","type":"message.created","created_at":${NOW / 1000}}`;
    const [value] = Object.values(webhook.sign(body));
    for (const name of ["X-DigiVault-Signature", "x-bitvault-signature"]) {
      test.equal(failsWith(webhook.check(body, { [name]: value })), "verified", name);
    }
    const both = { "X-DigiVault-Signature": value, "x-bitvault-signature": value };
    test.equal(failsWith(webhook.check(body, both)), "verified", "both, and equal");
    const other = { ...both, "x-bitvault-signature": value.replace(/^./, (digit) => (digit === "0" ? "1" : "0")) };
    test.equal(failsWith(webhook.check(body, other)), "HEADER_REPEATED", "both, and different");
  },
};
