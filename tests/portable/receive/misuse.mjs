// Misuse: what cannot be a receiver is refused when it is made, not when a delivery comes.
import { SECRET, agentbot } from "../api/kit.mjs";

const handler = () => {};

export const tests = {
  "asks for a Webhook first"(countersign, test) {
    const { receive } = countersign;
    for (const webhook of [undefined, null, "agentbot", SECRET, {}, Promise.resolve(agentbot(countersign))]) {
      const { message } = test.throws(() => receive(webhook, handler), "OPTION_INVALID", String(webhook));
      test.matches(message, /receive\(new Webhook\("agentbot"/);
      test.ok(!message.includes(SECRET), "a secret in the wrong place is not shown, and");
    }
  },

  "asks for a handler"(countersign, test) {
    const webhook = agentbot(countersign);
    const none = [undefined, null, {}, "handler", { on: undefined }, { on: handler }, { on: [] }, { on: new Map() }];
    for (const handling of [...none, { "message.created": handler }]) {
      const { message } = test.throws(() => countersign.receive(webhook, handling), "OPTION_INVALID");
      test.equal(
        message,
        'There is no handler: expected a function, or { on: { "message.created": function, "*": function } }.',
      );
    }
  },

  "names the route whose handler is no function"(countersign, test) {
    const webhook = agentbot(countersign);
    for (const wrong of [null, "save", {}, 1, Promise.resolve(handler)]) {
      const handling = { on: { "*": handler, "message.created": wrong } };
      const { message } = test.throws(() => countersign.receive(webhook, handling), "OPTION_INVALID");
      test.equal(message, 'The handler of "message.created" is no function.');
    }
  },

  "refuses event types of a scheme that signs none"(countersign, test) {
    const github = new countersign.Webhook("github", SECRET);
    const { message } = test.throws(() => countersign.receive(github, { on: { push: handler } }), "OPTION_INVALID");
    test.matches(message, /^github signs no event type, so "push" never comes: take every delivery with "\*"/);
    countersign.receive(github, { on: { "*": handler } });
    countersign.receive(github, handler);
  },

  "names an option that it does not know, and the one that was probably meant"(countersign, test) {
    const refusal = (options) =>
      test.throws(() => countersign.receive(agentbot(countersign), handler, options), "OPTION_INVALID").message;
    test.matches(refusal({ maxBodyByte: 1 }), /^"maxBodyByte" is no option\. Did you mean "maxBodyBytes"/);
    test.matches(refusal({ onReject: handler }), /^"onReject" is no option\. Did you mean "?onRejected/);
    test.matches(refusal({ toleranceSeconds: 1 }), /^"toleranceSeconds" is no option\./);
    for (const options of [null, [], handler, "background", new Map()])
      test.matches(refusal(options), /expected a plain object of maxBodyBytes, background, /);
  },

  "asks for options of the right kind"(countersign, test) {
    const { memory, receive } = countersign;
    const refusal = (options) =>
      test.throws(() => receive(agentbot(countersign), handler, options), "OPTION_INVALID", JSON.stringify(options))
        .message;
    for (const maxBodyBytes of [-1, 0.5, NaN, Infinity, "1mb", null])
      test.equal(refusal({ maxBodyBytes }), `maxBodyBytes is ${maxBodyBytes}: expected an integer >= 0.`);
    for (const background of ["yes", 1, null, handler])
      test.equal(refusal({ background }), "background is neither true nor false.");
    for (const idempotency of [memory, true, null, {}, new Map(), { claim: "no" }])
      test.equal(refusal({ idempotency }), "idempotency is no store: expected what memory() returns.");
    for (const name of ["onRejected", "onDuplicate", "onError", "waitUntil"])
      for (const value of [null, "log", {}, Promise.resolve()])
        test.equal(refusal({ [name]: value }), `${name} is no function.`);
  },

  "takes every option that is undefined for one that was not given"(countersign, test) {
    const names = ["maxBodyBytes", "background", "waitUntil", "idempotency", "onRejected", "onDuplicate", "onError"];
    const options = Object.fromEntries(names.map((name) => [name, undefined]));
    test.equal(typeof countersign.receive(agentbot(countersign), handler, options), "function");
  },
};
