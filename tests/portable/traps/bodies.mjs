// Traps in what is hashed: a body that was parsed, decoded, cut or never read is not the body that was signed.
import { BODY, failsWith, utf8 } from "../api/kit.mjs";
import { fromHex } from "../vectors.mjs";
import { DOCUMENTED, receiver, signed } from "./kit.mjs";

const restringified = (body) => JSON.stringify(JSON.parse(body));

// LEAD, compressed by gzip.
const LEAD = '{"event":"lead.created","data":{},"ts":1733155200000}';
const LEAD_GZIP = fromHex(
  "1f8b08000000000000ffab564a2d4bcd2b51b252ca494d4cd14b2e4a4d2c494d51d2514a492c4954b2aaaed5512a2956" +
    "b232343736363435353200815a000ed0f68e35000000",
);

export const tests = {
  "trap 2: proves the bytes that arrived, and parses nothing before they are proven"(countersign, test) {
    for (const provider of ["chatbase", "agentbot", "digivault", "libromi"]) {
      const webhook = receiver(countersign, provider);
      const body = DOCUMENTED[provider];
      const headers = webhook.sign(body);
      test.equal(failsWith(webhook.check(body, headers)), "verified", `${provider}, as it came`);
      test.equal(
        failsWith(webhook.check(restringified(body), headers)),
        "SIGNATURE_MISMATCH",
        `${provider}, re-stringified`,
      );
      test.equal(failsWith(webhook.check(JSON.parse(body), headers)), "BODY_NOT_RAW", `${provider}, parsed`);
      for (const bomb of ["[".repeat(200_000), '{"__proto__":{"admin":true}}', "{"]) {
        test.equal(failsWith(webhook.check(bomb, headers)), "SIGNATURE_MISMATCH", `${provider}, ${bomb.slice(0, 14)}`);
      }
    }
    const webhook = receiver(countersign, "libromi");
    const proven = '{"type":"message.received","__proto__":{"admin":true}}';
    const { payload } = webhook.verify(proven, webhook.sign(proven));
    test.equal([payload.admin, {}.admin], [undefined, undefined], "a proven __proto__ pollutes nothing");
  },

  "trap 14: says of a body that nobody read that it was not read"(countersign, test) {
    const webhook = receiver(countersign, "chatbase");
    const headers = webhook.sign(BODY);
    const { message } = test.throws(() => webhook.verify(undefined, headers), "BODY_NOT_RAW");
    test.matches(message, /nothing has read it/);
    test.matches(message, /bodyParser: false/, "and how Next.js reads it");
  },

  "trap 25: keeps bytes bytes, where decoding and encoding would replace some"(countersign, test) {
    const webhook = receiver(countersign, "digivault");
    for (const hex of ["7b2274223a22e9227d", "7b2274223a22eda080227d", "efbbbf7b7d", "fffe7b007d00"]) {
      const body = fromHex(hex);
      const headers = webhook.sign(body);
      const decoded = utf8(new TextDecoder().decode(body));
      test.equal(failsWith(webhook.check(body, headers)), "verified", hex);
      test.equal(failsWith(webhook.check(decoded, headers)), "SIGNATURE_MISMATCH", `${hex}, decoded and encoded`);
    }
  },

  "trap 26: asks no Content-Type before it verifies or parses"(countersign, test) {
    const webhook = receiver(countersign, "digivault");
    const body = DOCUMENTED.digivault;
    for (const type of [undefined, "", "text/plain", "application/cloudevents+json; charset=latin1"]) {
      const { payload } = webhook.verify(body, { ...webhook.sign(body), "content-type": type });
      test.equal(payload, JSON.parse(body), String(type));
    }
  },

  "trap 27: names the raw parser that skipped the body's type, and verifies bodies of any size"(countersign, test) {
    const webhook = receiver(countersign, "bookbag");
    const { message } = test.throws(() => webhook.verify({}, webhook.sign(LEAD)), "BODY_NOT_RAW", "{}");
    test.matches(message, /express\.raw\(\) leaves \{\} when its `type` does not match/);
    const large = JSON.stringify({ event: "lead.created", data: { text: "x".repeat(150_000) }, ts: 1 });
    test.equal(failsWith(webhook.check(large, webhook.sign(large))), "verified", "150 kB");
    test.equal(failsWith(webhook.check(LEAD, webhook.sign(LEAD))), "verified", "inflated");
    test.equal(failsWith(webhook.check(LEAD_GZIP, webhook.sign(LEAD))), "SIGNATURE_MISMATCH", "still compressed");
  },

  "trap 28: refuses what a JSON parser left, and says which one to put behind"(countersign, test) {
    const webhook = receiver(countersign, "bookbag");
    const parsed = JSON.parse(DOCUMENTED.bookbag);
    const headers = webhook.sign(DOCUMENTED.bookbag);
    const { message } = test.throws(() => webhook.verify(parsed, headers), "BODY_NOT_RAW");
    test.matches(message, /express\.raw\(.*\), before any express\.json\(\)/);
  },

  "trap 30: proves a body that is not JSON, and gives a code of its own when its payload is asked for"(
    countersign,
    test,
  ) {
    const webhook = receiver(countersign, "bookbag");
    for (const body of ["not json", "", '{"event":"lead.created"', "<a/>"]) {
      const delivery = webhook.verify(body, webhook.sign(body));
      const { family, status } = test.throws(() => delivery.payload, "PAYLOAD_NOT_JSON", body);
      test.equal([family, status], ["unreadable", 400], "no 500, which would be sent again");
    }
  },

  "trap 32: says of an undefined body that no parser read it"(countersign, test) {
    for (const provider of ["digivault", "libromi"]) {
      const webhook = receiver(countersign, provider);
      const answer = webhook.check(undefined, webhook.sign(""));
      test.equal([failsWith(answer), answer.family], ["BODY_NOT_RAW", "misuse"], provider);
      test.matches(answer.message, /^The body is undefined: .*express\.raw/s, provider);
    }
  },

  "trap 50: signs the time, a dot and the raw body, and not the re-stringified one"(countersign, test) {
    const webhook = receiver(countersign, "agentbot");
    const body = DOCUMENTED.agentbot;
    const raw = signed(webhook, body);
    const sample = signed(webhook, restringified(body));
    test.equal(failsWith(webhook.check(body, { [raw.name]: raw.value })), "verified", "over the raw body");
    test.equal(
      failsWith(webhook.check(body, { [sample.name]: sample.value })),
      "SIGNATURE_MISMATCH",
      "over the body that the sample hashes",
    );
  },
};
