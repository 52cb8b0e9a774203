// The last line of every runner: one JSON object that the matrix reads.

const NOTHING = { vectors: 0, checks: 0, disagreements: [], notCarried: {} };

/** Prints what a run of the portable suite found, under the name of the runtime that ran it. */
export function report(runtime, version, mode, found) {
  console.log(JSON.stringify({ runtime, version, mode, ...NOTHING, ...found }));
}
