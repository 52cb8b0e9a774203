// Refusals: for each thing that can be wrong with a delivery the code, the detail of the closed set, and what the message
// names: the place, what was expected, what arrived. Never a secret, a signature or a body.
import { CODES, DETAILS } from "../codes.mjs";
import { BODY, NOW, SECRET, agentbot, failsWith } from "./kit.mjs";
import { REFUSALS, refused } from "./refused-deliveries.mjs";

const FACTS = ["code", "family", "detail", "message", "params", "status", "docs"];

export const tests = {
  "tells of every detail the code, and what its message names"(countersign, test) {
    for (const { detail, params, webhook, headers, body } of refused(countersign)) {
      const what = `${detail}, ${webhook.scheme.name}, ${JSON.stringify(headers).slice(0, 60)}`;
      const refusal = webhook.check(body, headers);
      const { family, status } = CODES.get(DETAILS[detail]);
      test.equal([refusal.code, refusal.detail], [DETAILS[detail], detail], what);
      test.equal([refusal.family, refusal.status], [family, status], what);
      test.equal(refusal.params, params, what);
      for (const value of Object.values(params))
        test.ok(`${refusal.message}`.includes(value), `${what}: ${refusal.message}`);
    }
    test.equal(
      [...new Set(REFUSALS.map(([detail]) => detail))].sort(),
      Object.keys(DETAILS).sort(),
      "details with a row",
    );
  },

  "gives by check what verify throws, fact by fact"(countersign, test) {
    for (const { detail, webhook, headers, body } of refused(countersign)) {
      const refusal = webhook.check(body, headers);
      const error = test.throws(() => webhook.verify(body, headers), DETAILS[detail], detail);
      for (const fact of FACTS) test.equal(error[fact], refusal[fact], `${detail}: ${fact}`);
      test.equal(Object.keys(refusal).sort(), [...FACTS, "ok"].sort(), detail);
      test.equal(error.docs, `codes#${error.code?.toLowerCase()}`, detail);
      test.ok(error instanceof countersign.WebhookError && Object.isFrozen(error.params), `${detail}: frozen`);
    }
  },

  "says it in the words of the explainer"(countersign, test) {
    for (const { detail, scheme, secret, webhook, headers, body, options } of refused(countersign)) {
      const refusal = webhook.check(body, headers);
      const { verdict } = countersign.explain({ scheme, secret, headers, body, ...options });
      const got = [verdict.ok, verdict.code, verdict.family, verdict.detail, verdict.sentence];
      test.equal(got, [false, refusal.code, refusal.family, detail, refusal.message], detail);
    }
  },

  "quotes no secret, no signature and no body"(countersign, test) {
    for (const { detail, webhook, secret, headers, body } of refused(countersign)) {
      const refusal = webhook.check(body, headers);
      const error = test.throws(() => webhook.verify(body, headers), DETAILS[detail], detail);
      const shown = [
        JSON.stringify(refusal),
        error.message,
        String(error),
        JSON.stringify(error),
        `${error.stack}`,
      ].join();
      const hidden = [secret, body, ...Object.values(headers).flat().filter(isTelling)];
      for (const text of hidden) test.ok(!shown.includes(text), `${detail} shows ${text}, so that it hides`);
      test.ok(!/[0-9a-f]{32}|[\w+/]{36}/.test(refusal.message), `${detail}: ${refusal.message}`);
    }
  },

  "is one sentence or two that a log can hold, without a placeholder left in it"(countersign, test) {
    for (const { detail, webhook, headers, body } of refused(countersign)) {
      const { message } = webhook.check(body, headers);
      test.matches(message, /^[ -~]{10,300}$/, detail);
      test.matches(message, /\.$/, detail);
      test.ok(!/\{\w*\}|undefined|null|NaN|\[object/.test(message), message);
    }
  },

  "names the signature header as the scheme spells it, whatever the case that arrived"({ Webhook }, test) {
    const webhook = new Webhook("stripe", SECRET, { now: () => NOW });
    for (const headers of [{ "stripe-signature": "x" }, new Headers({ "STRIPE-SIGNATURE": "x" })])
      test.equal(webhook.check(BODY, headers).params.header, "Stripe-Signature");
  },

  "names of several broken things the first, in the order of the walk"(countersign, test) {
    const webhook = agentbot(countersign);
    const [[name, value]] = Object.entries(webhook.sign(`${BODY} `, { timestamp: 0 }));
    const detailOf = (headers) => webhook.check(BODY, headers).detail;
    test.equal(detailOf({ [name]: `t=1,${value}0` }), "timestamp-repeated", "the grammar before the signature");
    test.equal(detailOf({ [name]: value.replace("t=0", "t=00") }), "timestamp-form", "the time before the match");
    test.equal(detailOf({ [name]: value }), "mismatch", "the match before the age");
  },

  "refuses alike by a Webhook that takes the secret of another scheme"({ Webhook }, test) {
    const [github, bookbag] = ["github", "bookbag"].map((name) => new Webhook(name, SECRET));
    const refusal = github.check(BODY, bookbag.sign(BODY));
    test.equal([refusal.detail, refusal.params], ["header-missing", { header: "X-Hub-Signature-256" }]);
    test.equal(failsWith(github.check(BODY, github.sign(BODY))), "verified");
  },
};

/** Whether a header's value tells more than its grammar: a signature does, `t=1` does not. */
const isTelling = (value) => typeof value === "string" && value.length > 20;
