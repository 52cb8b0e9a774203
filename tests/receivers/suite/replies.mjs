// Replies: what the sender is told, to the letter. Never why it was refused.
import { BODY, NOW, SECRET, utf8 } from "../../portable/api/kit.mjs";
import { ENDPOINT, FAILED, MALFORMED, NO_POST, OK, REJECTED, endpoint, overheard, post, said, text } from "./kit.mjs";

const sends =
  (answer) =>
  (_, { reply }) =>
    reply(answer);

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
    ];
    for (const [answer, reply] of cases)
      test.equal(await endpoint(countersign, sends(answer)).deliver(), reply, JSON.stringify(answer));
    test.equal(await endpoint(countersign, (_, { reply }) => (reply("one"), reply("two"))).deliver(), text(200, "two"));
  },

  async "fails where a reply says what no response can say, instead of throwing at its host"(countersign, test) {
    const answers = [undefined, null, 200, ["ok"], new Response("ok"), Promise.resolve("ok"), () => "ok", new Map()];
    const statuses = [99, 101, 199, 600, 200.5, NaN, "200", null].map((status) => ({ status }));
    const bodies = [{ body: {} }, { body: 1 }, { body: utf8("ok") }, { status: 204, body: "ok" }, { statusCode: 404 }];
    const headers = [
      { "x-a": "one\r\nset-cookie: two" },
      { "x-a": "one\nx-b: two" },
      { "x-a": "\0" },
      { "x-a": "\u20ac" },
      { "x-a": undefined },
      { "x-a": 1 },
      { "x-a": ["one", "two"] },
      { "": "one" },
      { "x a": "one" },
      { "x-a\r\nx-b": "one" },
      { "Content-Length": "0" },
      { "transfer-encoding": "chunked" },
      new Headers({ "x-a": "one" }),
      [["x-a", "one"]],
      "x-a: one",
      null,
    ].map((headers) => ({ headers }));
    for (const answer of [...answers, ...statuses, ...bodies, ...headers]) {
      const { deliver, told } = endpoint(countersign, sends(answer));
      const shown = JSON.stringify(answer) ?? String(answer);
      test.equal(await deliver(), FAILED, shown);
      test.matches(told.errors.join(), /^TypeError: reply\(\)/, shown);
    }
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
