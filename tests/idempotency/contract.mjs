// The contract of a store: one suite for every store. ECMAScript and timers only, for it also runs inside a Worker.

/** What any store keeps. Each test is a sentence, and a function of `make(options)`, which returns a store. */
export const contract = {
  async "the first claim is claimed, the next ones are in progress, and after complete() done"(make) {
    const [store, key] = [make(), newKey()];
    const claim = await claimed(store, key);
    const busy = await inProgress(store, key);
    holds(busy.retryAfterSeconds >= 30 && busy.retryAfterSeconds <= 60, `a lease of 60 s: ${shown(busy)}`);
    await claim.complete();
    await done(store, key);
  },

  async "what is left of the lease is told in whole seconds, rounded up, and never 0"(make) {
    const [long, short] = [newKey(), newKey()];
    const [patient, hasty] = [make({ leaseSeconds: 89.5 }), make({ leaseSeconds: 0.5 })];
    await claimed(patient, long);
    const { retryAfterSeconds: left } = await inProgress(patient, long);
    holds(Number.isInteger(left) && left >= 60 && left <= 90, `of 89.5 s: ${left}`);
    await claimed(hasty, short);
    const answer = await hasty.claim(short);
    holds(answer.state === "claimed" || answer.retryAfterSeconds === 1, `of 0.5 s: ${shown(answer)}`);
  },

  async "release() frees at once"(make) {
    const [store, key] = [make(), newKey()];
    await (await claimed(store, key)).release();
    await (await claimed(store, key)).release();
    await (await claimed(store, key)).complete();
    await done(store, key);
  },

  async "a claim that nobody ends is free after its lease, and not before"(make) {
    const [store, key] = [make({ leaseSeconds: 0.4 }), newKey()];
    const before = Date.now();
    await claimed(store, key);
    await soonClaimed(store, key);
    holds(Date.now() - before >= 390, `free after ${Date.now() - before} ms`);
  },

  async "what was handled is remembered for the time to live, whatever the lease, and then forgotten"(make) {
    const [store, key] = [make({ leaseSeconds: 0.1, ttlSeconds: 0.6 }), newKey()];
    const claim = await claimed(store, key);
    const before = Date.now();
    await claim.complete();
    await done(store, key);
    await soonClaimed(store, key, "done");
    holds(Date.now() - before >= 590, `forgotten after ${Date.now() - before} ms`);
  },

  async "stores of other prefixes do not see each other"(make) {
    const [one, other, key] = [make({ prefix: "one:" }), make({ prefix: "other:" }), newKey()];
    await (await claimed(one, key)).complete();
    await claimed(other, key);
    await done(one, key);
  },

  async "keys with odd characters are told apart"(make) {
    const store = make();
    const keys = ODD.map((odd) => `agentbot:${newKey()}${odd}`);
    const claims = await Promise.all(keys.map((key) => claimed(store, key)));
    await Promise.all(keys.map((key) => inProgress(store, key)));
    await Promise.all(claims.slice(1).map((claim) => claim.complete()));
    await Promise.all(keys.slice(1).map((key) => done(store, key)));
    await claims[0].release();
    await claimed(store, keys[0]);
  },

  async "of 200 concurrent claims one is claimed, and the others are in progress"(make) {
    const [store, key] = [make(), newKey()];
    const claims = await Promise.all(Array.from({ length: 200 }, () => store.claim(key)));
    holds(count(claims, "claimed") === 1, `${count(claims, "claimed")} were claimed`);
    holds(count(claims, "in-progress") === 199, `${count(claims, "in-progress")} were in progress`);
  },
};

/** What a store keeps that many processes share: here `make(options)` returns stores over the same storage. */
export const sharedContract = {
  ...contract,

  async "what one store claimed or handled, the others know"(make) {
    const key = newKey();
    const claim = await claimed(make(), key);
    await inProgress(make(), key);
    await claim.complete();
    await done(make(), key);
  },

  async "release() after another's claim frees nothing"(make) {
    const [store, key] = [make(), newKey()];
    const late = await claimed(make({ leaseSeconds: 0.1 }), key);
    const other = await soonClaimed(store, key);
    await late.release();
    await inProgress(store, key);
    await other.complete();
    await late.release();
    await other.release();
    await done(store, key);
  },

  async "complete() after the lease counts, even if another has claimed it since"(make) {
    const [store, key] = [make(), newKey()];
    const slow = await claimed(make({ leaseSeconds: 0.1 }), key);
    const other = await soonClaimed(store, key);
    await slow.complete();
    await done(store, key);
    await other.release();
    await done(store, key);
  },

  async "a lease that ended is taken over by one of 50 concurrent claims"(make) {
    const [store, key] = [make(), newKey()];
    await claimed(make({ leaseSeconds: 0.2 }), key);
    const taken = await poll(async () => {
      const claims = await Promise.all(Array.from({ length: 50 }, () => store.claim(key)));
      return count(claims, "claimed") || undefined;
    });
    holds(taken === 1, `${taken} took it over`);
  },

  async "of 200 concurrent claims through two stores one is claimed"(make) {
    const [stores, key] = [[make(), make()], newKey()];
    const claims = await Promise.all(Array.from({ length: 200 }, (_, at) => stores[at % 2].claim(key)));
    holds(count(claims, "claimed") === 1, `${count(claims, "claimed")} were claimed`);
  },
};

/** Runs these tests all at once: most of it is waiting. Returns how many passed, and sentences of what failed. */
export async function runContract(tests, ...given) {
  const failures = await Promise.all(
    Object.entries(tests).map(([name, test]) =>
      Promise.resolve(test(...given)).then(
        () => [],
        (error) => [`${name}: ${error.message}`],
      ),
    ),
  );
  const passed = failures.filter((failure) => failure.length === 0).length;
  return { passed, failures: failures.flat() };
}

const ODD = ["", " ", "{a}", "{b}", "\u0000", "\n", "'; DROP TABLE countersign_deliveries; --", "%00", "/../x?y#z"];
ODD.push("ключ", "🔑", '"\\', "*[a-z]?", "x".repeat(1024), `${"x".repeat(1023)}y`, "\u0000".repeat(1024));

/** A key that no other test claims, whichever store it runs on. */
export const newKey = (name = "key") => `${name}-${crypto.randomUUID()}`;

async function expected(store, key, state) {
  const claim = await store.claim(key);
  holds(claim.state === state, `expected ${state}, got ${shown(claim)}`);
  return claim;
}

export const claimed = (store, key) => expected(store, key, "claimed");
export const inProgress = (store, key) => expected(store, key, "in-progress");
export const done = (store, key) => expected(store, key, "done");

/** Claims a delivery as soon as that can be; until then it must be what it was. */
async function soonClaimed(store, key, until = "in-progress") {
  return poll(async () => {
    const claim = await store.claim(key);
    if (claim.state === "claimed") return claim;
    holds(claim.state === until, `expected ${until}, then claimed; got ${shown(claim)}`);
  });
}

/** Asks until there is an answer. */
export async function poll(ask, seconds = 30) {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; ) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((later) => setTimeout(later, 20));
  }
  throw new Error(`nothing came of it in ${seconds} s`);
}

export function holds(isSo, problem) {
  if (!isSo) throw new Error(problem);
}

const count = (claims, state) => claims.filter((claim) => claim.state === state).length;
const shown = ({ state, retryAfterSeconds }) => `${state}${retryAfterSeconds ? ` for ${retryAfterSeconds} s` : ""}`;
