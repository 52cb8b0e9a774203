// Lost answers: a claim that the server carried out, and that nobody heard of, is free long before its lease of 60 s.
import { done, holds, inProgress, newKey, poll } from "./contract.mjs";

/** Long after the first attempts to release, and long before the lease ends. */
const SOON = 10;

/**
 * Each test is a function of `open(options)`, which returns a store behind proxies; of a store of another process,
 * which is not; of the proxies; of whether the client sends a cut claim again by itself; and of `crash`, which kills the servers and starts them again with what they wrote.
 */
export const lost = {
  async "a claim is free after its connection was cut at any byte of the answer"({
    open,
    direct,
    proxies,
    claimsAgain,
  }) {
    const { store, close } = await open({ resends: false });
    let [cuts, losses] = [0, 0];
    for (let bytes = 0; ; bytes += 1) {
      const key = await connectedKey(store);
      for (const proxy of proxies) proxy.cutAfter(bytes);
      const claim = await store.claim(key).catch(() => undefined);
      const wasCut = !proxies.every((proxy) => proxy.isToCut());
      for (const proxy of proxies) proxy.cutAfter(Infinity);
      if (claim?.state === "claimed") await claim.release().catch(() => undefined);
      else losses += 1;
      await isSoonHandled(direct, key);
      if (!wasCut) break;
      cuts += 1;
    }
    await close();
    // The shortest answer is "$4\r\nmine\r\n". Not every client can be told not to send a command again.
    holds(cuts >= 10, `the answer had ${cuts} bytes`);
    holds(losses >= 5 || claimsAgain, `only ${losses} of ${cuts} cuts lost a claim`);
  },

  async "a claim that arrives after it was given up, and after its release, is free"({ open, direct, proxies }) {
    const { store, close } = await open({ timeoutMs: 300 });
    const key = await connectedKey(store);
    const goOns = proxies.map((proxy) => proxy.pause());
    const error = await store.claim(key).catch((thrown) => thrown);
    holds(error instanceof Error, `a paused server answered ${error.state}`);
    await later(300); // the first release goes out over a new connection, if the client opens one
    for (const goOn of goOns) goOn();
    await later(100);
    await isSoonHandled(direct, key);
    await close();
  },

  async "a claim of a server that died with its answer, and came back, is free"({ open, direct, proxies, crash }) {
    const { store, close } = await open({ timeoutMs: 300, resends: false });
    const key = await connectedKey(store);
    const goOns = proxies.map((proxy) => proxy.swallow());
    const claiming = store.claim(key).catch((thrown) => thrown);
    await poll(async () => (proxies.some((proxy) => proxy.swallowed() > 0) ? true : undefined));
    await crash();
    for (const goOn of goOns) goOn();
    const answer = await claiming;
    if (answer.state === "claimed") await answer.release();
    else holds(answer instanceof Error, `a server that died answered ${answer.state}`);
    await isSoonHandled(direct, key);
    await close();
  },

  async "release() and complete() that failed are done once the server is back"({ open, direct, proxies, crash }) {
    const { store, close } = await open({ timeoutMs: 300 });
    const keys = [newKey("{lost}-released"), newKey("{lost}-completed")];
    const claims = [];
    for (const key of keys) claims.push(await claimAgain(store, key));
    const goOns = proxies.map((proxy) => proxy.pause({ newOnes: true }));
    const steps = [claims[0].release(), claims[1].complete()];
    const failed = await Promise.all(steps.map((step) => step.catch((thrown) => thrown)));
    holds(
      failed.every((thrown) => thrown instanceof Error),
      "a paused server answered",
    );
    await inProgress(direct, keys[0]);
    await crash();
    for (const goOn of goOns) goOn();
    await isSoonHandled(direct, keys[0]);
    await poll(async () => (await stateOf(direct, keys[1])) === "done" || undefined, SOON);
    await close();
  },
};

const later = (ms) => new Promise((passed) => setTimeout(passed, ms));

/**
 * A new key, and a client that has just spoken to its server: what is cut or held is then the claim of this key.
 * In a cluster all of these keys are on one server, by the word in braces.
 */
async function connectedKey(store) {
  await (await claimAgain(store, newKey("{lost}-before"))).release();
  return newKey("{lost}");
}

// A client that has lost its connection may fail until it has another one.
const claimAgain = (store, key) => poll(() => store.claim(key).catch(() => undefined));

const stateOf = async (store, key) => (await store.claim(key).catch(() => undefined))?.state;

/** Another process claims the delivery soon, and handles it once. */
async function isSoonHandled(store, key) {
  const claim = await poll(async () => {
    const answer = await store.claim(key).catch(() => undefined);
    return answer?.state === "claimed" ? answer : undefined;
  }, SOON);
  await claim.complete();
  await done(store, key);
}
