// countersign/idempotency: each delivery handled once, however often it comes.

export { memory, type MemoryOptions } from "./memory.ts";
export type { Claim, Claimed, Done, IdempotencyStore, InProgress, StoreOptions } from "./store.ts";
