// Background: the reply first, the work afterwards, and a host that is kept awake for it.
import { BODY } from "../../portable/api/kit.mjs";
import { MALFORMED, OK, REJECTED, UNREADABLE, deferred, endpoint, overheard, post, text } from "./kit.mjs";

const BACKGROUND = { background: true };

/** A handler that ends when it is told to. */
function slow() {
  const end = deferred();
  const state = { isDone: false };
  const handler = () => end.promise.then(() => void (state.isDone = true));
  return { end, state, handler };
}

export const tests = {
  async "answers 400 to what no handler can read, before anything is claimed or acknowledged"(countersign, test) {
    const claimed = [];
    const idempotency = { claim: (key) => claimed.push(key) };
    for (const on of [{}, { "message.created": () => {} }]) {
      for (const body of ["no json", "", "a=b"]) {
        const { deliver, told } = endpoint(countersign, { on }, { ...BACKGROUND, idempotency });
        test.equal(await deliver(body), UNREADABLE, body);
        test.equal([told.rejected, told.errors, claimed], [["PAYLOAD_NOT_JSON"], [], []], body);
      }
    }
  },

  async "replies before the handler has ended, and keeps the host awake until it has"(countersign, test) {
    const ways = [
      ["of the host", {}, (waitUntil) => [{}, { waitUntil }]],
      ["of the options", { waitUntil: true }, () => []],
    ];
    for (const [way, given, rest] of ways) {
      const work = [];
      const waitUntil = (promise) => void work.push(promise);
      const { handler, state, end } = slow();
      const options = { ...BACKGROUND, ...(given.waitUntil && { waitUntil }) };
      const { ask, webhook } = endpoint(countersign, handler, options);
      test.equal(await ask(post(webhook.sign(BODY)), ...rest(waitUntil)), OK, way);
      test.equal([work.length, state.isDone], [1, false], way);
      end.resolve();
      test.equal([await work[0], state.isDone], [undefined, true], way);
    }
  },

  async "asks the host as the host's own method, and the option before the host"(countersign, test) {
    const host = {
      asked: 0,
      waitUntil() {
        this.asked += 1;
      },
    };
    const { ask, webhook } = endpoint(countersign, () => {}, BACKGROUND);
    test.equal(await ask(post(webhook.sign(BODY)), {}, host), OK);
    test.equal(host.asked, 1);
    let own = 0;
    const both = endpoint(countersign, () => {}, { ...BACKGROUND, waitUntil: () => void (own += 1) });
    test.equal(await both.ask(post(webhook.sign(BODY)), {}, host), OK);
    test.equal([host.asked, own], [1, 1]);
  },

  async "works where the host has no waitUntil"(countersign, test) {
    for (const host of [undefined, null, {}, { waitUntil: "no" }, "ip"]) {
      const { handler, state, end } = slow();
      const { ask, webhook } = endpoint(countersign, handler, BACKGROUND);
      test.equal(await ask(post(webhook.sign(BODY)), {}, host), OK);
      end.resolve();
      await end.promise;
      await null;
      test.equal(state.isDone, true);
    }
  },

  async "asks nothing of the host when it waits for the handler itself"(countersign, test) {
    let asked = 0;
    const { ask, webhook } = endpoint(countersign);
    test.equal(await ask(post(webhook.sign(BODY)), {}, { waitUntil: () => (asked += 1) }), OK);
    test.equal(asked, 0);
  },

  async "proves a delivery before it replies"(countersign, test) {
    const work = [];
    const waitUntil = (promise) => void work.push(promise);
    const { ask, webhook, told } = endpoint(countersign, () => {}, { ...BACKGROUND, waitUntil });
    test.equal(await ask(post(webhook.sign(BODY), `${BODY} `)), REJECTED);
    test.equal([told.rejected, work.length], [["SIGNATURE_MISMATCH"], 0]);
  },

  async "tells onError what a handler throws in the background, and leaves no rejection behind"(countersign, test) {
    const failing = [
      () => {
        throw new Error("mine");
      },
      () => Promise.reject(new Error("mine")),
    ];
    for (const handler of failing) {
      const work = [];
      const { deliver, told } = endpoint(countersign, handler, {
        ...BACKGROUND,
        waitUntil: (it) => void work.push(it),
      });
      const heard = await overheard(async () => {
        test.equal(await deliver(), OK);
        test.equal(await work[0], undefined);
      });
      test.equal([told.errors, heard.unhandled], [["Error: mine"], []]);
    }
    const { deliver, told } = endpoint(countersign, ({ payload }) => payload, BACKGROUND);
    test.equal([await deliver("no json"), told.rejected], [OK, ["PAYLOAD_NOT_JSON"]], "one that it cannot read");
  },

  async "frees the claim of what failed in the background, and remembers what did not"(countersign, test) {
    let fails = true;
    const work = [];
    const handler = () => {
      if (fails) throw new Error("mine");
    };
    const options = { ...BACKGROUND, waitUntil: (it) => void work.push(it), idempotency: countersign.memory() };
    const { deliver, told } = endpoint(countersign, handler, options);
    test.equal(await deliver(), OK);
    await work[0];
    fails = false;
    test.equal(await deliver(), OK);
    await work[1];
    test.equal([await deliver(), work.length, told.errors.length], [OK, 2, 1]);
  },

  async "sends no reply that is chosen in the background"(countersign, test) {
    test.equal(await endpoint(countersign, (_, { reply }) => reply("late"), BACKGROUND).deliver(), OK);
    test.equal(await endpoint(countersign, (_, { reply }) => reply("now")).deliver(), text(200, "now"));
  },

  async "takes a delivery also when the host refuses to wait, and tells of that"(countersign, test) {
    const throws = () => {
      throw new Error("outside of a request");
    };
    for (const refuse of [throws, async () => throws()]) {
      let handled = 0;
      const handler = () => void (handled += 1);
      const { deliver, told } = endpoint(countersign, handler, { ...BACKGROUND, waitUntil: refuse });
      test.equal(await deliver(), OK);
      await settled();
      test.equal([handled, told.errors], [1, ["Error: outside of a request"]]);
    }
  },

  async "keeps the host awake for a report that takes time, and for no other"(countersign, test) {
    const end = deferred();
    const work = [];
    const waitUntil = (it) => void work.push(it);
    let isTold = false;
    const onRejected = () => end.promise.then(() => (isTold = true));
    const { ask } = endpoint(countersign, () => {}, { onRejected, waitUntil });
    test.equal(await ask(post({})), MALFORMED);
    test.equal([work.length, isTold], [1, false]);
    end.resolve();
    await work[0];
    test.equal(isTold, true);
    test.equal(await endpoint(countersign, () => {}, { waitUntil }).ask(post({})), MALFORMED);
    test.equal(work.length, 1);
  },
};

const settled = () => new Promise((resolve) => setTimeout(resolve));
