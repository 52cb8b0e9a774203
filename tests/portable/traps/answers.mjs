// Traps in what is handed out and what is answered: payloads, refusals, statuses, lines of a log.
import { BODY, NOW, failsWith } from "../api/kit.mjs";
import { DOCUMENTED, receiver, remembering, signed } from "./kit.mjs";

export const tests = {
  "trap 18: hands on fields that the list of fields lacks, and requires none of those it has"(countersign, test) {
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
    test.equal(Object.keys(refusal).sort(), ["code", "detail", "docs", "family", "message", "ok", "params", "status"]);
    test.equal(refusal.params, { header: "x-libromi-signature" });
    const error = test.throws(() => webhook.verify(DOCUMENTED.libromi, {}), "HEADER_MISSING");
    test.ok(
      !Object.values({ ...error, message: error.message })
        .join()
        .includes("Ana"),
      "nor does the error",
    );
  },

  async "trap 42: answers every request, also where the handler says nothing"(countersign, test) {
    const { post, send, told } = remembering(countersign, "libromi");
    const reply = await post(DOCUMENTED.libromi);
    test.equal([reply.status, await reply.text(), told.handled.length], [200, "ok", 1]);
    test.equal([await send(`${DOCUMENTED.libromi} `, {}), await send(DOCUMENTED.libromi)], [401, 200]);
    const failing = remembering(countersign, "libromi", () => Promise.reject(new Error("nobody awaited it")));
    test.equal(await failing.send(DOCUMENTED.libromi), 500);
  },

  async "trap 44: lets no delivery write lines into a log, and answers a handler that lacks a field with 500"(
    countersign,
    test,
  ) {
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
    const { post, told } = remembering(countersign, "libromi", ({ payload }) => payload.data.contact.name);
    const reply = await post(body);
    test.equal([reply.status, told.errors], [500, ["TypeError"]], "to read on where nothing is");
    test.equal(await reply.text(), '{"status":500,"title":"The delivery could not be handled."}');
  },

  async "trap 45: answers each refusal with its one status, which is never 200"(countersign, test) {
    const webhook = receiver(countersign, "libromi");
    const { name, value } = signed(webhook, BODY);
    const statusOf = (body, headers) => webhook.check(body, headers).status;
    test.equal(statusOf(BODY, {}), 401, "no signature");
    test.equal(statusOf(`${BODY} `, { [name]: value }), 401, "a wrong one");
    test.equal(statusOf({}, { [name]: value }), 500, "a mistake of the receiver's own");
    test.equal(failsWith(webhook.check(BODY, { [name]: value })), "verified");
    const noJson = webhook.verify(`${NOW} x`, webhook.sign(`${NOW} x`));
    test.equal(test.throws(() => noJson.payload, "PAYLOAD_NOT_JSON").status, 400, "no JSON");
    const { send } = remembering(countersign, "libromi", ({ payload }) => payload);
    const statuses = [await send(BODY, {}), await send(`${BODY} `, { [name]: value }), await send("no json")];
    test.equal([...statuses, await send(BODY)], [401, 401, 400, 200], "as replies");
  },

  async "trap 46: answers before the work is done, where that is wanted"(countersign, test) {
    const steps = [];
    let work;
    const handler = async () => {
      await null;
      await new Promise((later) => setTimeout(later, 0));
      steps.push("done");
    };
    const background = { background: true, waitUntil: (promise) => void (work = promise) };
    const { send } = remembering(countersign, "libromi", handler, background);
    steps.push(await send(DOCUMENTED.libromi));
    test.equal(steps, [200], "the answer");
    await work;
    test.equal(steps, [200, "done"], "the work");
  },
};
