// Events of AWS Lambda, from each of its HTTP fronts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { receive as receiveLambda } from "countersign/lambda";
import { BODY, codes, listening, lower, signed, webhook } from "./kit.mjs";

const lists = (headers) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));

const EVENTS = {
  "an HTTP API, or a function URL": (method, headers, body) => ({
    version: "2.0",
    requestContext: { http: { method } },
    headers: lower(headers),
    ...body,
  }),
  "a REST API": (method, headers, body) => ({
    httpMethod: method,
    requestContext: {},
    headers,
    multiValueHeaders: lists(headers),
    ...body,
  }),
  "a REST API's console": (method, headers, body) => ({
    httpMethod: method,
    requestContext: {},
    headers,
    multiValueHeaders: null,
    ...body,
  }),
  "a load balancer": (method, headers, body) => ({
    httpMethod: method,
    requestContext: { elb: {} },
    headers: lower(headers),
    ...body,
  }),
  "a load balancer that passes lists": (method, headers, body) => ({
    httpMethod: method,
    requestContext: { elb: {} },
    multiValueHeaders: lists(lower(headers)),
    ...body,
  }),
};

const plain = (body) => ({ body, isBase64Encoded: false });
const base64 = (body) => ({ body: Buffer.from(body).toString("base64"), isBase64Encoded: true });

test("lambda takes the events of every HTTP front, with a body as text or in base64", async () => {
  for (const [front, eventOf] of Object.entries(EVENTS)) {
    for (const encode of [plain, base64]) {
      const bodies = [];
      const { told, options } = listening();
      const receive = receiveLambda(webhook, ({ body }) => bodies.push(Buffer.from(body).toString()), options);
      const { statusCode, headers, body, isBase64Encoded } = await receive(eventOf("POST", signed(), encode(BODY)));
      assert.deepEqual([statusCode, body, isBase64Encoded], [200, "ok", false], front);
      assert.deepEqual(headers, { "content-type": "text/plain; charset=utf-8" }, front);
      assert.deepEqual([bodies, told], [[BODY], { rejected: [], errors: [] }], front);
      const refused = await receive(eventOf("POST", signed(), encode(`${BODY} `)));
      assert.deepEqual([refused.statusCode, codes(told)], [401, ["SIGNATURE_MISMATCH"]], front);
    }
  }
});

test("lambda proves bytes that are not text, and the empty body", async () => {
  for (const [front, eventOf] of Object.entries(EVENTS)) {
    const { told, options } = listening();
    const receive = receiveLambda(webhook, () => {}, options);
    const bytes = Uint8Array.of(0xff, 0x00, 0xc3, 0x28);
    assert.equal((await receive(eventOf("POST", webhook.sign(bytes), base64(bytes)))).statusCode, 200, front);
    for (const body of [null, undefined, ""])
      assert.equal((await receive(eventOf("POST", webhook.sign(""), plain(body)))).statusCode, 200, front);
    assert.deepEqual(told, { rejected: [], errors: [] });
  }
});

test("lambda refuses a header that arrived twice, though the event keeps one of them in `headers`", async () => {
  const [[name, value]] = Object.entries(signed());
  const { told, options } = listening();
  const event = EVENTS["a REST API"]("POST", signed(), plain(BODY));
  const twice = { ...event, multiValueHeaders: { [name]: [value, value] } };
  assert.equal((await receiveLambda(webhook, () => {}, options)(twice)).statusCode, 401);
  assert.deepEqual(codes(told), ["HEADER_REPEATED"]);
});

test("lambda answers a load balancer that passes lists of values in such lists, and nobody else", async () => {
  for (const [front, eventOf] of Object.entries(EVENTS)) {
    const { options } = listening();
    const result = await receiveLambda(webhook, () => {}, options)(eventOf("GET", {}, plain(null)));
    const headers = { "content-type": "application/problem+json", allow: "POST" };
    assert.deepEqual([result.statusCode, result.headers], [405, headers], front);
    const listed = front === "a load balancer that passes lists" ? lists(headers) : undefined;
    assert.deepEqual(result.multiValueHeaders, listed, front);
  }
});

test("lambda refuses a body that a middleware parsed, and names the middleware", async () => {
  const { told, options } = listening();
  const event = EVENTS["a REST API"]("POST", signed(), { body: JSON.parse(BODY), isBase64Encoded: false });
  assert.equal((await receiveLambda(webhook, () => {}, options)(event)).statusCode, 500);
  assert.deepEqual(codes(told), ["BODY_NOT_RAW"]);
  assert.match(told.rejected[0].message, /httpJsonBodyParser/);
});

test("lambda rejects an event that is not an HTTP request: an answer would count as success", async () => {
  const receive = receiveLambda(webhook, () => {});
  for (const event of [undefined, null, {}, { Records: [] }, { requestContext: { eventType: "MESSAGE" }, body: BODY }])
    await assert.rejects(() => receive(event), { code: "BODY_NOT_RAW" }, JSON.stringify(event));
});

test("lambda counts the bytes of a body, not its letters", async () => {
  const { told, options } = listening({ maxBodyBytes: 3 });
  const receive = receiveLambda(webhook, () => {}, options);
  for (const encode of [plain, base64]) {
    const statusOf = async (body) =>
      (await receive(EVENTS["a REST API"]("POST", signed(body), encode(body)))).statusCode;
    assert.deepEqual([await statusOf("aü"), await statusOf("üü")], [200, 413]);
  }
  assert.deepEqual(codes(told), ["BODY_TOO_LARGE", "BODY_TOO_LARGE"]);
});

test("lambda returns after what goes on in the background: it would be frozen", async () => {
  const steps = [];
  const handler = async () => {
    await new Promise((later) => setImmediate(later));
    steps.push("handled");
  };
  const receive = receiveLambda(webhook, handler, { background: true });
  steps.push((await receive(EVENTS["a REST API"]("POST", signed(), plain(BODY)))).statusCode);
  assert.deepEqual(steps, ["handled", 200]);
});

test("lambda gives a handler the event and the invocation", async () => {
  let context;
  const event = EVENTS["a load balancer"]("POST", signed(), plain(BODY));
  const invocation = { awsRequestId: "1" };
  await receiveLambda(webhook, (_, given) => void (context = given))(event, invocation);
  assert.ok(context.event === event && context.invocation === invocation);
});
