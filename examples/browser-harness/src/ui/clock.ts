// Clock: how finely it ticks, so that no time is told that it cannot tell.

/** How far apart two readings of the clock are at least, in ms: browsers make it coarse on purpose. */
export function tickOfClock(): number {
  let least = Infinity;
  for (let times = 0; times < 10; times += 1) least = Math.min(least, nextTick());
  return least;
}

function nextTick(): number {
  const start = performance.now();
  let end = start;
  while (end === start) end = performance.now();
  return end - start;
}
