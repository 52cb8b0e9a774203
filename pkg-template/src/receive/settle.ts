// Settle: promises that nobody waits for. One that rejects would end the process.

import { isPlain, tagOf } from "../refusal/culprit.ts";

/** Promises of other realms and libraries, and those that begin when somebody asks for their result. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  const isObject = (typeof value === "object" && value !== null) || typeof value === "function";
  return isObject && typeof (value as Partial<PromiseLike<unknown>>).then === "function";
}

/** What a promise of any kind comes to, as one of this realm. */
export async function settled(value: PromiseLike<unknown>): Promise<unknown> {
  return await value;
}

export function ignore(): void {}

/**
 * Looks away from what a promise comes to that was thrown, or stands where no promise can: in a reply, in the answer of a
 * store. Only what has begun by itself is asked: a query of some libraries begins when it is.
 */
export function lookAway(value: unknown, depth = 2): void {
  try {
    if (tagOf(value) === "Promise") settled(value as Promise<unknown>).catch(ignore);
    if (depth > 0 && isPlain(value)) for (const part of Object.values(value)) lookAway(part, depth - 1);
  } catch {
    // It throws when it is looked at: it is no promise.
  }
}
