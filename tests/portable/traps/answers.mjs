// Traps in what is handed out and what is answered: payloads, refusals, statuses, lines of a log.
import { BODY, NOW, failsWith } from "../api/kit.mjs";
import { DOCUMENTED, receiver, signed } from "./kit.mjs";

export const tests = {
  "trap 18: hands on fields that the list of fields lacks, and asks for none that it has"(countersign, test) {
    const webhook = receiver(countersign, "chatbase");
    const payloads = [
      { conversationId: "c1", customerEmail: "a@example.com", customerName: "A", customerPhone: "123" },
      { conversationId: "c1", customerEmail: "a@example.com", customerName: "A" },
      { customerName: null, somethingNew: [1] },
    ];
    for (const payload of payloads) {
      const body = JSON.stringify({ eventType: "leads.submit", chatbotId: "x", payload });
      const delivery = webhook.verify(body, webhook.sign(body));
      test.equal(delivery.type, "leads.submit");
      test.equal(delivery.payload.payload, payload);
    }
  },

  "trap 19: answers every bad signature with 401, and leaves the reason to the log"(countersign, test) {
    const webhook = receiver(countersign, "chatbase");
    const { name, value } = signed(webhook, BODY);
    const other = value.replace(/^./, (digit) => (digit === "0" ? "1" : "0"));
    const headers = [{}, { [name]: "" }, { [name]: "sha1=" }, { [name]: [value, value] }, { [name]: other }];
    for (const each of headers) {
      const { ok, status, family, message } = webhook.check(BODY, each);
      test.equal([ok, status], [false, 401], JSON.stringify(each));
      test.ok(["malformed", "rejected"].includes(family), `${family} is all that the sender may be told`);
      test.ok(!message.includes(value) && !message.includes(other), "no tag stands in the message");
    }
  },

  "trap 41: hands out nothing of a delivery that is not proven"(countersign, test) {
    const webhook = receiver(countersign, "libromi");
    const refusal = webhook.check(DOCUMENTED.libromi, {});
    test.equal(Object.keys(refusal).sort(), ["code", "family", "message", "ok", "status"]);
    const error = test.throws(() => webhook.verify(DOCUMENTED.libromi, {}), "HEADER_MISSING");
    test.ok(
      !Object.values({ ...error, message: error.message })
        .join()
        .includes("Ana"),
      "nor does the error",
    );
  },

  "trap 44: lets no delivery write lines into a log, and hands on payloads as they are"(countersign, test) {
    const webhook = receiver(countersign, "libromi");
    const { name } = signed(webhook, BODY);
    const line = "\r\n\u001b[2K2025-01-01 admin logged in";
    for (const value of [line, `sha256=${line}`, `v1=${line}`, "x".repeat(5000)]) {
      const { message } = webhook.check(line, { [name]: value, [line]: line });
      test.matches(message, /^[ -~]{10,400}$/, JSON.stringify(value.slice(0, 20)));
    }
    const body = JSON.stringify({ type: `message.received${line}`, data: {} });
    const delivery = webhook.verify(body, webhook.sign(body));
    test.equal(delivery.payload.data, {}, "a contact that is not there");
    test.matches(JSON.stringify(delivery), /^[ -~]+$/, "what JSON.stringify shows of a delivery");
  },

  "trap 45: knows one status for each refusal, and 200 is none of them"(countersign, test) {
    const webhook = receiver(countersign, "libromi");
    const { name, value } = signed(webhook, BODY);
    const statusOf = (body, headers) => webhook.check(body, headers).status;
    test.equal(statusOf(BODY, {}), 401, "no signature");
    test.equal(statusOf(`${BODY} `, { [name]: value }), 401, "a wrong one");
    test.equal(statusOf({}, { [name]: value }), 500, "a mistake of the receiver's own");
    test.equal(failsWith(webhook.check(BODY, { [name]: value })), "verified");
    const noJson = webhook.verify(`${NOW} x`, webhook.sign(`${NOW} x`));
    test.equal(test.throws(() => noJson.payload, "PAYLOAD_NOT_JSON").status, 400, "no JSON");
  },
};
