// Samples of two classes -> the strongest sign that they do not take the same time.
//
// As dudect does it (Reparaz, Balasch, Verbauwhede: "dude, is my code constant time?", 2017): Welch's t-test, once on
// everything and once below each of a hundred percentiles, because interrupts hide small differences in a long tail;
// and of second order, on the squared distance from the mean, which sees two classes that differ in spread alone.

/** Below it nothing was found; dudect's bound, and that of test vector leakage assessment. */
export const BOUND = 4.5;

const CROPS = 100;
/** With fewer samples of a class below a limit, their moments say little. */
const ENOUGH = 5000;

/**
 * @param samples - a Uint32Array: the class in the highest bit, nanoseconds below it
 * @returns the t of greatest size, its order (1: the mean, 2: the spread), and how many samples it is of
 */
export function strongestSign(samples) {
  const classes = [0, 1].map((which) =>
    Float64Array.from(
      samples.filter((sample) => sample >>> 31 === which),
      timeOf,
    ),
  );
  let strongest = { t: 0, order: 0, size: 0 };
  for (const limit of limitsOf(samples)) {
    const [one, other] = classes.map((times) => momentsBelow(limit, times));
    if (Math.min(one.size, other.size) < ENOUGH) continue;
    const size = one.size + other.size;
    for (const [order, t] of [welch(one, other), welch(spread(one), spread(other))].entries()) {
      if (Math.abs(t) > Math.abs(strongest.t)) strongest = { t, order: order + 1, size };
    }
  }
  return strongest;
}

/** Nanoseconds by which the second class is slower, in the middle. */
export function differenceOfMedians(samples) {
  const [one, other] = [0, 1].map((which) => {
    const times = samples
      .filter((sample) => sample >>> 31 === which)
      .map(timeOf)
      .sort();
    return times[times.length >> 1];
  });
  return other - one;
}

const timeOf = (sample) => sample & 0x7fff_ffff;

// Most of them close to the top, where the tail begins.
function limitsOf(samples) {
  const sorted = samples.map(timeOf).sort();
  const limits = Array.from({ length: CROPS }, (_, at) => {
    const part = 1 - 0.5 ** ((10 * (at + 1)) / CROPS);
    return sorted[Math.floor(part * (sorted.length - 1))];
  });
  return [...new Set(limits), Infinity];
}

function momentsBelow(limit, times) {
  let [size, sum] = [0, 0];
  for (const time of times) {
    if (time >= limit) continue;
    size += 1;
    sum += time;
  }
  const mean = sum / size;
  let [squares, fourths] = [0, 0];
  for (const time of times) {
    if (time >= limit) continue;
    const square = (time - mean) ** 2;
    squares += square;
    fourths += square ** 2;
  }
  return { size, mean, squares, fourths };
}

/** The moments of the squared distances from the mean. */
function spread({ size, squares, fourths }) {
  return { size, mean: squares / size, squares: fourths - squares ** 2 / size };
}

function welch(one, other) {
  const error = ({ size, squares }) => squares / (size - 1) / size;
  const t = (other.mean - one.mean) / Math.sqrt(error(one) + error(other));
  // All of them are equal: a coarse clock, and no spread below this limit.
  return Number.isFinite(t) ? t : 0;
}
