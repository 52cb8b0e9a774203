// Traps in reading the signature header: its name, its length, its grammar, how often it came.
import { BODY, NOW, SECRET, failsWith } from "../api/kit.mjs";
import { DOCUMENTED, receiver, signed } from "./kit.mjs";

/** What the samples hand to a comparison that throws when the lengths differ. */
const WRONG_LENGTHS = ["", "0", "00".repeat(31), "0".repeat(63), "0".repeat(65), "\u00e9".repeat(64)];
const BARE = ["digivault", "libromi"];

export const tests = {
  "trap 1: reads both names of DigiVault's header, and refuses two that differ"(countersign, test) {
    const webhook = receiver(countersign, "digivault");
    const body = DOCUMENTED.digivault;
    const { value } = signed(webhook, body);
    for (const name of ["x-bitvault-signature", "X-DigiVault-Signature"]) {
      test.equal(failsWith(webhook.check(body, { [name]: value })), "verified", name);
    }
    const both = { "x-bitvault-signature": value, "x-digivault-signature": value };
    test.equal(failsWith(webhook.check(body, both)), "verified", "both");
    const differing = { ...both, "x-bitvault-signature": "0".repeat(64) };
    test.equal(failsWith(webhook.check(body, differing)), "HEADER_REPEATED", "both, and different");
  },

  "trap 3: answers a signature of any length with a code, 64 characters outside ASCII included"(countersign, test) {
    for (const provider of [...BARE, "agentbot"]) {
      const webhook = receiver(countersign, provider);
      const { name } = signed(webhook, BODY);
      for (const text of WRONG_LENGTHS) {
        const value = provider === "agentbot" ? `t=${NOW / 1000},v1=${text}` : text;
        test.throws(
          () => webhook.verify(BODY, { [name]: value }),
          "SIGNATURE_MALFORMED",
          `${provider} ${JSON.stringify(text)}`,
        );
      }
    }
  },

  "trap 4: answers a delivery without a signature with a code"(countersign, test) {
    for (const provider of BARE) {
      const webhook = receiver(countersign, provider);
      const { name } = signed(webhook, BODY);
      for (const headers of [{}, { [name]: undefined }, { "content-type": "application/json" }]) {
        const { message, params } = test.throws(() => webhook.verify(BODY, headers), "HEADER_MISSING", provider);
        test.ok(params.header.split(" or ").includes(name), `${provider}: the log says which header is missing`);
        test.ok(message.includes(name), message);
      }
    }
  },

  "trap 5: answers a missing Agentbot header, and one without a comma, with a code"(countersign, test) {
    const webhook = receiver(countersign, "agentbot");
    const { name, value } = signed(webhook, BODY);
    const [time, signature] = value.split(",");
    const answers = {
      "": "SIGNATURE_MALFORMED",
      nonsense: "SIGNATURE_MALFORMED",
      [time]: "SIGNATURE_MALFORMED",
      [signature]: "TIMESTAMP_MALFORMED",
    };
    test.throws(() => webhook.verify(BODY, {}), "HEADER_MISSING");
    for (const [header, code] of Object.entries(answers)) {
      test.throws(() => webhook.verify(BODY, { [name]: header }), code, JSON.stringify(header));
    }
  },

  "trap 6: reads t= and v1= by name, wherever they stand"(countersign, test) {
    const webhook = receiver(countersign, "agentbot", SECRET, { toleranceSeconds: Infinity });
    const { name, value } = signed(webhook, BODY, { timestamp: 1000 });
    const tag = value.slice("t=1,v1=".length);
    const rotated = signed(receiver(countersign, "agentbot", "another"), BODY, { timestamp: 1000 }).value;
    const answers = {
      [`t=1,v1=${tag}`]: "verified",
      [`v1=${tag},t=1`]: "verified",
      [`x=1,zz=${tag}`]: "VERSION_UNKNOWN",
      [`t=1,v0=${tag}`]: "VERSION_UNKNOWN",
      [`t=1,v2=xyz,v1=${tag}`]: "verified",
      [`t=1, v1=${tag}`]: "SIGNATURE_MALFORMED",
      [`${rotated},v1=${tag}`]: "verified",
      [`t=1,v1=${tag},${rotated.slice("t=1,".length)}`]: "verified",
      [`t=1,t=1,v1=${tag}`]: "HEADER_REPEATED",
      [`1,${tag}`]: "SIGNATURE_MALFORMED",
    };
    for (const [header, code] of Object.entries(answers)) {
      test.equal(failsWith(webhook.check(BODY, { [name]: header })), code, header.replaceAll(tag, "<tag>"));
    }
  },

  "trap 22: leaves no order of arguments to get wrong, and no null to crash on"(countersign, test) {
    const webhook = receiver(countersign, "digivault");
    const { name, value } = signed(webhook, BODY);
    const headers = new Map([[name, value]]);
    test.matches(test.throws(() => webhook.verify(headers, BODY), "BODY_NOT_RAW").message, /swapped/);
    test.throws(
      () => webhook.verify(value, BODY),
      "HEADERS_INVALID",
      "a signature and a body, as hash_equals takes two",
    );
    test.throws(() => webhook.verify(BODY, { [name]: null }), "HEADER_MISSING", "null");
    test.throws(() => webhook.verify(BODY, new Headers()), "HEADER_MISSING", "Headers, whose get() returns null");
  },

  "trap 24: answers what Python's compare_digest throws on with a code"(countersign, test) {
    const webhook = receiver(countersign, "digivault");
    const body = DOCUMENTED.digivault;
    const { name, value } = signed(webhook, body);
    test.throws(() => webhook.verify(body, {}), "HEADER_MISSING", "None");
    for (const text of ["\u00e9", `${value.slice(1)}\u00e9`, value.replace(/./, "\uff10"), "\u0661".repeat(64)]) {
      test.throws(() => webhook.verify(body, { [name]: text }), "SIGNATURE_MALFORMED", JSON.stringify(text));
    }
  },

  "trap 29: takes a signature in its one spelling only"(countersign, test) {
    const webhook = receiver(countersign, "bookbag");
    const { name, value } = signed(webhook, BODY);
    const hex = value.slice("sha256=".length);
    const answers = {
      [value]: "verified",
      [`sha256=${hex.toUpperCase()}`]: "SIGNATURE_MALFORMED",
      [`${value}=`]: "SIGNATURE_MALFORMED",
      [`${value} `]: "SIGNATURE_MALFORMED",
      [`sha256= ${hex}`]: "SIGNATURE_MALFORMED",
      [`SHA256=${hex}`]: "VERSION_UNKNOWN",
    };
    for (const [header, code] of Object.entries(answers)) {
      test.equal(failsWith(webhook.check(BODY, { [name]: header })), code, header.replace(hex, "<hex>"));
    }
  },

  "trap 49: takes a list of one, and refuses a header that arrived twice, as a list or joined"(countersign, test) {
    for (const provider of ["chatbase", "libromi"]) {
      const webhook = receiver(countersign, provider);
      const { name, value } = signed(webhook, BODY);
      const twice = new Headers([[name, value]]);
      twice.append(name, value);
      const answers = [
        [{ [name]: [value] }, "verified"],
        [{ [name]: [value, value] }, "HEADER_REPEATED"],
        [{ [name]: `${value}, ${value}` }, "HEADER_REPEATED"],
        [{ [name]: `${value},${value}` }, "HEADER_REPEATED"],
        [{ [name]: `${value}, ${"0".repeat(value.length)}` }, "HEADER_REPEATED"],
        [twice, "HEADER_REPEATED"],
      ];
      for (const [headers, code] of answers) {
        test.equal(failsWith(webhook.check(BODY, headers)), code, `${provider} ${JSON.stringify(headers)}`);
      }
    }
  },
};
