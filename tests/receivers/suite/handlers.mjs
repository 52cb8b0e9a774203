// Handlers: which one is called, with what, and what its answer is.
import { BODY } from "../../portable/api/kit.mjs";
import { MALFORMED, OK, UNREADABLE, endpoint, post } from "./kit.mjs";

const event = (type) => JSON.stringify({ event: type, data: {} });

/** Handlers that write down who was called. */
function routes(...names) {
  const calls = [];
  const on = Object.fromEntries(names.map((name) => [name, ({ type }) => calls.push(`${name} < ${type}`)]));
  return { calls, handling: { on } };
}

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

  async "answers 400 to a proven body that is not JSON, also where no route was chosen for it"(countersign, test) {
    const unreadable = ["no json", '{"event":"message.created"', "", "\ufeff{}", Uint8Array.of(0x22, 0xff, 0x22)];
    for (const names of [["message.created"], []]) {
      const { calls, handling } = routes(...names);
      const { deliver, told } = endpoint(countersign, handling);
      for (const body of unreadable) {
        test.equal(await deliver(body), UNREADABLE, String(body));
        test.equal([told.rejected.splice(0), calls], [["PAYLOAD_NOT_JSON"], []], String(body));
      }
      test.equal([await deliver("null"), told.rejected], [OK, []], "JSON without a type");
    }
  },

  async "runs no handler of a type that stands in what is not JSON"(countersign, test) {
    const { calls, handling } = routes("message.created");
    const { deliver, told } = endpoint(countersign, handling);
    const bytes = (end) => Uint8Array.from(`{"event":"message.created","a":${end}}`, (letter) => letter.charCodeAt(0));
    for (const end of ["01", "tru", "1.", "-", "1e", '"\xff"']) {
      test.equal(await deliver(bytes(end)), UNREADABLE, end);
      test.equal([told.rejected.splice(0), calls], [["PAYLOAD_NOT_JSON"], []], end);
    }
  },

  async "leaves a proven body that is not JSON to the handler of all others"(countersign, test) {
    const seen = [];
    const { deliver, told } = endpoint(countersign, { on: { "*": ({ parsed }) => void seen.push(parsed) } });
    test.equal([await deliver("no json"), told.rejected], [OK, []]);
    test.equal(seen, [{ ok: false, code: "PAYLOAD_NOT_JSON" }]);
  },

  async "frees the claim of a body that no route could read"(countersign, test) {
    const options = { idempotency: countersign.memory() };
    const { deliver, told } = endpoint(countersign, { on: { "message.created": () => {} } }, options);
    test.equal([await deliver("no json"), await deliver("no json")], [UNREADABLE, UNREADABLE]);
    test.equal([told.rejected.length, told.duplicates], [2, []]);
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
