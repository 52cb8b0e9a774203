// Misuse: what cannot be a receiver is refused when it is made, not when a delivery arrives.
import { SECRET, agentbot, polluted } from "../../portable/api/kit.mjs";

const handler = () => {};

/** The names of the options, as an error lists them. */
const NAMES = [
  "maxBodyBytes",
  "readTimeoutSeconds",
  "background",
  "waitUntil",
  "idempotency",
  "onRejected",
  "onDuplicate",
  "onError",
];
const KNOWN = NAMES.join(", ");

export const tests = {
  "asks for a Webhook first"(countersign, test) {
    const { receive } = countersign;
    const { scheme } = agentbot(countersign);
    const halves = [{ scheme }, { verify: handler }, { scheme, check: handler }, { scheme, verify: true }];
    for (const webhook of [
      undefined,
      null,
      "agentbot",
      SECRET,
      {},
      Promise.resolve(agentbot(countersign)),
      ...halves,
    ]) {
      const { detail, message } = test.throws(() => receive(webhook, handler), "OPTION_INVALID", String(webhook));
      test.equal(detail, "not-a-webhook", String(webhook));
      test.matches(message, /receive\(new Webhook\("agentbot"/);
      test.ok(!message.includes(SECRET), "a secret in the wrong place is not shown, and");
    }
  },

  "asks for a handler"(countersign, test) {
    const webhook = agentbot(countersign);
    const none = [undefined, null, {}, "handler", { on: undefined }, { on: handler }, { on: [] }, { on: new Map() }];
    for (const handling of [...none, { "message.created": handler }]) {
      const { detail, message } = test.throws(() => countersign.receive(webhook, handling), "OPTION_INVALID");
      test.equal(detail, "handler-missing", JSON.stringify(handling));
      test.matches(message, /\{ on: \{ "message\.created": function, "\*": function \} \}/);
    }
  },

  "reads handlers and options from the objects themselves, and not from a polluted prototype"(countersign, test) {
    const { receive } = countersign;
    const webhook = agentbot(countersign);
    polluted({ on: { "*": handler }, maxBodyBytes: -1, background: 1, idempotency: 1, onError: 1 }, () => {
      test.throws(() => receive(webhook, {}), "OPTION_INVALID", "no handlers of its own");
      test.equal(typeof receive(webhook, handler), "function");
      test.equal(typeof receive(webhook, handler, {}), "function");
    });
  },

  "takes what has verify and scheme, as a Webhook of any copy of the package"(countersign, test) {
    const webhook = agentbot(countersign);
    const wrapped = { scheme: webhook.scheme, verify: (...given) => webhook.verify(...given) };
    test.equal(typeof countersign.receive(wrapped, handler), "function");
  },

  "names the route whose handler is not a function"(countersign, test) {
    const webhook = agentbot(countersign);
    for (const wrong of [null, "save", {}, 1, Promise.resolve(handler)]) {
      const handling = { on: { "*": handler, "message.created": wrong } };
      const { detail, params } = test.throws(() => countersign.receive(webhook, handling), "OPTION_INVALID");
      test.equal([detail, params.expected], ["option-value", "a function"], String(wrong));
      test.ok(params.option.includes('"message.created"'), `${params.option} names the route, which`);
    }
  },

  "refuses event types of a scheme that signs none"(countersign, test) {
    const github = new countersign.Webhook("github", SECRET);
    const routed = () => countersign.receive(github, { on: { push: handler } });
    const { detail, params, message } = test.throws(routed, "OPTION_INVALID");
    test.equal([detail, params], ["route-untyped", { scheme: "github", type: '"push"' }]);
    test.matches(message, /take every delivery with "\*"/);
    countersign.receive(github, { on: { "*": handler } });
    countersign.receive(github, handler);
  },

  "names an option that it does not know, and the one that was probably meant"(countersign, test) {
    const refusal = (options) => {
      const open = () => countersign.receive(agentbot(countersign), handler, options);
      const { detail, params } = test.throws(open, "OPTION_INVALID");
      return [detail, params];
    };
    const unknown = (name, near) => ["option-unknown", { name, near, known: KNOWN }];
    test.equal(refusal({ maxBodyByte: 1 }), unknown('"maxBodyByte"', ' Did you mean "maxBodyBytes"?'));
    test.equal(refusal({ onReject: handler }), unknown('"onReject"', ' Did you mean "onRejected"?'));
    test.equal(refusal({ toleranceSeconds: 1 }), unknown("One of the names", ""), "one that is near none");
    for (const options of [null, [], handler, "background", new Map()]) {
      const [detail, { known }] = refusal(options);
      test.equal([detail, known], ["options-not-plain", KNOWN], String(options));
    }
  },

  "asks for options of the right kind"(countersign, test) {
    const { memory, receive } = countersign;
    const refuses = (option, values, expected) => {
      for (const value of values) {
        const open = () => receive(agentbot(countersign), handler, { [option]: value });
        const { detail, params } = test.throws(open, "OPTION_INVALID", `${option}: ${String(value)}`);
        test.equal([detail, params.option, params.expected], ["option-value", option, expected], String(value));
      }
    };
    refuses("maxBodyBytes", [-1, 0.5, NaN, Infinity, "1mb", null], "an integer >= 0");
    const times = [0, -1, NaN, -Infinity, "30", null, true, 30n, [30]];
    refuses("readTimeoutSeconds", times, "a number > 0, or Infinity for no limit");
    for (const readTimeoutSeconds of [0.001, 30, 1e12, Infinity])
      test.equal(typeof receive(agentbot(countersign), handler, { readTimeoutSeconds }), "function");
    refuses("background", ["yes", 1, null, handler], "true or false");
    const stores = [memory, true, null, {}, new Map(), { claim: "no" }];
    refuses("idempotency", stores, "a store, as memory() returns");
    for (const name of ["onRejected", "onDuplicate", "onError", "waitUntil"])
      refuses(name, [null, "log", {}, Promise.resolve()], "a function");
  },

  "takes every option that is undefined for one that was not given"(countersign, test) {
    const options = Object.fromEntries(NAMES.map((name) => [name, undefined]));
    test.equal(typeof countersign.receive(agentbot(countersign), handler, options), "function");
  },
};
