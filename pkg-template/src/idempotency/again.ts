// Again: what a store sends once more when an answer was lost. The server may have carried out the step, or may do so
// later: it was paused, or it reads the old connection after the new one. So one release is not enough.

const FIRST_WAIT_MS = 500;
/** Timers cannot wait longer than 24 days. */
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000;

/**
 * Claims a delivery. If that fails, the claim may stand although nobody handles the delivery: then it is released in
 * the background, or the sender would be told 409 until its lease ends.
 *
 * @param release - releases this claim and no other; whether it was there
 */
export async function claimOrRelease<Answer>(
  claim: () => Promise<Answer>,
  release: () => Promise<boolean>,
  leaseMs: number,
): Promise<Answer> {
  try {
    return await claim();
  } catch (error) {
    // A release that finds nothing may have overtaken the claim.
    void repeat(release, 0, leaseMs);
    throw error;
  }
}

/** Does what may be done twice. If that fails, it is done again in the background, until it succeeds once. */
export async function doOrRepeat(step: () => Promise<unknown>, leaseMs: number): Promise<void> {
  try {
    await step();
  } catch (error) {
    void repeat(() => step().then(() => true), FIRST_WAIT_MS, leaseMs);
    throw error;
  }
}

/** Repeats a step until it is over, with waits that double, for about as long as the lease. Never rejects. */
async function repeat(step: () => Promise<boolean>, firstWaitMs: number, leaseMs: number): Promise<void> {
  for (let waitMs = firstWaitMs; waitMs <= Math.min(leaseMs, LONGEST_WAIT_MS); waitMs = waitMs * 2 || FIRST_WAIT_MS) {
    if (waitMs > 0) await pause(waitMs);
    if (await step().catch(() => false)) return;
  }
}

// A process that has nothing else to do may end.
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms) as unknown as { unref?(): void }; // a number outside of Node and Bun
    timer.unref?.();
  });
}
