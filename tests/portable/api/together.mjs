// Many at once: one module serves them all, and none of them may see another's delivery.
import { BODY, NOW, SECRET, agentbot, failsWith } from "./kit.mjs";

export const tests = {
  "lets a header's getter verify another delivery in between"(countersign, test) {
    const outer = agentbot(countersign);
    const inner = agentbot(countersign, "inner");
    const [[name, value]] = Object.entries(outer.sign(BODY));
    const large = "x".repeat(100_000);
    let between = "nothing";
    const headers = {
      get [name]() {
        between = failsWith(inner.check(large, inner.sign(large)));
        return value;
      },
    };
    test.equal(failsWith(outer.check(BODY, headers)), "verified", "outside");
    test.equal(between, "verified", "inside");
  },

  "lets an iterator and a clock verify another delivery in between"(countersign, test) {
    const inner = agentbot(countersign, "inner");
    const disturb = () => inner.check("other", inner.sign("other"));
    const outer = agentbot(countersign, SECRET, { now: () => (disturb(), NOW) });
    const signed = Object.entries(agentbot(countersign).sign(BODY));
    function* walk() {
      disturb();
      yield* signed;
      disturb();
    }
    test.equal(failsWith(outer.check(BODY, walk())), "verified");
    test.equal(failsWith(outer.check(`${BODY} `, walk())), "SIGNATURE_MISMATCH");
  },

  "stays usable after a header's getter threw"(countersign, test) {
    const webhook = agentbot(countersign);
    const [[name, value]] = Object.entries(webhook.sign(BODY));
    const headers = {
      get [name]() {
        throw new RangeError("of the caller");
      },
    };
    try {
      webhook.verify(BODY, headers);
    } catch {
      // Whose error it is does not matter here: that the next delivery is judged rightly does.
    }
    test.equal(failsWith(webhook.check(BODY, { [name]: value })), "verified");
  },

  "keeps many deliveries apart that are verified at the same time"(countersign, test) {
    const receivers = Array.from({ length: 8 }, (_, at) => agentbot(countersign, `secret ${at}`));
    const work = Array.from({ length: 64 }, async (_, at) => {
      const receiver = receivers[at % 8];
      const body = `${at}`.repeat(1 + ((at * 4099) % 50_000));
      const sender = receivers[(at + (at % 3 === 0 ? 1 : 0)) % 8];
      const request = new Request("https://example.com/", { method: "POST", headers: sender.sign(body), body });
      await null;
      const code = await receiver.verifyRequest(request).then(
        () => "verified",
        (error) => error.code,
      );
      test.equal(code, at % 3 === 0 ? "SIGNATURE_MISMATCH" : "verified", `delivery ${at}`);
    });
    return Promise.all(work);
  },

  "keeps many webhooks alive, each with its own key"(countersign, test) {
    const webhooks = Array.from({ length: 500 }, (_, at) => agentbot(countersign, `secret ${at}`));
    for (const at of [0, 1, 17, 255, 256, 257, 499]) {
      const headers = webhooks[at].sign(BODY);
      test.equal(failsWith(webhooks[at].check(BODY, headers)), "verified", `webhook ${at}`);
      test.equal(failsWith(webhooks[(at + 1) % 500].check(BODY, headers)), "SIGNATURE_MISMATCH", `webhook ${at + 1}`);
    }
    for (const webhook of webhooks) webhook.dispose();
  },

  "gives a freed place to the next one, without its keys"(countersign, test) {
    const headers = agentbot(countersign).sign(BODY);
    for (let round = 0; round < 200; round += 1) agentbot(countersign).dispose();
    const other = agentbot(countersign, "other");
    test.equal(failsWith(other.check(BODY, headers)), "SIGNATURE_MISMATCH");
  },
};
