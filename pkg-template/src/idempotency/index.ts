// countersign/idempotency: each delivery handled once, however often it comes.

export { DeliveryObject, durableObject, type DeliveryNamespace, type DeliveryReply } from "./durable-object.ts";
export type { DeliveryState } from "./durable-object.ts";
export { memory, type MemoryOptions } from "./memory.ts";
export { postgres, postgresTable, type PostgresClient, type PostgresOptions } from "./postgres.ts";
export { redis, type IoRedisClient, type NodeRedisClient, type RedisClient } from "./redis.ts";
export type { Claim, Claimed, Done, IdempotencyStore, InProgress, StoreOptions } from "./store.ts";
