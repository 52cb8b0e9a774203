// Duplicates: each delivery handled once, however often it comes, and whatever the store does.
import { BODY, NOW } from "../../portable/api/kit.mjs";
import {
  BUSY,
  FAILED,
  MISUSE,
  OK,
  UNREADABLE,
  deferred,
  endpoint,
  overheard,
  post,
  text,
  thenable,
  until,
} from "./kit.mjs";

/** An endpoint that counts how often it handled, with a store of its own. */
function counting(countersign, work = () => {}, options = {}) {
  const calls = [];
  const handler = (delivery, context) => {
    calls.push(delivery.idempotencyKey);
    return work(delivery, context);
  };
  const store = { idempotency: countersign.memory({ now: () => NOW }), ...options };
  return { calls, ...endpoint(countersign, handler, store) };
}

const storeOf = (claim) => ({ idempotency: { claim: async () => ({ state: "claimed", ...noop, ...claim }) } });
const noop = { complete() {}, release() {} };
const broken = (name) => ({
  [name]() {
    throw new Error(`${name} failed`);
  },
});

export const tests = {
  async "handles one of any number of copies that come at once, and tells the others to wait"(countersign, test) {
    const gate = deferred();
    const { deliver, calls, told } = counting(countersign, () => gate.promise);
    const first = deliver();
    await until(() => calls.length === 1);
    const others = await Promise.all([deliver(), deliver(), deliver()]);
    test.equal(others, [BUSY, BUSY, BUSY]);
    gate.resolve();
    test.equal(await first, OK);
    test.equal([await deliver(), await deliver(), calls.length], [OK, OK, 1], "later, too");
    test.equal(told.duplicates, Array(5).fill(calls[0]));
    test.equal([told.rejected, told.errors], [[], []]);
  },

  async "handles none twice where all copies come in one turn"(countersign, test) {
    const { deliver, calls } = counting(countersign, () => Promise.resolve());
    const statuses = (await Promise.all(Array.from({ length: 16 }, () => deliver()))).map(([status]) => status);
    test.equal(calls.length, 1);
    test.equal(
      statuses.filter((status) => status !== 200 && status !== 409),
      [],
    );
  },

  async "sends the reply that was chosen once: a copy is answered ok"(countersign, test) {
    const { deliver } = counting(countersign, (_, { reply }) => reply("challenge"));
    test.equal([await deliver(), await deliver()], [text(200, "challenge"), OK]);
  },

  async "takes deliveries for copies by what is signed: no header makes a new one of them"(countersign, test) {
    const { deliver, calls, webhook, ask } = counting(countersign);
    await deliver(BODY, { "X-Agentbot-Delivery-Id": "one" });
    await deliver(BODY, { "X-Agentbot-Delivery-Id": "two", "X-Agentbot-Event": "ticket.created" });
    await ask(post(webhook.sign(BODY, { timestamp: NOW + 1000 })));
    test.equal(calls.length, 1, "handled");
    await deliver(`${BODY} `);
    test.equal(calls.length, 2, "another body is another delivery");
  },

  async "claims a key that names the provider, and the delivery by signed bytes"(countersign, test) {
    const keys = [];
    const claim = (key) => (keys.push(key), { state: "claimed", ...noop });
    const { deliver, calls } = counting(countersign, undefined, { idempotency: { claim } });
    await deliver();
    test.equal(keys, [`agentbot:${calls[0]}`]);
    test.matches(keys[0], /^agentbot:[0-9a-f]{64}$/);
  },

  async "claims nothing for what is not proven"(countersign, test) {
    const keys = [];
    const { ask, webhook } = counting(countersign, undefined, { idempotency: { claim: (key) => keys.push(key) } });
    await ask(post({}));
    await ask(post(webhook.sign(BODY), `${BODY} `));
    test.equal(keys, []);
  },

  async "frees the claim of a handler that failed, so that the next attempt is handled"(countersign, test) {
    const failures = [
      [new Error("mine"), FAILED],
      [new countersign.WebhookError("PAYLOAD_NOT_JSON"), UNREADABLE],
    ];
    for (const [error, reply] of failures) {
      let fails = true;
      const { deliver, calls, told } = counting(countersign, () => {
        if (fails) throw error;
      });
      test.equal([await deliver(), await deliver()], [reply, reply]);
      fails = false;
      test.equal([await deliver(), await deliver()], [OK, OK]);
      test.equal([calls.length, told.duplicates.length], [3, 1]);
    }
  },

  async "frees the claim of a handler that chose an impossible reply"(countersign, test) {
    let answer = { status: 1 };
    const { deliver, calls } = counting(countersign, (_, { reply }) => reply(answer));
    test.equal(await deliver(), FAILED);
    answer = "ok";
    test.equal([await deliver(), calls.length], [OK, 2]);
  },

  async "answers 500 when a store cannot claim, and handles nothing"(countersign, test) {
    const down = [
      broken("claim"),
      { claim: () => Promise.reject(new Error("claim failed")) },
      { claim: () => Promise.reject(new Error("claim failed")), background: true },
    ];
    for (const { background, ...idempotency } of down) {
      const { deliver, calls, told } = counting(countersign, undefined, { idempotency, background });
      test.equal([await deliver(), calls], [FAILED, []]);
      test.equal([told.rejected, told.errors], [[], ["Error: claim failed"]]);
    }
  },

  async "answers 200 when a store cannot note what was handled: to try again would handle it twice"(countersign, test) {
    for (const options of [storeOf(broken("complete")), storeOf({ complete: () => Promise.reject("no") })]) {
      const { deliver, calls, told } = counting(countersign, (_, { reply }) => reply("done"), options);
      test.equal([await deliver(), calls.length, told.errors.length], [text(200, "done"), 1, 1]);
    }
  },

  async "tells both errors when a handler fails and its claim cannot be freed"(countersign, test) {
    const failing = () => {
      throw new Error("mine");
    };
    const { deliver, told } = counting(countersign, failing, storeOf(broken("release")));
    test.equal([await deliver(), told.errors], [FAILED, ["Error: release failed", "Error: mine"]]);
  },

  async "completes a claim once, after the handler, or frees it once"(countersign, test) {
    for (const fails of [false, true]) {
      const steps = [];
      const claim = { complete: () => void steps.push("complete"), release: () => void steps.push("release") };
      const work = async () => {
        await null;
        steps.push("handled");
        if (fails) throw new Error("mine");
      };
      await counting(countersign, work, storeOf(claim)).deliver();
      test.equal(steps, ["handled", fails ? "release" : "complete"]);
    }
  },

  async "answers 500 where a store answers what is no claim, and handles nothing"(countersign, test) {
    const half = [{ state: "claimed" }, { state: "claimed", complete() {} }, { state: "claimed", release() {} }];
    const odd = [undefined, null, true, "claimed", {}, [], { state: "Claimed" }, { state: undefined }, ...half];
    for (const claim of odd) {
      for (const background of [false, true]) {
        const thrown = [];
        const options = { idempotency: { claim: async () => claim }, background, onError: undefined };
        const { deliver, calls, told } = counting(countersign, undefined, {
          ...options,
          onRejected: ({ code, detail }) => thrown.push(code, detail),
        });
        test.equal([await deliver(), calls, told.duplicates], [MISUSE, [], []], JSON.stringify(claim));
        test.equal(thrown, ["OPTION_INVALID", "store-answer"], JSON.stringify(claim));
      }
    }
  },

  async "takes any answer of complete and release for done, and waits for thenables of any kind"(countersign, test) {
    const steps = [];
    const lazy = thenable((resolve) => (steps.push("ran"), resolve()));
    const fails = () => {
      throw new Error("mine");
    };
    for (const answer of [undefined, null, 0, "OK", lazy]) {
      const claim = storeOf({ complete: () => answer, release: () => answer });
      test.equal(await counting(countersign, undefined, claim).deliver(), OK);
      test.equal(await counting(countersign, fails, claim).deliver(), FAILED);
    }
    test.equal(steps, ["ran", "ran"]);
    const claim = thenable((resolve) => resolve({ state: "claimed", ...noop }));
    test.equal(await counting(countersign, undefined, { idempotency: { claim: () => claim } }).deliver(), OK);
  },

  async "answers the same where complete or release rejects with an odd thing"(countersign, test) {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const fails = () => {
      throw new Error("mine");
    };
    const odd = [proxy, undefined, Object.defineProperty({}, "name", { get: fails })];
    for (const thrown of odd) {
      for (const background of [false, true]) {
        const onError = () => {};
        const rejects = thenable((_, reject) => reject(thrown));
        const claim = storeOf({ complete: () => rejects, release: () => rejects });
        const heard = await overheard(async () => {
          test.equal(await counting(countersign, undefined, { ...claim, background, onError }).deliver(), OK);
          const failed = counting(countersign, fails, { ...claim, background, onError });
          test.equal(await failed.deliver(), background ? OK : FAILED);
        });
        test.equal(heard.unhandled, []);
      }
    }
  },

  async "says how long to wait in whole seconds"(countersign, test) {
    for (const [retryAfterSeconds, header] of [
      [7, "7"],
      [0.2, "1"],
      [6.5, "7"],
      [0, "1"],
      [-3, "1"],
      [undefined, "1"],
      [NaN, "1"],
      [Infinity, "1"],
      [1e300, "1"],
      [10n, "1"],
      ["7", "1"],
      [{}, "1"],
      [Symbol("7"), "1"],
    ]) {
      const idempotency = { claim: () => ({ state: "in-progress", retryAfterSeconds }) };
      const [status, headers] = await counting(countersign, undefined, { idempotency }).deliver();
      test.equal([status, headers["retry-after"]], [409, header], String(retryAfterSeconds));
    }
  },
};
