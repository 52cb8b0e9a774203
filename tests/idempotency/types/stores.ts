// Stores: the clients of each library go in without a cast. Compiled with the libraries installed, never run.

import { durableObject, memory, postgres, redis, type IdempotencyStore } from "countersign/idempotency";
import { Cluster, Redis } from "ioredis";
import { Client, Pool } from "pg";
import { createClient, createClientPool, createCluster } from "redis";

const rootNodes = [{ url: "redis://localhost" }];
export const stores: readonly IdempotencyStore[] = [
  memory({ maxEntries: 10, ttlSeconds: 5 }),
  redis(new Redis("redis://localhost", { commandTimeout: 2000 })),
  redis(new Cluster([{ host: "localhost", port: 6379 }]), { prefix: "mine:" }),
  redis(createClient()),
  redis(await createClient({ url: "redis://localhost", RESP: 2 }).connect()),
  redis(createClientPool()),
  redis(createCluster({ rootNodes })),
  postgres(new Pool()),
  postgres(new Client(), { table: "webhooks.deliveries", leaseSeconds: 5 }),
  postgres(await new Pool().connect()),
  postgres({ query: async (text: string, values?: unknown[]) => ({ rows: [{ text, values }] }) }),
];

// @ts-expect-error: a url is no client
redis("redis://localhost");
// @ts-expect-error: nor is a pool of PostgreSQL
redis(new Pool());
// @ts-expect-error: a pool, not its options
postgres({ connectionString: "" });
// @ts-expect-error: the binding, not its name
durableObject("DELIVERIES");
// @ts-expect-error: the option is ttlSeconds
redis(new Redis(), { ttl: 5 });
