// Handlers: which one is called, and what becomes of what it, or a callback, throws.
import { BODY } from "../../portable/api/kit.mjs";
import { FAILED, MALFORMED, OK, UNREADABLE, endpoint, overheard, post } from "./kit.mjs";

const event = (type) => JSON.stringify({ event: type, data: {} });

/** Handlers that write down who was called. */
function routes(...names) {
  const calls = [];
  const on = Object.fromEntries(names.map((name) => [name, ({ type }) => calls.push(`${name} < ${type}`)]));
  return { calls, handling: { on } };
}

const throwing = (error) => () => {
  throw error;
};

export const tests = {
  async "calls the handler of the event type, and that of all others for the rest"(countersign, test) {
    const { calls, handling } = routes("message.created", "*");
    const { deliver } = endpoint(countersign, handling);
    for (const type of ["message.created", "ticket.created", "snoozed", "*", "toString"]) await deliver(event(type));
    await deliver('{"data":{}}');
    await deliver("no json");
    const others = ["ticket.created", "snoozed", "*", "toString", undefined, undefined].map((type) => `* < ${type}`);
    test.equal(calls, ["message.created < message.created", ...others]);
  },

  async "acknowledges an event type that has no handler, also one that objects have by birth"(countersign, test) {
    const { calls, handling } = routes("message.created");
    const { deliver, told } = endpoint(countersign, handling);
    for (const type of ["ticket.created", "constructor", "__proto__", "hasOwnProperty", "valueOf", "*", ""])
      test.equal(await deliver(event(type)), OK, type);
    test.equal(await deliver("[]"), OK, "no type at all");
    test.equal([calls, told], [[], { rejected: [], duplicates: [], errors: [] }]);
  },

  async "takes a handler called constructor or __proto__ for what it is"(countersign, test) {
    const { calls, handling } = routes("constructor", "__proto__");
    const { deliver } = endpoint(countersign, handling);
    for (const type of ["constructor", "__proto__", "toString"]) test.equal(await deliver(event(type)), OK);
    test.equal(calls, ["constructor < constructor", "__proto__ < __proto__"]);
  },

  async "skips a route that is undefined, as one that is switched off"(countersign, test) {
    const { calls, handling } = routes("*");
    const { deliver } = endpoint(countersign, { on: { ...handling.on, "message.created": undefined } });
    test.equal(await deliver(), OK);
    test.equal(calls, ["* < message.created"]);
  },

  async "answers what a handler throws or rejects with 500, and tells onError that very thing"(countersign, test) {
    for (const error of [new Error("mine"), new RangeError("mine"), "mine", undefined, null, 0, { mine: true }]) {
      for (const handler of [throwing(error), () => Promise.reject(error)]) {
        const errors = [];
        const { deliver, told } = endpoint(countersign, handler, { onError: (error) => errors.push(error) });
        test.equal(await deliver(), FAILED, String(error));
        test.ok(errors.length === 1 && errors[0] === error, `${error}, the very thing,`);
        test.equal(told.rejected, []);
      }
    }
  },

  async "answers 400 to a delivery that its handler cannot read"(countersign, test) {
    const { deliver, told } = endpoint(countersign, ({ payload }) => payload.event);
    test.equal(await deliver("no json"), UNREADABLE);
    test.equal(await deliver('{"event":'), UNREADABLE);
    test.equal(told, { rejected: ["PAYLOAD_NOT_JSON", "PAYLOAD_NOT_JSON"], duplicates: [], errors: [] });
  },

  async "takes any other refusal that a handler throws for a failure of its own"(countersign, test) {
    const { WebhookError } = countersign;
    for (const code of [
      "SIGNATURE_MISMATCH",
      "HEADER_MISSING",
      "BODY_TOO_LARGE",
      "METHOD_NOT_ALLOWED",
      "OPTION_INVALID",
    ]) {
      const { deliver, told } = endpoint(countersign, throwing(new WebhookError(code)));
      test.equal(await deliver(), FAILED, code);
      test.equal([told.rejected, told.errors], [[], [code]]);
    }
  },

  async "replies the same when a callback throws or rejects, and leaves no rejection behind"(countersign, test) {
    const bad = [throwing(new Error("of a callback")), () => Promise.reject(new Error("of a callback"))];
    for (const callback of bad) {
      const options = { onRejected: callback, onError: callback, onDuplicate: callback };
      const once = endpoint(countersign, () => {}, { ...options, idempotency: countersign.memory() });
      const heard = await overheard(async () => {
        test.equal(await once.ask(post({})), MALFORMED, "onRejected");
        test.equal(await endpoint(countersign, throwing("mine"), options).deliver(), FAILED, "onError");
        test.equal([await once.deliver(), await once.deliver()], [OK, OK], "onDuplicate");
      });
      const line = "countersign: onRejected, onDuplicate or onError threw: Error: of a callback";
      test.equal(heard, { lines: [line, line, line], unhandled: [] });
    }
  },

  async "waits for no callback"(countersign, test) {
    const never = () => new Promise(() => {});
    const { ask } = endpoint(countersign, () => {}, { onRejected: never });
    test.equal(await ask(post({})), MALFORMED);
  },

  async "gives callbacks the request, and no way to reply"(countersign, test) {
    let context;
    const { ask } = endpoint(countersign, () => {}, { onRejected: (_, given) => (context = given) });
    const request = post({});
    await ask(request, "env");
    test.ok(context.request === request && context.env === "env", "its context");
    test.equal(Object.keys(context).sort(), ["env", "request"]);
  },

  async "lets no reply of one delivery into another"(countersign, test) {
    const { deliver } = endpoint(countersign, async ({ payload }, { reply }) => {
      reply(payload.data.word);
      await null;
    });
    const words = ["one", "two", "three"];
    const replies = await Promise.all(words.map((word) => deliver(JSON.stringify({ event: "a", data: { word } }))));
    test.equal(
      replies.map(([, , body]) => body),
      words,
    );
    test.equal((await endpoint(countersign).deliver(BODY))[2], "ok");
  },
};
