// Redis: a store that many processes share. Each step is one script on one key, so it is atomic, one
// round trip, and at home on any node of a cluster.

import { NOT_A_REDIS_CLIENT, refuse } from "../refusal/sentences.ts";
import { claimOrRelease, doOrRepeat } from "./again.ts";
import { admitStoreOptions, retryAfterSeconds } from "./options.ts";
import type { Claim, IdempotencyStore, StoreOptions } from "./store.ts";

/** The part of `Redis` and `Cluster` of ioredis that is used. */
export interface IoRedisClient {
  eval(script: string, numKeys: number, ...keysAndArguments: string[]): Promise<unknown>;
  defineCommand(...definition: never): unknown;
}

/** The part that is used of what node-redis makes: a client, a pool, a cluster or a sentinel. */
export interface NodeRedisClient {
  eval(script: string, given: { keys: string[]; arguments: string[] }): Promise<unknown>;
  readonly isOpen: boolean;
}

/** A client of ioredis, or of node-redis 4 and later. */
export type RedisClient = IoRedisClient | NodeRedisClient;

/**
 * Remembers deliveries in Redis 6 or later, Valkey, or a cluster of either. Redis forgets them by itself.
 *
 * A store that is down makes the receiver answer 500, and the provider tries again. Bound how long
 * that takes, or the provider gives up first. With ioredis:
 * ```js
 * new Redis(url, { commandTimeout: 2000 });
 * ```
 * The timeout of node-redis ends with the sending of a command: a silent connection has to be ended, too.
 * ```js
 * createClient({
 *   url,
 *   commandOptions: { timeout: 2000 },
 *   pingInterval: 1000,
 *   socket: { socketTimeout: 2000, reconnectStrategy: (retries) => Math.min(retries * 100, 2000) },
 * });
 * ```
 * A Redis that evicts keys, or fails over to a replica that lags, forgets early: then a duplicate is
 * handled twice.
 *
 * @param client - a connected client, which stays yours to close
 * @throws {@link WebhookError} `OPTION_INVALID`
 * @example
 * receive(webhook, handler, { idempotency: redis(new Redis(process.env.REDIS_URL)) });
 */
export function redis(client: RedisClient, options?: StoreOptions): IdempotencyStore {
  const run = runnerOf(client);
  const { ttlMs, leaseMs, prefix } = admitStoreOptions(options, [], "countersign:");

  return {
    async claim(name): Promise<Claim> {
      const key = prefix + name;
      const token = crypto.randomUUID();
      const complete = () => run(COMPLETE, key, String(ttlMs));
      const release = () => run(RELEASE, key, token);
      const isReleased = async () => Number(await release()) === 1;
      const answer = await claimOrRelease(() => run(CLAIM, key, token, String(leaseMs)), isReleased, leaseMs);
      if (answer === IS_DONE) return { state: "done" };
      const leftMs = Number(answer);
      if (leftMs > 0) return { state: "in-progress", retryAfterSeconds: retryAfterSeconds(leftMs) };
      if (answer !== IS_MINE) throw new TypeError("Redis answered a claim with what no claim is answered with");
      return {
        state: "claimed",
        complete: () => doOrRepeat(complete, leaseMs),
        release: () => doOrRepeat(release, leaseMs),
      };
    },
  };
}

const IS_DONE = "done";
const IS_MINE = "mine";

// A value is the token of the claim, until it is "done". What is left of another's lease is at least
// 1 ms. A client that lost its connection may send a script twice: its own token is its own claim.
const CLAIM = `
if redis.call("set", KEYS[1], ARGV[1], "NX", "PX", ARGV[2]) then return "${IS_MINE}" end
local value = redis.call("get", KEYS[1])
if value == ARGV[1] then return "${IS_MINE}" end
if value == "${IS_DONE}" then return value end
return math.max(1, redis.call("pttl", KEYS[1]))`;

const COMPLETE = `redis.call("set", KEYS[1], "${IS_DONE}", "PX", ARGV[1])`;

const RELEASE = `if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("del", KEYS[1]) end return 0`;

type Runner = (script: string, key: string, ...args: string[]) => Promise<unknown>;

// Only ioredis defines commands, and only node-redis has known since version 4, when it learnt
// promises, whether it is open.
function runnerOf(client: RedisClient): Runner {
  const given = client as Partial<IoRedisClient & NodeRedisClient> | undefined;
  if (typeof given?.eval === "function") {
    if (typeof given.defineCommand === "function")
      return async (script, key, ...args) => (client as IoRedisClient).eval(script, 1, key, ...args);
    if (typeof given.isOpen === "boolean")
      return async (script, key, ...args) => (client as NodeRedisClient).eval(script, { keys: [key], arguments: args });
  }
  throw refuse(NOT_A_REDIS_CLIENT);
}
