// Claim: what a store answered, before anything is done with it.

import type { Claim, IdempotencyStore } from "../idempotency/store.ts";

/**
 * Claims a delivery. A store that answers none of the three states claims nothing: without this, a forgotten
 * `return` would switch idempotency off.
 *
 * @throws `TypeError` for such an answer; and what the store throws
 */
export async function claimOf(store: IdempotencyStore | undefined, key: string): Promise<Claim | undefined> {
  if (store === undefined) return undefined;
  const answer: unknown = await store.claim(key);
  if (isClaim(answer)) return answer;
  const hint = answer === undefined ? ' Is a "return" missing in claim()?' : "";
  throw new TypeError(`claim() of the idempotency store: expected ${EXPECTED}; got ${described(answer)}.${hint}`);
}

const EXPECTED =
  '{ state: "claimed", complete, release }, { state: "in-progress", retryAfterSeconds } or { state: "done" }';

function isClaim(answer: unknown): answer is Claim {
  const { state, complete, release } = (answer ?? {}) as { [Name in "state" | "complete" | "release"]?: unknown };
  if (state === "claimed") return typeof complete === "function" && typeof release === "function";
  return state === "in-progress" || state === "done";
}

// What a store remembers may be anything, so only its kind is told, and a state that is a word.
function described(answer: unknown): string {
  if (answer === null || typeof answer !== "object") return answer == null ? String(answer) : `a ${typeof answer}`;
  const { state } = answer as { state?: unknown };
  if (state === "claimed") return "a claim without complete() or release()";
  return typeof state === "string" && /^[\w-]{1,30}$/.test(state)
    ? `the state "${state}"`
    : "an object without such a state";
}
