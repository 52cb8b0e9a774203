// What is particular to one store.
import { claimed, done, holds, inProgress, newKey, poll } from "./contract.mjs";

export const memoryTests = ({ memory }) => {
  const at = (options) => {
    const clock = { now: 0 };
    return [memory({ ...options, now: () => clock.now }), clock];
  };
  return {
    async "memory: a lease of 60 s and a time to live of 24 h, to the millisecond"() {
      const [store, clock] = at();
      await claimed(store, "a");
      clock.now = 59_999;
      holds((await inProgress(store, "a")).retryAfterSeconds === 1, "what is left is rounded up");
      clock.now = 60_000;
      await (await claimed(store, "a")).complete();
      clock.now += 86_399_999;
      await done(store, "a");
      clock.now += 1;
      await claimed(store, "a");
    },

    async "memory: after the lease release() frees nothing, and complete() counts"() {
      const [store, clock] = at();
      const late = await claimed(store, "a");
      clock.now = 60_000;
      const other = await claimed(store, "a");
      late.release();
      await inProgress(store, "a");
      late.complete();
      await done(store, "a");
      other.release();
      await done(store, "a");
    },

    async "memory: the oldest goes first when there is no room"() {
      const [store] = at({ maxEntries: 2 });
      const first = await claimed(store, "a");
      await claimed(store, "b");
      first.complete(); // what was written last is the youngest
      await claimed(store, "c");
      await done(store, "a");
      await inProgress(store, "c");
      await claimed(store, "b");
    },
  };
};

export const redisTests = ({ redis }) => ({
  async "redis: a fresh delivery takes one command, and its key begins with the prefix"(make, client) {
    const [key, asked] = [newKey(), []];
    const spy = like(client, (...args) => asked.push(args) && client.eval(...args));
    await claimed(redis(spy), key);
    await claimed(redis(spy, { prefix: "mine:" }), key);
    holds(asked.length === 2, `${asked.length} commands for two claims`);
    for (const name of [`countersign:${key}`, `mine:${key}`]) holds((await client.exists(name)) === 1, `no ${name}`);
  },

  async "redis: a claim that the client sends again, as its reply was lost, is still claimed"(make, client) {
    const key = newKey();
    const again = async (...args) => (await client.eval(...args), client.eval(...args));
    await claimed(redis(like(client, again)), key);
    await inProgress(make(), key);
  },
});

// The client as a store knows it, with another eval().
const like = ({ defineCommand, isOpen }, other) => ({ defineCommand, isOpen, eval: other });

export const postgresTests = ({ postgres, postgresTable }) => ({
  async "postgres: a fresh delivery takes one statement"(make, client) {
    const asked = [];
    const spy = { query: (...args) => asked.push(args) && client.query(...args) };
    await claimed(postgres(spy), "fresh");
    holds(asked.length === 1, `${asked.length} statements`);
  },

  async "postgres: every handled delivery takes ten rows along that have ended"(make, client) {
    const table = "public.select"; // a reserved word is as good as any
    await client.query(postgresTable(table));
    await client.query(postgresTable(table));
    const brief = postgres(client, { table, ttlSeconds: 0.05 });
    for (let at = 0; at < 25; at += 1) await (await claimed(brief, `old-${at}`)).complete();
    const count = async (where) =>
      Number((await client.query(`SELECT count(*) FROM public."select" WHERE ${where}`)).rows[0].count);
    await poll(async () => ((await count("ends_at < now()")) === (await count("true")) ? true : undefined));
    const before = await count("true");
    const store = postgres(client, { table });
    await claimed(store, "under way");
    await (await claimed(store, "new")).complete();
    const after = await count("ends_at < now()");
    holds(after === Math.max(0, before - 10), `of ${before} ended rows ${after} are left`);
    await done(store, "new");
    await inProgress(store, "under way");
  },
});
