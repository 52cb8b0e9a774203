// A key of HMAC-SHA-256 → the two states that a verifier prepares from it, as they lie in memory. Whoever has them
// signs without the key, and no crypto library hands them out: so the compression function once more (FIPS 180-4).
const primes = [];
for (let number = 2; primes.length < 64; number++) if (primes.every((prime) => number % prime)) primes.push(number);
const fraction = (root) => Math.floor((root % 1) * 2 ** 32) >>> 0;
const CONSTANTS = primes.map((prime) => fraction(Math.cbrt(prime)));
const START = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

/** The inner and the outer state of a key of at most 64 bytes. */
export function preparedKeys(key) {
  return [0x36, 0x5c].map((pad) => stateAfter(Buffer.concat([key], 64).map((byte) => byte ^ pad)));
}

function stateAfter(block) {
  const words = Array.from({ length: 16 }, (_, index) => Buffer.from(block).readUInt32BE(index * 4));
  for (let index = 16; index < 64; index++) {
    const [early, late] = [words[index - 15], words[index - 2]];
    const mixed = turn(early, 7, 18) ^ (early >>> 3);
    const folded = turn(late, 17, 19) ^ (late >>> 10);
    words.push((words[index - 16] + mixed + words[index - 7] + folded) >>> 0);
  }
  const end = words.reduce(round, START);
  const bytes = Buffer.alloc(32);
  START.forEach((start, index) => bytes.writeUInt32LE((start + end[index]) >>> 0, index * 4));
  return bytes;
}

function round([a, b, c, d, e, f, g, h], word, index) {
  const first = h + (turn(e, 6, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + CONSTANTS[index] + word;
  const second = (turn(a, 2, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
  return [(first + second) >>> 0, a, b, c, (d + first) >>> 0, e, f, g];
}

/** The word rotated right by each of `counts`, added without carry. */
function turn(word, ...counts) {
  return counts.reduce((sum, count) => sum ^ ((word >>> count) | (word << (32 - count))), 0);
}
