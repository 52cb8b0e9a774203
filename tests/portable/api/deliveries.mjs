// Deliveries: what a proven one says of itself, and how a Request becomes one.
import { BODY, NOW, SECRET, agentbot, failsWith, utf8 } from "./kit.mjs";
import { sameBytes } from "../deliveries.mjs";

const endpoint = "https://example.com/webhooks/agentbot";
const post = (headers, body = BODY) => new Request(endpoint, { method: "POST", headers, body });

export const tests = {
  "tells who sent it, what, and when"(countersign, test) {
    const webhook = agentbot(countersign);
    const delivery = webhook.verify(BODY, webhook.sign(BODY));
    test.equal([delivery.provider, delivery.type, delivery.secretIndex], ["agentbot", "message.created", 0]);
    test.ok(delivery.timestamp instanceof Date, "the timestamp is a Date");
    test.equal(delivery.timestamp.getTime(), NOW);
    test.equal(delivery.id, undefined, "agentbot signs no id");
    test.matches(delivery.idempotencyKey, /^[0-9a-f]{64}$/);
    test.ok(sameBytes(delivery.body, utf8(BODY)), "the body is the proven bytes");
  },

  "takes the idempotency key from signed bytes, the same over retries"(countersign, test) {
    const webhook = agentbot(countersign);
    const first = webhook.verify(BODY, { ...webhook.sign(BODY), "X-Agentbot-Delivery-Id": "one" });
    const retry = webhook.verify(BODY, {
      ...webhook.sign(BODY, { timestamp: NOW + 60_000 }),
      "X-Agentbot-Delivery-Id": "two",
    });
    const other = webhook.verify(`${BODY} `, webhook.sign(`${BODY} `));
    test.equal(retry.idempotencyKey, first.idempotencyKey);
    test.ok(other.idempotencyKey !== first.idempotencyKey, "another body has another key");
  },

  "takes DigiVault's signed id for the idempotency key"({ Webhook }, test) {
    const webhook = new Webhook("digivault", SECRET);
    const body = '{"id":"webhook_123","type":"contact.created","created_at":1640995200,"data":{}}';
    const { id, idempotencyKey } = webhook.verify(body, webhook.sign(body));
    test.equal([id, idempotencyKey], ["webhook_123", "webhook_123"]);
  },

  "parses the payload once, on first use"(countersign, test) {
    const webhook = agentbot(countersign);
    const delivery = webhook.verify(BODY, webhook.sign(BODY));
    const { payload } = delivery;
    test.equal(payload, JSON.parse(BODY));
    test.ok(delivery.payload === payload, "the same object each time");
  },

  "accepts a proven body that is not JSON, and says so when its payload is asked for"(countersign, test) {
    const webhook = agentbot(countersign);
    for (const body of ["", "not json", '{"a":1}x', "\ufeff{}", utf8("\ufeff{}"), Uint8Array.of(0x22, 0xff, 0x22)]) {
      const delivery = webhook.verify(body, webhook.sign(body));
      const error = test.throws(() => delivery.payload, "PAYLOAD_NOT_JSON", String(body));
      test.equal([error.family, error.status, error.detail], ["unreadable", 400, "payload-not-json"]);
      test.equal([delivery.type, delivery.id], [undefined, undefined], "no type and no id");
    }
  },

  "tells the payload, or why there is none, without a throw"(countersign, test) {
    const webhook = agentbot(countersign);
    const delivery = webhook.verify(BODY, webhook.sign(BODY));
    const { parsed } = delivery;
    test.equal(parsed, { ok: true, payload: JSON.parse(BODY) });
    test.ok(delivery.parsed === parsed && delivery.payload === parsed.payload, "the same objects each time");
    for (const body of ["null", "0", '""', "false"])
      test.equal(webhook.verify(body, webhook.sign(body)).parsed, { ok: true, payload: JSON.parse(body) }, body);
    for (const body of ["", "not json", '{"a":1}x', "\ufeff{}", utf8("\ufeff{}"), Uint8Array.of(0x22, 0xff, 0x22)]) {
      const unread = webhook.verify(body, webhook.sign(body));
      test.equal(unread.parsed, { ok: false, code: "PAYLOAD_NOT_JSON" }, String(body));
      test.throws(() => unread.payload, "PAYLOAD_NOT_JSON", String(body));
      test.equal(unread.parsed, { ok: false, code: "PAYLOAD_NOT_JSON" }, "and once more");
    }
  },

  "parses no body that nobody asks for"(countersign, test) {
    const webhook = agentbot(countersign);
    const { parse } = JSON;
    let parses = 0;
    JSON.parse = (...given) => ((parses += 1), parse(...given));
    try {
      const delivery = webhook.verify(BODY, webhook.sign(BODY));
      void [delivery.type, delivery.idempotencyKey, delivery.toJSON()];
      test.equal(parses, 0);
      void [delivery.parsed, delivery.payload, delivery.parsed];
      test.equal(parses, 1);
    } finally {
      JSON.parse = parse;
    }
  },

  "says that its buffer was given away, instead of reading an empty body"(countersign, test) {
    if (typeof structuredClone !== "function") return;
    const webhook = agentbot(countersign);
    for (const property of ["body", "payload", "parsed", "type", "id", "idempotencyKey"]) {
      const { buffer } = utf8(BODY).slice();
      const delivery = webhook.verify(buffer, webhook.sign(BODY));
      structuredClone(buffer, { transfer: [buffer] });
      const { detail, params } = test.throws(() => delivery[property], "BODY_NOT_RAW", property);
      test.equal([detail, params], ["buffer-gone", { property }]);
    }
  },

  "keeps what was read before its buffer was given away"(countersign, test) {
    if (typeof structuredClone !== "function") return;
    const webhook = agentbot(countersign);
    const { buffer } = utf8(BODY).slice();
    const delivery = webhook.verify(buffer, webhook.sign(BODY));
    const { type, idempotencyKey, payload, body } = delivery;
    test.equal(body.length, BODY.length);
    structuredClone(buffer, { transfer: [buffer] });
    test.equal([delivery.type, delivery.idempotencyKey], [type, idempotencyKey]);
    test.ok(delivery.payload === payload, "the payload");
    test.throws(() => delivery.body, "BODY_NOT_RAW", "the body is that buffer");
  },

  "reads an empty body also when its buffer was given away"(countersign, test) {
    if (typeof structuredClone !== "function") return;
    const webhook = agentbot(countersign);
    const buffer = new ArrayBuffer(0);
    const delivery = webhook.verify(buffer, webhook.sign(""));
    structuredClone(buffer, { transfer: [buffer] });
    test.equal([delivery.body.length, delivery.type], [0, undefined]);
    test.equal(delivery.idempotencyKey, webhook.verify("", webhook.sign("")).idempotencyKey);
  },

  "gives no timestamp that no Date can hold"(countersign, test) {
    const webhook = agentbot(countersign, SECRET, { toleranceSeconds: Infinity });
    const latest = 8.64e15;
    const timestampOf = (timestamp) => webhook.verify(BODY, webhook.sign(BODY, { timestamp })).timestamp;
    test.equal(timestampOf(latest).getTime(), latest);
    test.equal(timestampOf(latest + 1000), undefined);
  },

  "hands on unsigned headers as hints, and as nothing more"(countersign, test) {
    const webhook = agentbot(countersign);
    const hints = { "X-Agentbot-Delivery-Id": "d9e8", "X-Agentbot-Event": "ticket.created" };
    const delivery = webhook.verify(BODY, { ...webhook.sign(BODY), ...hints });
    test.matches(JSON.stringify(delivery.hints), /d9e8/);
    test.matches(JSON.stringify(delivery.hints), /ticket\.created/);
    test.equal(delivery.type, "message.created", "the type is that of the signed body");
    test.ok(!delivery.idempotencyKey.includes("d9e8"), "the idempotency key is not the unsigned id");
    test.ok(
      !JSON.stringify(webhook.verify(BODY, webhook.sign(BODY)).hints).includes("d9e8"),
      "hints are those of one delivery",
    );
  },

  "verifies a Request, reading its bytes itself"(countersign, test) {
    const webhook = agentbot(countersign);
    return webhook
      .verifyRequest(post(webhook.sign(BODY)))
      .then((delivery) => test.equal(delivery.payload, JSON.parse(BODY)));
  },

  async "rejects a Request with the code that verify throws"(countersign, test) {
    const webhook = agentbot(countersign);
    await test.rejects(() => webhook.verifyRequest(post({})), "HEADER_MISSING");
    await test.rejects(() => webhook.verifyRequest(post(webhook.sign(BODY), `${BODY} `)), "SIGNATURE_MISMATCH");
  },

  async "refuses a Request whose body was read before"(countersign, test) {
    const webhook = agentbot(countersign);
    const request = post(webhook.sign(BODY));
    await request.text();
    const { detail } = await test.rejects(() => webhook.verifyRequest(request), "BODY_CONSUMED");
    test.equal(detail, "request-consumed");
    const twice = post(webhook.sign(BODY));
    await webhook.verifyRequest(twice);
    await test.rejects(() => webhook.verifyRequest(twice), "BODY_CONSUMED", "by verifyRequest itself");
  },

  async "refuses what is not a Request"(countersign, test) {
    const webhook = agentbot(countersign);
    for (const request of [undefined, null, BODY, { body: {}, headers: {} }]) {
      const { detail, family } = await test.rejects(
        () => webhook.verifyRequest(request),
        "BODY_NOT_RAW",
        String(request),
      );
      test.equal([detail, family], ["not-a-request", "misuse"], String(request));
    }
    const arrayBuffer = async () => new ArrayBuffer(0);
    const { detail } = await test.rejects(() => webhook.verifyRequest({ arrayBuffer }), "HEADERS_INVALID");
    test.equal(detail, "request-without-headers");
  },

  "looks at headers alone, and at nothing that takes the body to tell"(countersign, test) {
    const webhook = agentbot(countersign);
    const old = webhook.sign(BODY, { timestamp: NOW - 301_000 });
    for (const headers of [webhook.sign(BODY), webhook.sign("other"), old, new Headers(old), Object.entries(old)])
      test.equal(webhook.checkHeaders(headers), undefined);
    const refusal = webhook.checkHeaders({});
    test.equal(refusal, webhook.check(BODY, {}), "the refusal that check gives");
    test.equal([refusal.code, refusal.status, refusal.ok], ["HEADER_MISSING", 401, false]);
    for (const headers of [undefined, null, "x: y", new Request(endpoint)])
      test.equal([webhook.checkHeaders(headers).code], ["HEADERS_INVALID"], String(headers));
    test.equal(failsWith(webhook.check(BODY, webhook.sign(BODY))), "verified", "and what comes next is judged as ever");
    webhook.dispose();
    test.equal(webhook.checkHeaders(old).code, "SECRET_EMPTY", "when it is disposed of");
  },

  "verifies no more once it is disposed of, and says so"(countersign, test) {
    const webhook = agentbot(countersign);
    const headers = webhook.sign(BODY);
    webhook.dispose();
    test.throws(() => webhook.verify(BODY, headers), "SECRET_EMPTY", "verify");
    test.equal(failsWith(webhook.check(BODY, headers)), "SECRET_EMPTY", "check");
    test.throws(() => webhook.sign(BODY), "SECRET_EMPTY", "sign");
    webhook.dispose();
    const other = agentbot(countersign);
    test.equal(failsWith(other.check(BODY, headers)), "verified", "another one in its place");
    test.throws(() => webhook.verify(BODY, headers), "SECRET_EMPTY", "the disposed one, once more");
    if (typeof Symbol.dispose !== "symbol") return;
    other[Symbol.dispose]();
    test.equal(failsWith(other.check(BODY, headers)), "SECRET_EMPTY", "Symbol.dispose");
  },

  "shows no secret when it is printed"(countersign, test) {
    const webhook = agentbot(countersign);
    const shown = [
      String(webhook),
      JSON.stringify(webhook),
      ...Reflect.ownKeys(webhook).map((key) => String(webhook[key])),
    ];
    test.ok(!shown.join().includes(SECRET), shown.join());
    test.equal(Reflect.ownKeys(webhook), ["scheme"], "what can be seen of one");
  },
};
