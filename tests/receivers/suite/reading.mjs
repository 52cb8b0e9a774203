// Bodies: read to their end or to the limit, and not a chunk further.
import { BODY, utf8 } from "../../portable/api/kit.mjs";
import { FAILED, MISUSE, OK, REJECTED, TOO_LARGE, endpoint, post, streamed, withoutStream } from "./kit.mjs";
import { sameBytes } from "../../portable/deliveries.mjs";

const bytes = (length) => new Uint8Array(length).fill(0x61);

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

  async "lets the rest of what is too much go by, and cuts off a sender who never ends"(countersign, test) {
    const { ask } = limited(countersign, 10);
    const some = streamed({}, [bytes(5), bytes(5), bytes(1), ...Array(9).fill(bytes(5))]);
    test.equal([await ask(some.request), some.seen], [TOO_LARGE, { pulls: 12, isCancelled: false }], "read to its end");
    const mebibytes = Array(100).fill(bytes(1 << 20));
    for (const announced of [{}, { "content-length": `${100 << 20}` }]) {
      const { request, seen } = streamed(announced, mebibytes);
      test.equal(await ask(request), TOO_LARGE);
      const pulls = 8 + ("content-length" in announced ? 0 : 1);
      test.equal(seen, { pulls, isCancelled: true }, "the one that is too much, and 8 MiB more");
    }
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
    const { ask, told } = endpoint(countersign);
    test.equal(await ask(streamed({}, [bytes(3), new Error("hung up")]).request), FAILED);
    test.equal(told, { rejected: [], duplicates: [], errors: ["Error: hung up"] });
  },

  async "refuses a stream of anything but bytes"(countersign, test) {
    for (const chunk of ["text", [1, 2], { byteLength: 1 }, undefined]) {
      const { ask, told } = endpoint(countersign);
      test.equal(await ask(streamed({}, [chunk]).request), MISUSE, typeof chunk);
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
