// Misuse: each mistake is told when the store is made, with what to write instead.
import { holds } from "./contract.mjs";

const client = { eval: () => undefined, isOpen: true };
const pool = { query: () => undefined };

/** Each test makes a store as nobody should: the detail that it is told, and a part of the sentence. */
const MISTAKES = {
  "a store of Redis without a client": ["not-a-redis-client", "new Redis(url)", ({ redis }) => redis()],
  "a url for a client of Redis": ["not-a-redis-client", "new Redis(url)", ({ redis }) => redis("redis://localhost")],
  "a client of node-redis 3": [
    "not-a-redis-client",
    "node-redis 4 or later",
    ({ redis }) => redis({ eval: () => true, EVAL: () => true }),
  ],
  "a prefix that is not a string": ["option-value", "expected a string", ({ redis }) => redis(client, { prefix: 5 })],
  "a lease of more than ten years": [
    "option-value",
    "at most 315360000",
    ({ redis }) => redis(client, { ttlSeconds: 1e18 }),
  ],
  "a time to live without an end": [
    "option-value",
    "ttlSeconds is Infinity",
    ({ memory }) => memory({ ttlSeconds: Infinity }),
  ],
  "an unknown option": ["option-unknown", "Did you mean", ({ redis }) => redis(client, { ttlSecond: 5 })],
  "an option that is near none, which may be a secret": [
    "option-unknown",
    "One of the names",
    ({ redis }) => redis(client, { whsec_secret: 5 }),
  ],
  "a lease of no time": ["option-value", "leaseSeconds is 0", ({ redis }) => redis(client, { leaseSeconds: 0 })],
  "a time to live in words": [
    "option-value",
    "ttlSeconds is a string",
    ({ postgres }) => postgres(pool, { ttlSeconds: "1h" }),
  ],
  "a store of PostgreSQL without a client": ["not-a-postgres-client", "new Pool()", ({ postgres }) => postgres()],
  "a table with SQL in it": ["option-value", "table", ({ postgres }) => postgres(pool, { table: 'a"; DROP TABLE b' })],
  "a table with a line break after it": ["option-value", "table", ({ postgres }) => postgres(pool, { table: "a\n" })],
  "a table in upper case": ["option-value", "lower-case", ({ postgresTable }) => postgresTable("Deliveries")],
  "a table with two dots": ["option-value", "schema.table", ({ postgresTable }) => postgresTable("a.b.c")],
  "a table too long for its index": [
    "option-value",
    "at most 54",
    ({ postgresTable }) => postgresTable("a".repeat(55)),
  ],
  "a table that is not a name": ["option-value", "table", ({ postgresTable }) => postgresTable(5)],
  "Durable Objects without a binding": [
    "not-a-namespace",
    "wrangler.jsonc",
    ({ durableObject }) => durableObject(undefined),
  ],
  "an object of the namespace for the namespace": [
    "not-a-namespace",
    "env.DELIVERIES",
    ({ durableObject }) => durableObject({ fetch() {} }),
  ],
  "memory for nothing": ["option-value", "maxEntries is 0", ({ memory }) => memory({ maxEntries: 0 })],
  "a clock that stands": ["option-value", "expected a function", ({ memory }) => memory({ now: 0 })],
};

/** Whoever answers with something else than the store asked for: no delivery may count as done, or as claimed. */
const STRANGERS = {
  "a client that speaks of other things": [
    "Redis answered",
    ({ redis }, said) => redis({ ...client, eval: () => said }),
  ],
  "a Durable Object of another class": [
    "no DeliveryObject",
    ({ durableObject }, said) => {
      const stub = { fetch: async () => ({ ok: true, status: 200, text: async () => String(said ?? "") }) };
      return durableObject({ idFromName: () => 1, get: () => stub });
    },
  ],
};

const strangers = Object.fromEntries(
  Object.entries(STRANGERS).map(([name, [part, make]]) => [
    `claims nothing of ${name}`,
    async (given) => {
      for (const said of [null, undefined, "", "0", 0, -1, "QUEUED", [], "Done"]) {
        const error = await make(given, said)
          .claim("key")
          .then(
            (claim) => claim.state,
            (thrown) => thrown,
          );
        holds(error instanceof TypeError && error.message.includes(part), `${JSON.stringify(said)}: ${error}`);
      }
    },
  ]),
);

const mistakes = Object.fromEntries(
  Object.entries(MISTAKES).map(([name, [detail, part, make]]) => [
    `refuses ${name}`,
    (given) => {
      const error = thrownBy(() => make(given));
      holds(error instanceof given.WebhookError, `threw ${error}`);
      holds(error.code === "OPTION_INVALID", error.code);
      holds(error.detail === detail, `${error.detail}: ${error.message}`);
      holds(error.message.includes(part), error.message);
      holds(!error.message.includes("whsec"), error.message);
    },
  ]),
);

export const misuse = { ...mistakes, ...strangers };

function thrownBy(action) {
  try {
    action();
  } catch (error) {
    return error;
  }
}
