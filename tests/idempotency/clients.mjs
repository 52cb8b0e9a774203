// Clients: each store over its real client, opened alike here and in the receivers' processes.
import { requireLibrary } from "../tools/paths.mjs";

/**
 * Opens a store of `kind` at `where`: `make(options)` returns a store over what stands there.
 *
 * @param options.timeoutMs - after that long a command is given up, by the option that the docs of the store name
 * @param options.resends - false: what was sent before the connection was lost is not sent again, where the client can be told
 * @param options.portOf - the port that a node of a cluster has for this client, from its own port
 */
export const open = (kind, where, stores, options = {}) => KINDS[kind](where, stores, options);

const KINDS = {
  memory: (_, { memory }) => ({ make: memory, close: () => undefined }),

  "redis, ioredis": (url, { redis }, { timeoutMs, resends = true }) => {
    const client = new (requireLibrary("ioredis").Redis)(url, {
      ...ioredisGivingUp(timeoutMs),
      ...(resends ? {} : { maxRetriesPerRequest: 0 }),
    });
    client.on("error", () => undefined); // it connects again by itself
    return { client, make: (options) => redis(client, options), close: () => client.disconnect() };
  },

  "redis, node-redis": async (url, { redis }, { timeoutMs }) => {
    const { createClient } = requireLibrary("redis");
    const client = createClient({ url, ...(timeoutMs && givingUpAfter(timeoutMs)) });
    client.on("error", () => undefined); // it connects again by itself
    await client.connect();
    return { client, make: (options) => redis(client, options), close: () => client.destroy() };
  },

  "redis cluster, ioredis": (urls, { redis }, { timeoutMs, portOf = same }) => {
    const redisOptions = ioredisGivingUp(timeoutMs);
    const natMap = (key) => ({ host: "127.0.0.1", port: portOf(Number(key.split(":").at(-1))) });
    const client = new (requireLibrary("ioredis").Cluster)(urls.split(","), { natMap, redisOptions });
    client.on("error", () => undefined);
    return { client, make: (options) => redis(client, options), close: () => client.disconnect() };
  },

  "redis cluster, node-redis": async (urls, { redis }, { timeoutMs, portOf = same }) => {
    const rootNodes = urls.split(",").map((url) => ({ url }));
    const nodeAddressMap = (address) => ({ host: "127.0.0.1", port: portOf(Number(address.split(":").at(-1))) });
    const defaults = timeoutMs ? givingUpAfter(timeoutMs) : {};
    const client = requireLibrary("redis").createCluster({ rootNodes, nodeAddressMap, defaults });
    client.on("error", () => undefined).on("node-error", () => undefined);
    await client.connect();
    return { client, make: (options) => redis(client, options), close: () => client.destroy() };
  },

  "postgres, pg": async (url, { postgres, postgresTable }, { timeoutMs }) => {
    const client = new (requireLibrary("pg").Pool)({ connectionString: url, ...pgGivingUp(timeoutMs) });
    client.on("error", () => undefined); // of an idle connection: the pool opens another
    // A migration runs once: of two at the same moment one would fail.
    if (!process.send) await client.query(postgresTable());
    return { client, make: (options) => postgres(client, options), close: () => client.end() };
  },
};

const same = (port) => port;

const ioredisGivingUp = (ms) => (ms ? { commandTimeout: ms } : {});

const pgGivingUp = (ms) => (ms ? { connectionTimeoutMillis: ms, query_timeout: ms } : {});

const givingUpAfter = (ms) => ({
  commandOptions: { timeout: ms }, // of what waits to be sent
  socket: { socketTimeout: ms, reconnectStrategy: () => 100 }, // of what was sent
  pingInterval: ms / 2,
});
