// Failures: what becomes of what a handler, a callback, a store or the console throws or rejects.

import { FAILED, MALFORMED, OK, UNREADABLE, endpoint, overheard, post, thenable, until } from "./kit.mjs";

const throwing = (error) => () => {
  throw error;
};

/** What rejects, and is no promise of this realm: `run` is called when it is asked for its result. */
const REJECTING = {
  "a thenable of another library": (run) => thenable((_, reject) => (run(), reject(new Error("of a thenable")))),
  "a lazy thenable, which rejects later": (run) =>
    thenable((_, reject) => {
      run();
      setTimeout(() => reject(new Error("of a query")), 0);
    }),
  "a function with then": (run) => thenable((_, reject) => (run(), reject("of a function")), { of: () => {} }),
  "a thenable that throws": (run) =>
    thenable(() => {
      run();
      throw new Error("of then");
    }),
  "a promise whose catch throws": (run) => {
    run();
    return Object.assign(Promise.reject(new Error("of a promise")), { catch: throwing(new Error("of catch")) });
  },
  "an object whose then throws when it is read": (run) => {
    run();
    return thenable(throwing(new Error("of a getter")), { as: "get" });
  },
  "a revoked Proxy": (run) => {
    run();
    return revoked();
  },
};

function revoked() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** What a handler may throw that causes trouble for the code that looks at it. */
const ODD = {
  "a revoked Proxy": revoked,
  "a revoked function": () => {
    const { proxy, revoke } = Proxy.revocable(() => {}, {});
    revoke();
    return proxy;
  },
  "an object whose name throws": () => Object.defineProperty({}, "name", { get: throwing(new Error("of name")) }),
  "an error whose message throws": () =>
    Object.defineProperty(new Error("mine"), "message", { get: throwing(new Error("of message")) }),
  "something that calls itself a WebhookError, and whose code throws": () =>
    Object.defineProperty({ name: "WebhookError" }, "code", { get: throwing(new Error("of code")) }),
  "a WebhookError whose family throws": () =>
    Object.defineProperty({ name: "WebhookError", code: "MINE" }, "family", { get: throwing(new Error("of family")) }),
  "a WebhookError of a status that no response has": () => ({ name: "WebhookError", code: "MINE", status: 10 }),
  "a WebhookError of a status that JSON cannot say": () => ({ name: "WebhookError", code: "MINE", status: 10n }),
  "a promise that rejects": () => Promise.reject(new Error("of a promise that was thrown")),
  "an object without a prototype": () => Object.create(null),
  "a symbol": () => Symbol("mine"),
  "a bigint": () => 1n,
  nothing: () => undefined,
};

export const tests = {
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

  async "runs a thenable that a callback returns, and leaves none of its rejections behind"(countersign, test) {
    for (const [kind, returned] of Object.entries(REJECTING)) {
      const asked = [];
      const callback = () => returned(() => asked.push(kind));
      const options = { onRejected: callback, onError: callback, onDuplicate: callback };
      const once = endpoint(countersign, () => {}, { ...options, idempotency: countersign.memory() });
      const heard = await overheard(async () => {
        test.equal(await once.ask(post({})), MALFORMED, kind);
        test.equal(await endpoint(countersign, throwing("mine"), options).deliver(), FAILED, kind);
        test.equal([await once.deliver(), await once.deliver()], [OK, OK], kind);
      });
      test.equal([asked.length, heard.lines.length, heard.unhandled], [3, 3, []], kind);
      for (const line of heard.lines)
        test.matches(line, /^countersign: onRejected, onDuplicate or onError threw:/, kind);
    }
  },

  async "runs a lazy thenable of a handler before it answers"(countersign, test) {
    const steps = [];
    const query = thenable((resolve) => (steps.push("run"), resolve()));
    test.equal([await endpoint(countersign, () => query).deliver(), steps], [OK, ["run"]]);
    const failing = endpoint(countersign, () => thenable((_, reject) => reject("the query failed")));
    test.equal([await failing.deliver(), failing.told.errors], [FAILED, ["the query failed"]]);
  },

  async "answers 500 to whatever a handler throws, however odd, in the background too"(countersign, test) {
    for (const [kind, make] of Object.entries(ODD)) {
      for (const background of [false, true]) {
        for (const handler of [throwing(make()), () => Promise.reject(make())]) {
          let failures = 0;
          const onError = () => void (failures += 1);
          const heard = await overheard(async () => {
            const { deliver } = endpoint(countersign, handler, { background, onError });
            test.equal(await deliver(), background ? OK : FAILED, kind);
            await until(() => failures > 0);
          });
          test.equal([failures, heard.unhandled], [1, []], kind);
        }
      }
    }
  },

  async "answers the same when an odd thing is thrown by a callback, a host or a Webhook"(countersign, test) {
    for (const [kind, make] of Object.entries(ODD)) {
      const callback = throwing(make());
      const options = { onRejected: callback, onError: callback, waitUntil: callback };
      const heard = await overheard(async () => {
        test.equal(await endpoint(countersign, () => {}, options).ask(post({})), MALFORMED, kind);
        test.equal(await endpoint(countersign, throwing("mine"), options).deliver(), FAILED, kind);
        test.equal(await endpoint(countersign, () => {}, { ...options, background: true }).deliver(), OK, kind);
        const { scheme } = endpoint(countersign).webhook;
        const respond = countersign.receive({ scheme, verify: callback }, () => {}, options);
        test.equal((await respond(post({}))).status, 500, kind);
      });
      test.equal(heard.unhandled, [], kind);
    }
  },

  async "leaves no rejection behind of a promise that stands where none can"(countersign, test) {
    const rejected = () => Promise.reject(new Error("nobody awaits it"));
    const answers = [rejected, () => ({ body: rejected() }), () => ({ headers: { "x-a": rejected() } })];
    const heard = await overheard(async () => {
      for (const answer of answers) {
        const { deliver, told } = endpoint(countersign, (_, { reply }) => reply(answer()));
        test.equal([await deliver(), told.errors], [FAILED, ["OPTION_INVALID"]], String(answer));
      }
      for (const claim of [() => ({ state: rejected() }), () => ({ state: "claimed", complete: rejected() })]) {
        const { deliver } = endpoint(countersign, () => {}, { idempotency: { claim } });
        test.equal((await deliver())[0], 500, String(claim));
      }
      const busy = { claim: () => ({ state: "in-progress", retryAfterSeconds: rejected() }) };
      test.equal((await endpoint(countersign, () => {}, { idempotency: busy }).deliver())[0], 409);
    });
    test.equal(heard.unhandled, []);
  },

  async "takes an error of an application for what it is, whatever it is called"(countersign, test) {
    const foreign = (facts) => Object.assign(new Error("mine"), { name: "WebhookError", code: "STORE_DOWN", ...facts });
    for (const facts of [
      {},
      { status: 200 },
      { status: 204, family: "rejected" },
      { status: "503" },
      { family: "misuse" },
    ]) {
      const failing = throwing(foreign(facts));
      const { deliver, told } = endpoint(countersign, () => {}, { idempotency: { claim: failing } });
      test.equal([await deliver(), told.rejected, told.errors], [FAILED, [], ["STORE_DOWN"]], JSON.stringify(facts));
      test.equal(foreign(facts) instanceof countersign.WebhookError, false, JSON.stringify(facts));
    }
    const ofCode = throwing(new countersign.WebhookError("PAYLOAD_NOT_JSON"));
    const { deliver, told } = endpoint(countersign, () => {}, { idempotency: { claim: ofCode } });
    test.equal([await deliver(), told.rejected, told.errors], [FAILED, [], ["PAYLOAD_NOT_JSON"]], "one of ours");
  },

  async "answers the same when the console throws"(countersign, test) {
    const silent = { onRejected: undefined, onError: undefined, onDuplicate: undefined };
    const { error: original } = console;
    const heard = await overheard(async () => {
      console.error = throwing(new Error("of the console"));
      try {
        test.equal(await endpoint(countersign, () => {}, silent).ask(post({})), MALFORMED);
        test.equal(await endpoint(countersign, throwing("mine"), silent).deliver(), FAILED);
        const callback = throwing(new Error("of a callback"));
        test.equal(await endpoint(countersign, () => {}, { onRejected: callback }).ask(post({})), MALFORMED);
        const rejecting = () => Promise.reject(new Error("of a callback"));
        test.equal(await endpoint(countersign, () => {}, { onRejected: rejecting }).ask(post({})), MALFORMED);
        test.equal(await endpoint(countersign, throwing("mine"), { ...silent, background: true }).deliver(), OK);
        console.error = () => Promise.reject(new Error("of a console that writes later"));
        test.equal(await endpoint(countersign, () => {}, silent).ask(post({})), MALFORMED);
      } finally {
        console.error = original;
      }
    });
    test.equal(heard.unhandled, []);
  },

  async "says on the console that something failed, where what was thrown cannot be shown"(countersign, test) {
    const lines = [];
    const { error: original } = console;
    console.error = (line, ...rest) => {
      if (rest.length > 0) throw new Error("it cannot be shown");
      lines.push(line);
    };
    try {
      test.equal(await endpoint(countersign, throwing({}), { onError: undefined }).deliver(), FAILED);
    } finally {
      console.error = original;
    }
    test.equal(lines, ["countersign: agentbot: a delivery could not be handled:"]);
  },
};
