// Types: what every adapter exports beside its own.

export type { Handling, Routes } from "./handler.ts";
export type { Checker, ReceiveOptions, WaitUntil, WebhookInput } from "./options.ts";
export type { Answer, Reply } from "./reply.ts";
export type { Answering, Handler } from "./routes.ts";
export type { Claim, Claimed, Done, IdempotencyStore, InProgress } from "../idempotency/store.ts";
