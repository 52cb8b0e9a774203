// Replies: what the sender is told, to the letter. Never why it was refused.
import { BODY, NOW, SECRET, utf8 } from "../../portable/api/kit.mjs";
import { ENDPOINT, FAILED, MALFORMED, NO_POST, OK, REJECTED, endpoint, overheard, post, said, text } from "./kit.mjs";

const sends =
  (answer) =>
  (_, { reply }) =>
    reply(answer);

/** Header names that RFC 9113 forbids in HTTP/2, and those that end a body. */
const OF_THE_CONNECTION = [
  "connection",
  "content-length",
  "http2-settings",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];

/**
 * What no response can say: the detail, what the message names, and the answers. A function, because a Worker may make no
 * Response before its first request.
 */
const impossible = () => [
  ["reply-kind", { value: "undefined" }, [undefined]],
  ["reply-kind", {}, [null, 200, ["ok"], Promise.resolve("ok"), () => "ok", new Map(), new Date(0), Symbol("ok")]],
  ["reply-response", {}, [new Response("ok")]],
  ["reply-field", { name: '"statusCode"' }, [{ statusCode: 404 }, { statusCode: 404, status: 404 }]],
  ["reply-field", { name: '"json"' }, [{ json: {} }]],
  ["reply-status", { value: "1000" }, [{ status: 1000 }]],
  ["reply-status", {}, [99, 101, 199, 600, 200.5, NaN, "200", null, {}, Infinity, -200].map((status) => ({ status }))],
  ["reply-body", { value: "an object" }, [{ body: {} }, { body: utf8("ok") }]],
  ["reply-body", {}, [{ body: null }, { body: 1 }, { body: true }, { body: [] }, { body: () => "ok" }]],
  ["reply-bodiless", { status: 204 }, [{ status: 204, body: "ok" }]],
  ["reply-bodiless", { status: 304 }, [{ status: 304, body: " " }]],
  ["reply-headers", {}, [new Headers({ "x-a": "one" }), [["x-a", "one"]], "x-a: one", null, 1].map(asHeaders)],
  ["reply-header-name", { name: '"x a"' }, [{ headers: { "x a": "one" } }]],
  [
    "reply-header-name",
    {},
    ["", "x-a\r\nx-b", ":status", "x-\u00e4", "x-a:"].map((name) => asHeaders({ [name]: "one" })),
  ],
  ["reply-header-value", { name: "x-a", value: "1" }, [{ headers: { "x-a": 1 } }]],
  ["reply-header-value", {}, [undefined, null, ["one", "two"], {}, true].map((value) => asHeaders({ "x-a": value }))],
  [
    "reply-header-bytes",
    { name: "x-a" },
    ["one\r\nset-cookie: two", "one\nx-b: two", "\0", "\u20ac", "\x7f", "\u{1f600}"].map((value) =>
      asHeaders({ "x-a": value }),
    ),
  ],
];

function asHeaders(headers) {
  return { headers };
}

export const tests = {
  async "answers what was handled with 200, whatever the handler returns"(countersign, test) {
    for (const value of [undefined, false, "no", { status: 500 }, new Response("no", { status: 500 })])
      test.equal(await endpoint(countersign, () => value).deliver(), OK, typeof value);
    test.equal(await endpoint(countersign, async () => "no").deliver(), OK, "a promise");
  },

  async "gives a handler the delivery, the request and the host's own argument"(countersign, test) {
    let given;
    const { respond, webhook, told } = endpoint(countersign, (...both) => (given = both));
    const request = post(webhook.sign(BODY));
    const env = { binding: 1 };
    test.equal(await said(await respond(request, env)), OK);
    const [delivery, context] = given;
    test.equal([delivery.type, delivery.payload.site_id], ["message.created", "site_1"]);
    test.ok(context.request === request && context.env === env, "the very request and the very env");
    test.equal(told, { rejected: [], duplicates: [], errors: [] });
  },

  async "answers a refusal with its family, and tells onRejected its code"(countersign, test) {
    const { ask, webhook, told } = endpoint(countersign, () => told.errors.push("handled"));
    const [[name, value]] = Object.entries(webhook.sign(BODY));
    const early = webhook.sign(BODY, { timestamp: NOW + 301_000 });
    const old = webhook.sign(BODY, { timestamp: NOW - 301_000 });
    const cases = [
      ["HEADER_MISSING", {}, MALFORMED],
      ["SIGNATURE_MALFORMED", { [name]: value.slice(0, -1) }, MALFORMED],
      ["VERSION_UNKNOWN", { [name]: value.replace("v1=", "v9=") }, MALFORMED],
      ["TIMESTAMP_MALFORMED", { [name]: value.replace("t=", "t=0") }, MALFORMED],
      ["SIGNATURE_MISMATCH", { [name]: value.replace(/.$/, (digit) => (digit === "0" ? "1" : "0")) }, REJECTED],
      ["TIMESTAMP_TOO_OLD", old, REJECTED],
      ["TIMESTAMP_TOO_NEW", early, REJECTED],
    ];
    for (const [code, headers, reply] of cases) {
      const got = await ask(post(headers));
      test.equal(got, reply, code);
      test.equal(told.rejected.pop(), code);
      const shown = JSON.stringify(got);
      for (const hidden of [code, SECRET, BODY, value, "imestamp", "ignature", "eader"])
        test.ok(!shown.includes(hidden), `${code}: the reply does not name ${hidden}, which`);
    }
    test.equal(told, { rejected: [], duplicates: [], errors: [] }, "nothing else was told, and nothing handled");
  },

  async "answers another method with 405, a genuine delivery too"(countersign, test) {
    let isHandled = false;
    const { ask, told, webhook } = endpoint(countersign, () => (isHandled = true));
    for (const method of ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      const body = method.startsWith("P") && { body: BODY, headers: webhook.sign(BODY) };
      test.equal(await ask(new Request(ENDPOINT, { method, ...body })), NO_POST, method);
      test.equal([isHandled, told.rejected.pop()], [false, "METHOD_NOT_ALLOWED"], method);
    }
    const { ask: askLike } = endpoint(countersign);
    for (const method of ["post", "", undefined, "POST "])
      test.equal(await askLike({ method, headers: new Headers(), arrayBuffer: async () => utf8("") }), NO_POST, method);
  },

  async "sends what a handler chose to reply"(countersign, test) {
    const cases = [
      ["challenge", text(200, "challenge")],
      ["", text(200, "")],
      [{ body: "words" }, text(200, "words")],
      [{ status: 202 }, text(202, "ok")],
      [{ status: 204 }, text(204, "")],
      [{ status: 205, body: "" }, text(205, "")],
      [{ status: 410, body: "gone", headers: { "X-Why": "moved\tté" } }, text(410, "gone", { "x-why": "moved\tté" })],
      [
        { headers: { "Content-Type": "application/json" }, body: "{}" },
        [200, { "content-type": "application/json" }, "{}"],
      ],
      [Object.assign(Object.create(null), { body: "bare" }), text(200, "bare")],
      [{ headers: { "X-Padded": "\t one \t" } }, text(200, "ok", { "x-padded": "one" })],
    ];
    for (const [answer, reply] of cases)
      test.equal(await endpoint(countersign, sends(answer)).deliver(), reply, JSON.stringify(answer));
    test.equal(await endpoint(countersign, (_, { reply }) => (reply("one"), reply("two"))).deliver(), text(200, "two"));
  },

  async "throws at the line that replies what no response can say, and leaves what was replied before"(
    countersign,
    test,
  ) {
    for (const [detail, params, answers] of impossible()) {
      for (const answer of answers) {
        let thrown;
        let isBehind = false;
        const { deliver } = endpoint(countersign, (_, { reply }) => {
          reply("before");
          try {
            reply(answer);
            isBehind = true;
          } catch (error) {
            thrown = error;
          }
        });
        const shown = `${detail}, ${JSON.stringify(answer) ?? String(answer)}`;
        test.equal(await deliver(), text(200, "before"), shown);
        test.equal([isBehind, thrown?.code, thrown?.detail], [false, "OPTION_INVALID", detail], shown);
        for (const [name, value] of Object.entries(params)) test.equal(thrown?.params[name], value, shown);
      }
    }
  },

  async "answers 500 where a handler does not catch that, and tells onError"(countersign, test) {
    const { deliver, told } = endpoint(countersign, sends({ status: 1000 }));
    test.equal([await deliver(), told], [FAILED, { rejected: [], duplicates: [], errors: ["OPTION_INVALID"] }]);
  },

  async "says what to write instead of a header that belongs to the connection"(countersign, test) {
    for (const name of OF_THE_CONNECTION) {
      for (const spelled of [name, name.toUpperCase()]) {
        let thrown;
        const onError = (error) => (thrown = error);
        const { deliver } = endpoint(countersign, sends({ headers: { [spelled]: "close" } }), { onError });
        test.equal([await deliver(), thrown.detail], [FAILED, "reply-header-connection"], spelled);
        test.ok(thrown.message.includes(spelled) && thrown.message.includes("leave it out"), thrown.message);
      }
    }
  },

  async "reads each field and header of a reply once"(countersign, test) {
    const words = ["one", "one\r\nset-cookie: two"];
    const headers = Object.defineProperty({}, "x-word", { enumerable: true, get: () => words.shift() });
    const statuses = [202, 1000];
    const answer = Object.defineProperty({ headers }, "status", { enumerable: true, get: () => statuses.shift() });
    test.equal(await endpoint(countersign, sends(answer)).deliver(), text(202, "ok", { "x-word": "one" }));
  },

  async "takes no notice of a reply that is changed afterwards, or that comes too late"(countersign, test) {
    const answer = { status: 202, headers: { "x-word": "one" } };
    let replyLate;
    const { deliver } = endpoint(countersign, (_, { reply }) => {
      reply(answer);
      Object.assign(answer, { status: 1000, body: {} });
      answer.headers.connection = "close";
      replyLate = reply;
    });
    test.equal(await deliver(), text(202, "ok", { "x-word": "one" }));
    replyLate("late");
    test.throws(() => replyLate({ status: 1 }), "OPTION_INVALID");
  },

  async "writes one line for a refusal and one for an error, when nobody else wants them"(countersign, test) {
    const silent = { onRejected: undefined, onError: undefined, onDuplicate: undefined };
    const thrown = () => {
      throw new Error("of the handler");
    };
    const { deliver, ask } = endpoint(countersign, thrown, silent);
    const refused = await overheard(async () => test.equal(await ask(post({})), MALFORMED));
    test.matches(refused.lines.join("\n"), /^countersign: agentbot HEADER_MISSING: [ -~]+$/);
    const failed = await overheard(async () => test.equal(await deliver(), FAILED));
    test.equal(failed.lines, ["countersign: agentbot: a delivery could not be handled: Error: of the handler"]);
    for (const line of [...refused.lines, ...failed.lines]) test.ok(!line.includes(SECRET), "the secret is not in it");
  },
};
