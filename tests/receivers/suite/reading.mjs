// Bodies: read to their end or to the limit, and not a chunk further.
import { BODY, NOW, PLAIN, SECRET, utf8 } from "../../portable/api/kit.mjs";
import {
  FAILED,
  MALFORMED,
  MISUSE,
  OK,
  REJECTED,
  TOO_LARGE,
  TOO_SLOW,
  cancels,
  endpoint,
  lingers,
  post,
  said,
  stalled,
  streamed,
  withoutStream,
} from "./kit.mjs";
import { sameBytes } from "../../portable/deliveries.mjs";

const bytes = (length) => new Uint8Array(length).fill(0x61);
const after = (ms, value) => new Promise((come) => setTimeout(() => come(value), ms));

/** An endpoint with this limit, and the body that its handler saw. */
function limited(countersign, maxBodyBytes) {
  const seen = {};
  const handler = ({ body }) => void (seen.body = body);
  return { seen, ...endpoint(countersign, handler, { maxBodyBytes }) };
}

export const tests = {
  async "takes a body as large as maxBodyBytes, and none that is a byte larger"(countersign, test) {
    for (const limit of [0, 1, 100]) {
      const { ask, webhook, told, seen } = limited(countersign, limit);
      const ways = [
        ["a request", (body) => post(webhook.sign(body), body)],
        ["a stream", (body) => streamed(webhook.sign(body), [body.subarray(0, 1), body.subarray(1)]).request],
        ["no stream", (body) => withoutStream(webhook.sign(body), body)],
      ];
      for (const [way, requestOf] of ways) {
        const what = `${way}, ${limit} bytes`;
        test.equal(await ask(requestOf(bytes(limit))), OK, what);
        test.ok(sameBytes(seen.body, bytes(limit)), what);
        test.equal(await ask(requestOf(bytes(limit + 1))), TOO_LARGE, `${what} and one more`);
        test.equal(told.rejected.pop(), "BODY_TOO_LARGE", what);
      }
    }
  },

  async "takes 5 MiB, if nothing else is said"(countersign, test) {
    const { ask, webhook } = endpoint(countersign);
    const limit = 5 * 1024 * 1024;
    const headers = webhook.sign(BODY);
    test.equal(await ask(withoutStream(headers, bytes(limit))), REJECTED, "read, and judged");
    test.equal(await ask(withoutStream(headers, bytes(limit + 1))), TOO_LARGE);
  },

  async "believes no announcement of a length that is small, and refuses one that is too large"(countersign, test) {
    const { ask, webhook } = limited(countersign, 10);
    for (const [announced, length, reply] of [
      ["11", 10, TOO_LARGE],
      ["10", 10, OK],
      ["1", 10, OK],
      ["1", 11, TOO_LARGE],
      ["", 10, OK],
      ["", 11, TOO_LARGE],
    ]) {
      const headers = { ...webhook.sign(bytes(length)), "content-length": announced };
      test.equal(await ask(streamed(headers, [bytes(length)]).request), reply, `${length} bytes, said "${announced}"`);
      test.equal(
        await ask(withoutStream(headers, bytes(length))),
        reply,
        `${length} bytes, said "${announced}", no stream`,
      );
    }
  },

  async "reads no more of a body once it is too much, and does not cancel it: some hosts lose the reply"(
    countersign,
    test,
  ) {
    const { ask, webhook } = limited(countersign, 10);
    const signed = webhook.sign("");
    const mebibytes = Array(100).fill(bytes(1 << 20));
    for (const [announced, pulls] of [
      [{}, 1],
      [{ "content-length": `${100 << 20}` }, 0],
    ]) {
      const { request, seen } = streamed({ ...signed, ...announced }, mebibytes);
      test.equal(await ask(request), TOO_LARGE);
      test.equal(seen, { pulls: pulls + (lingers ? 1 : 0), isCancelled: cancels });
    }
  },

  async "answers 401 before it reads a body, where the headers cannot be those of a delivery"(countersign, test) {
    const { ask, told, webhook } = endpoint(countersign);
    const [[name, value]] = Object.entries(webhook.sign(BODY));
    for (const [code, headers] of [
      ["HEADER_MISSING", {}],
      ["SIGNATURE_MALFORMED", { [name]: "nonsense" }],
      ["VERSION_UNKNOWN", { [name]: value.replace("v1=", "v9=") }],
      ["TIMESTAMP_MALFORMED", { [name]: value.replace("t=", "t=0") }],
      ["HEADER_REPEATED", { [name]: `${value}, ${value}` }],
    ]) {
      const { request, seen } = streamed(headers, stalled(utf8(BODY)));
      test.equal(await ask(request), MALFORMED, code);
      test.equal([told.rejected.splice(0), seen.isCancelled], [[code], cancels], `${code}, told once`);
      if (!lingers) test.equal(seen.pulls, 0, code);
    }
  },

  async "reads the body before it judges anything else of the headers: a time, a signature"(countersign, test) {
    const { ask, told, webhook } = endpoint(countersign);
    const old = webhook.sign(BODY, { timestamp: NOW - 301_000 });
    for (const [code, headers] of [
      ["TIMESTAMP_TOO_OLD", old],
      ["SIGNATURE_MISMATCH", webhook.sign(`${BODY} `)],
    ]) {
      const { request, seen } = streamed(headers, [utf8(BODY)]);
      test.equal([await ask(request), told.rejected.pop(), seen.pulls], [REJECTED, code, 1], code);
    }
  },

  async "does not take the first look at the headers for a verdict on a time that stands in the body"(
    countersign,
    test,
  ) {
    const scheme = countersign.defineScheme({
      ...PLAIN,
      eventTime: { body: "ts", unit: "ms" },
    });
    const webhook = new countersign.Webhook(scheme, SECRET, { maxEventAgeSeconds: 60, now: () => NOW });
    const rejected = [];
    const respond = countersign.receive(webhook, () => {}, { onRejected: ({ detail }) => rejected.push(detail) });
    const ask = async (body) => said(await respond(post(webhook.sign(body), body)));
    test.equal(await ask(JSON.stringify({ ts: NOW })), OK);
    test.equal([await ask(""), rejected], [MALFORMED, ["body-time"]], "of the empty body it is one");
  },

  async "answers 408 to a body that does not end in time, and reads no more of it"(countersign, test) {
    for (const readTimeoutSeconds of [0.02, 0.001]) {
      const { ask, webhook, told } = endpoint(countersign, () => {}, { readTimeoutSeconds });
      const { request, seen } = streamed(webhook.sign(BODY), stalled(utf8(BODY)));
      test.equal(await ask(request), TOO_SLOW);
      test.equal([told.rejected, seen.isCancelled], [["READ_TIMEOUT"], cancels]);
      const hidden = { ...withoutStream(webhook.sign(BODY), utf8(BODY)), arrayBuffer: () => new Promise(() => {}) };
      test.equal(await ask(hidden), TOO_SLOW, "where the stream is not shown");
    }
  },

  async "counts the time until the end of a body, however often a piece of it arrives"(countersign, test) {
    const { ask, webhook, told } = endpoint(countersign, () => {}, { readTimeoutSeconds: 0.05 });
    const dribble = Array.from({ length: 200 }, (_, at) => after((at + 1) * 5, bytes(1)));
    const { request, seen } = streamed(webhook.sign(BODY), dribble);
    test.equal([await ask(request), told.rejected], [TOO_SLOW, ["READ_TIMEOUT"]]);
    test.ok(seen.pulls < 200, "some pieces were asked for, not all of them, which");
  },

  async "waits for a body as long as it may, and for a handler as long as it takes"(countersign, test) {
    for (const readTimeoutSeconds of [30, 1e12, Infinity, undefined]) {
      const handler = () => after(30);
      const { ask, webhook } = endpoint(countersign, handler, { readTimeoutSeconds });
      test.equal(await ask(streamed(webhook.sign(BODY), [after(30, utf8(BODY))]).request), OK, `${readTimeoutSeconds}`);
    }
    const { deliver } = endpoint(countersign, () => after(60), { readTimeoutSeconds: 0.02 });
    test.equal(await deliver(), OK, "a handler that is slower than a body may be");
  },

  async "puts the chunks of a body together as they arrived, however they were cut"(countersign, test) {
    const { ask, webhook, seen } = limited(countersign, 1000);
    const body = Uint8Array.from({ length: 999 }, (_, at) => (at * 7) % 256);
    for (const size of [1, 2, 3, 64, 500, 998, 999]) {
      const cut = Array.from({ length: Math.ceil(999 / size) }, (_, at) => body.subarray(at * size, (at + 1) * size));
      const before = cut.map((chunk) => chunk.slice());
      const { request } = streamed(webhook.sign(body), [bytes(0), ...cut, bytes(0)]);
      test.equal(await ask(request), OK, `pieces of ${size}`);
      test.ok(sameBytes(seen.body, body), `pieces of ${size}`);
      test.ok(
        cut.every((chunk, at) => sameBytes(chunk, before[at])),
        "no chunk is written to, which",
      );
    }
  },

  async "proves the empty body, whether it is a stream or none"(countersign, test) {
    const { ask, webhook, seen } = limited(countersign, 10);
    const headers = webhook.sign("");
    const none = { ...withoutStream(headers, bytes(0)), body: null };
    const requests = [post(headers, null), post(headers, ""), streamed(headers, []).request, none];
    for (const [at, request] of requests.entries()) {
      test.equal(await ask(request), OK, `${at}`);
      test.equal(seen.body.length, 0);
    }
  },

  async "answers 500 to a stream that breaks, and tells onError why"(countersign, test) {
    const { ask, told, webhook } = endpoint(countersign);
    test.equal(await ask(streamed(webhook.sign(BODY), [bytes(3), new Error("hung up")]).request), FAILED);
    test.equal(told, { rejected: [], duplicates: [], errors: ["Error: hung up"] });
  },

  async "refuses a stream of anything but bytes"(countersign, test) {
    for (const chunk of ["text", [1, 2], { byteLength: 1 }, undefined]) {
      const { ask, told, webhook } = endpoint(countersign);
      test.equal(await ask(streamed(webhook.sign(BODY), [chunk]).request), MISUSE, typeof chunk);
      test.equal(told.rejected, ["BODY_NOT_RAW"]);
    }
  },

  async "says of a body that was read before that it was"(countersign, test) {
    const { ask, webhook, told } = endpoint(countersign);
    const read = post(webhook.sign(BODY));
    await read.text();
    test.equal(await ask(read), MISUSE);
    const twice = post(webhook.sign(BODY));
    test.equal([await ask(twice), await ask(twice)], [OK, MISUSE], "by receive itself");
    const locked = streamed(webhook.sign(BODY), [utf8(BODY)]).request;
    locked.body.getReader();
    test.equal(await ask(locked), MISUSE, "or is being read");
    test.equal(told.rejected, ["BODY_CONSUMED", "BODY_CONSUMED", "BODY_CONSUMED"]);
  },

  async "rejects what is not a Request: nobody would send the reply"(countersign, test) {
    const { respond } = endpoint(countersign);
    for (const request of [undefined, null, {}, { method: "POST", headers: {}, body: BODY }]) {
      const { detail, message } = await test.rejects(() => respond(request), "BODY_NOT_RAW", JSON.stringify(request));
      test.equal(detail, "not-fetch");
      test.matches(message, /countersign\/express/);
    }
  },
};
