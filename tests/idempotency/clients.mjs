// Clients: each store over its real client, opened alike here and in the receivers' processes.
import { requireLibrary } from "../tools/paths.mjs";

/**
 * Opens a store of `kind` at `where`: `make(options)` returns a store over what stands there.
 *
 * @param timeoutMs - after that long a command is given up, by the option that the docs of the store name
 */
export const open = (kind, where, stores, timeoutMs) => KINDS[kind](where, stores, timeoutMs);

const KINDS = {
  memory: (_, { memory }) => ({ make: memory, close: () => undefined }),

  "redis, ioredis": (url, { redis }, timeoutMs) => {
    const client = new (requireLibrary("ioredis").Redis)(url, timeoutMs ? { commandTimeout: timeoutMs } : {});
    return { client, make: (options) => redis(client, options), close: () => client.disconnect() };
  },

  "redis, node-redis": async (url, { redis }, timeoutMs) => {
    const { createClient } = requireLibrary("redis");
    const client = createClient({ url, ...(timeoutMs && givingUpAfter(timeoutMs)) });
    client.on("error", () => undefined); // it connects again by itself
    await client.connect();
    return { client, make: (options) => redis(client, options), close: () => client.destroy() };
  },

  "redis cluster, ioredis": (urls, { redis }) => {
    const client = new (requireLibrary("ioredis").Cluster)(urls.split(","));
    return { client, make: (options) => redis(client, options), close: () => client.disconnect() };
  },

  "redis cluster, node-redis": async (urls, { redis }) => {
    const rootNodes = urls.split(",").map((url) => ({ url }));
    const client = await requireLibrary("redis").createCluster({ rootNodes }).connect();
    return { client, make: (options) => redis(client, options), close: () => client.destroy() };
  },

  "postgres, pg": async (url, { postgres, postgresTable }, timeoutMs) => {
    const client = new (requireLibrary("pg").Pool)({ connectionString: url, query_timeout: timeoutMs });
    // A migration runs once: of two at the same moment one would fail.
    if (!process.send) await client.query(postgresTable());
    return { client, make: (options) => postgres(client, options), close: () => client.end() };
  },
};

const givingUpAfter = (ms) => ({
  commandOptions: { timeout: ms }, // of what waits to be sent
  socket: { socketTimeout: ms, reconnectStrategy: () => 100 }, // of what was sent
  pingInterval: ms / 2,
});
