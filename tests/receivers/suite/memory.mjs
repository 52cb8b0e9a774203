// Memory: the store of one process, with a clock that the tests turn.

/** A store, and the clock that it asks. */
function withClock({ memory }, options = {}) {
  const clock = { ms: 1_000_000 };
  return { clock, store: memory({ now: () => clock.ms, ...options }) };
}

const stateOf = (claim) => claim.state;

export const tests = {
  "remembers what was handled for a day, to the millisecond"(countersign, test) {
    const { clock, store } = withClock(countersign);
    store.claim("a").complete();
    clock.ms += 86_400_000 - 1;
    test.equal(store.claim("a"), { state: "done" });
    clock.ms += 1;
    test.equal(stateOf(store.claim("a")), "claimed");
  },

  "remembers for as long as ttlSeconds says, from the end of the handling"(countersign, test) {
    const { clock, store } = withClock(countersign, { ttlSeconds: 10 });
    const claim = store.claim("a");
    clock.ms += 5_000;
    claim.complete();
    clock.ms += 9_999;
    test.equal(stateOf(store.claim("a")), "done");
    clock.ms += 1;
    test.equal(stateOf(store.claim("a")), "claimed");
  },

  "leases a claim for a minute, and says what is left of it"(countersign, test) {
    const { clock, store } = withClock(countersign);
    test.equal(stateOf(store.claim("a")), "claimed");
    for (const [ms, retryAfterSeconds] of [
      [0, 60],
      [1, 60],
      [999, 59],
      [58_999, 1],
    ]) {
      clock.ms += ms;
      test.equal(store.claim("a"), { state: "in-progress", retryAfterSeconds });
    }
    clock.ms += 1;
    test.equal(stateOf(store.claim("a")), "claimed", "after 60 seconds");
  },

  "frees a claim that is released, and only one's own"(countersign, test) {
    const { clock, store } = withClock(countersign, { leaseSeconds: 5 });
    const crashed = store.claim("a");
    crashed.release();
    const slow = store.claim("a");
    test.equal(stateOf(slow), "claimed");
    crashed.release();
    test.equal(stateOf(store.claim("a")), "in-progress", "released twice");
    clock.ms += 5_000;
    test.equal(stateOf(store.claim("a")), "claimed", "after the lease");
    slow.release();
    test.equal(stateOf(store.claim("a")), "in-progress", "the late release frees not the other's");
  },

  "keeps what is done, even when another claim is released afterwards"(countersign, test) {
    const { clock, store } = withClock(countersign, { leaseSeconds: 5 });
    const slow = store.claim("a");
    clock.ms += 5_000;
    const other = store.claim("a");
    slow.complete();
    other.release();
    test.equal(stateOf(store.claim("a")), "done");
  },

  "keeps keys apart, also those that objects have by birth"(countersign, test) {
    const { store } = withClock(countersign);
    for (const key of ["a", "A", "", "__proto__", "constructor", "a:b"]) {
      test.equal(stateOf(store.claim(key)), "claimed", key);
      test.equal(stateOf(store.claim(key)), "in-progress", key);
    }
  },

  "holds at most maxEntries, and forgets the oldest first"(countersign, test) {
    const { store } = withClock(countersign, { maxEntries: 3 });
    for (const key of ["a", "b", "c"]) store.claim(key).complete();
    store.claim("d");
    test.equal(
      ["b", "c"].map((key) => stateOf(store.claim(key))),
      ["done", "done"],
    );
    test.equal(stateOf(store.claim("d")), "in-progress");
    test.equal(stateOf(store.claim("a")), "claimed", "the oldest is forgotten");
    test.equal(stateOf(store.claim("c")), "done");
    test.equal(stateOf(store.claim("b")), "claimed", "and then the next");
  },

  "counts age from the end of the handling, not from its start"(countersign, test) {
    const { store } = withClock(countersign, { maxEntries: 2 });
    const first = store.claim("first");
    store.claim("second").complete();
    first.complete();
    store.claim("third");
    test.equal(stateOf(store.claim("first")), "done");
  },

  "makes room of what has expired before anything else"(countersign, test) {
    const { clock, store } = withClock(countersign, { maxEntries: 2, leaseSeconds: 1, ttlSeconds: 100 });
    store.claim("crashed");
    clock.ms += 500;
    store.claim("done").complete();
    clock.ms += 500;
    store.claim("new");
    test.equal([stateOf(store.claim("done")), stateOf(store.claim("new"))], ["done", "in-progress"]);
  },

  "refuses options that cannot be"(countersign, test) {
    const { memory } = countersign;
    const refusal = (options) => test.throws(() => memory(options), "OPTION_INVALID", JSON.stringify(options)).message;
    for (const name of ["ttlSeconds", "leaseSeconds"])
      for (const value of [0, -1, NaN, Infinity, "60", null])
        test.matches(refusal({ [name]: value }), new RegExp(`^${name} is .*: expected a number of seconds > 0`));
    for (const maxEntries of [0, -1, 1.5, Infinity, "10", null])
      test.matches(refusal({ maxEntries }), /^maxEntries is .*: expected an integer >= 1/);
    for (const now of [0, null, "now", new Date(0)]) test.matches(refusal({ now }), /^now is .*: expected a function/);
    test.matches(refusal({ ttl: 60 }), /^"ttl" is not an option\. Did you mean "ttlSeconds"\?/);
    test.matches(refusal({ max: 60 }), /^"max" is not an option\. Did you mean "maxEntries"\?/);
    test.matches(refusal({ colour: 60 }), /^One of the names is not an option\./);
    for (const options of [null, [], 60]) test.matches(refusal(options), /expected a plain object/);
  },
};
