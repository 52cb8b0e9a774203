// Bodies: raw bytes go in by every kind of view, and nothing else does. A parsed body cannot be verified.
import { BODY, SECRET, agentbot, failsWith, utf8 } from "./kit.mjs";

/** What handlers really pass instead of the raw body: the detail, and a word that the message must have for each. */
const culprits = () => ({
  "an object that express.json() made": [{ event: "message.created" }, "body-parsed", /express\.raw/],
  "an object that Next's bodyParser made": [{ event: "message.created" }, "body-parsed", /bodyParser: false/],
  "an object that Fastify parsed": [{ event: "message.created" }, "body-parsed", /parseAs: "buffer"/],
  "an object that Nest parsed": [{ event: "message.created" }, "body-parsed", /rawBody: true/],
  "a whole Lambda event": [
    { body: "e30=", isBase64Encoded: true, headers: {} },
    "body-lambda-event",
    /isBase64Encoded/,
  ],
  "an empty object, as express.raw() leaves for another content type": [{}, "body-empty-object", /type/],
  "undefined, as without a body parser": [undefined, "body-undefined", /undefined/],
  null: [null, "body-null", /null/],
  "a list": [[1, 2, 3], "body-parsed", /raw body/],
  "a list of chunks": [[new Uint8Array(1)], "body-chunks", /Buffer\.concat/],
  "a Buffer that went through JSON": [{ type: "Buffer", data: [123, 125] }, "body-buffer-json", /Buffer\.from/],
  "a promise": [Promise.resolve(""), "body-promise", /await/],
  "a number": [42, "body-scalar", /parse/],
  "a boolean": [true, "body-scalar", /parse/],
  "a function": [() => "", "body-function", /function/],
  "a symbol": [Symbol("body"), "body-scalar", /./],
  "a Date": [new Date(0), "body-parsed", /./],
  "Headers, swapped with the body": [new Headers(), "body-headers", /swapped/],
  "a Map, swapped with the body": [new Map(), "body-headers", /swapped/],
  "form fields": [new URLSearchParams("a=1"), "body-form", /form/],
  "a Request": [new Request("https://example.com/", { method: "POST", body: "{}" }), "body-request", /verifyRequest/],
  "a Response": [new Response("{}"), "body-response", /arrayBuffer/],
  "an unread stream": [new Response("{}").body, "body-stream", /stream/],
  "an unread stream of Node": [{ pipe() {}, on() {} }, "body-node-request", /Buffer\.concat/],
  "a request of some framework": [{ arrayBuffer: async () => new ArrayBuffer(0) }, "body-request-object", /await/],
  "a Blob": [new Blob(["{}"]), "body-blob", /arrayBuffer/],
});

export const tests = {
  "refuses a body that is not raw, naming what arrived and what to write instead"(countersign, test) {
    const webhook = agentbot(countersign);
    const headers = webhook.sign(BODY);
    for (const [what, [body, detail, culprit]] of Object.entries(culprits())) {
      const error = test.throws(() => webhook.verify(body, headers), "BODY_NOT_RAW", what);
      test.equal(error.detail, detail, what);
      test.matches(error.message, culprit, what);
      test.equal(failsWith(webhook.check(body, headers)), "BODY_NOT_RAW", `check, ${what}`);
      test.equal(webhook.check(body, headers).detail, detail, `check, ${what}`);
      test.throws(() => webhook.sign(body), "BODY_NOT_RAW", `sign, ${what}`);
    }
  },

  "refuses a body before it reads a header, so that no signature of nothing is ever made"(countersign, test) {
    const webhook = agentbot(countersign);
    const ofNothing = webhook.sign("");
    for (const body of [{ length: 0 }, [], new (class Body {})(), { byteLength: 0, buffer: new ArrayBuffer(0) }]) {
      test.equal(failsWith(webhook.check(body, ofNothing)), "BODY_NOT_RAW", Object.prototype.toString.call(body));
    }
    test.equal(failsWith(webhook.check("", ofNothing)), "verified", "the empty body itself");
  },

  "takes an object that says it is text for the object that it is"(countersign, test) {
    const webhook = agentbot(countersign);
    const headers = webhook.sign(BODY);
    test.equal(failsWith(webhook.check(new String(BODY), headers)), "BODY_NOT_RAW", "new String");
    test.equal(failsWith(webhook.check({ toString: () => BODY }, headers)), "BODY_NOT_RAW", "toString");
  },

  "answers with a code when a body's own getters throw"(countersign, test) {
    const webhook = agentbot(countersign);
    const trap = () => {
      throw new Error("a trap");
    };
    const hostile = new Proxy({}, { get: trap, has: trap, ownKeys: trap, getPrototypeOf: trap });
    test.throws(() => webhook.verify(hostile, {}), "BODY_NOT_RAW");
  },

  "verifies every kind of view by its window"(countersign, test) {
    const webhook = agentbot(countersign);
    const bytes = utf8(BODY.padEnd(96));
    const headers = webhook.sign(bytes);
    const around = new Uint8Array(8 + bytes.length + 8).fill(0x20);
    around.set(bytes, 8);
    const small = [Uint8Array, Int8Array, Uint8ClampedArray, Uint16Array, Int16Array, Uint32Array, Int32Array];
    const large = [Float32Array, Float64Array, BigInt64Array, BigUint64Array];
    for (const Kind of [...small, ...large]) {
      const view = new Kind(around.buffer, 8, bytes.length / Kind.BYTES_PER_ELEMENT);
      test.equal(failsWith(webhook.check(view, headers)), "verified", Kind.name);
    }
    test.equal(failsWith(webhook.check(new DataView(around.buffer, 8, bytes.length), headers)), "verified", "DataView");
    test.equal(failsWith(webhook.check(around, headers)), "SIGNATURE_MISMATCH", "the whole buffer");
  },

  "takes a string as its UTF-8 bytes"(countersign, test) {
    const webhook = agentbot(countersign);
    for (const text of ["", "\u0000", "\ufeff{}", "gr\u00fc\u00df", "\u20ac", "\u{1f511}".repeat(3), "\u2028\r\n"]) {
      test.equal(failsWith(webhook.check(text, webhook.sign(utf8(text)))), "verified", JSON.stringify(text));
    }
  },

  "keeps apart two bodies that differ only in bytes that are not UTF-8"(countersign, test) {
    const webhook = agentbot(countersign);
    const headers = webhook.sign(Uint8Array.of(0x22, 0xff, 0x22));
    test.equal(failsWith(webhook.check(Uint8Array.of(0x22, 0xff, 0x22), headers)), "verified");
    test.equal(failsWith(webhook.check(Uint8Array.of(0x22, 0xfe, 0x22), headers)), "SIGNATURE_MISMATCH");
  },

  "refuses a detached buffer instead of verifying nothing"(countersign, test) {
    const webhook = agentbot(countersign);
    const headers = webhook.sign("");
    const bytes = utf8(BODY);
    structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
    for (const body of [bytes, bytes.buffer]) {
      const { code, detail } = webhook.check(body, headers);
      test.equal([code, detail], ["BODY_NOT_RAW", "body-detached"], Object.prototype.toString.call(body));
    }
  },

  "takes a copy of shared memory, which may change while it is read"(countersign, test) {
    if (typeof SharedArrayBuffer !== "function") return; // browsers have it only on isolated pages
    const webhook = agentbot(countersign);
    const view = new Uint8Array(new SharedArrayBuffer(BODY.length));
    view.set(utf8(BODY));
    const delivery = webhook.verify(view, webhook.sign(BODY));
    view[0] ^= 1;
    test.equal(new TextDecoder().decode(delivery.body), BODY, "the bytes that were proven");
    const { code, detail } = webhook.check(view.buffer, webhook.sign(BODY));
    test.equal([code, detail], ["BODY_NOT_RAW", "body-shared"], "the buffer itself");
  },

  "takes a copy of a buffer that can be resized"(countersign, test) {
    if (typeof ArrayBuffer.prototype.resize !== "function") return; // older engines
    const webhook = agentbot(countersign);
    const headers = webhook.sign(BODY);
    const { idempotencyKey } = webhook.verify(BODY, headers);
    for (const change of [BODY.length + 1, BODY.length - 1, 0]) {
      const buffer = new ArrayBuffer(BODY.length, { maxByteLength: BODY.length + 1 });
      const view = new Uint8Array(buffer);
      view.set(utf8(BODY));
      const deliveries = [buffer, view, new DataView(buffer)].map((body) => webhook.verify(body, headers));
      buffer.resize(change);
      for (const delivery of deliveries) {
        test.equal(delivery.idempotencyKey, idempotencyKey, `resized to ${change}`);
        test.equal(new TextDecoder().decode(delivery.body), BODY, `resized to ${change}`);
      }
    }
  },

  "streams bodies around the edge of its window to the same verdict"(countersign, test) {
    const webhook = agentbot(countersign, SECRET);
    for (const length of [65_535, 65_536, 65_537, 131_071, 131_072, 131_073, 200_001]) {
      const bytes = Uint8Array.from({ length }, (_, at) => 32 + ((at * 7) % 95));
      const headers = webhook.sign(bytes);
      test.equal(failsWith(webhook.check(bytes, headers)), "verified", `${length} bytes`);
      test.equal(failsWith(webhook.check(new TextDecoder().decode(bytes), headers)), "verified", `${length} letters`);
      bytes[length - 1] ^= 1;
      test.equal(
        failsWith(webhook.check(bytes, headers)),
        "SIGNATURE_MISMATCH",
        `${length} bytes, the last one changed`,
      );
    }
  },

  "streams text whose letters take several bytes, wherever a window ends"(countersign, test) {
    const webhook = agentbot(countersign);
    for (const letter of ["\u00e9", "\u20ac", "\u{1f511}"]) {
      for (const shift of ["", "a", "ab", "abc"]) {
        const text = shift + letter.repeat(40_000);
        test.equal(
          failsWith(webhook.check(text, webhook.sign(utf8(text)))),
          "verified",
          JSON.stringify(shift + letter),
        );
      }
    }
  },
};
