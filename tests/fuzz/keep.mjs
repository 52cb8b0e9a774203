// What fuzzing found -> the inputs that are committed: those that reach most, within a size that a repository bears.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FILES_MAX = 200;
const BYTES_MAX = 58_000;
/** An edge never taken is worth this many new counts of known ones. */
const EDGE = 1000;

/**
 * Replaces the inputs in `folder` by the best of those that a merge of libFuzzer looked at.
 *
 * @param control - the merge's control file: what each input reached
 */
export function keep(control, folder) {
  const inputs = readControl(readFileSync(control, "utf8")).filter(({ bytes }) => bytes <= BYTES_MAX / 8);
  const reached = new Set();
  const chosen = [];
  let room = BYTES_MAX;
  for (let best; chosen.length < FILES_MAX && (best = next(inputs, reached, room)); room -= best.bytes) {
    for (const each of best.reaches.keys()) reached.add(each);
    chosen.push(readFileSync(best.path));
  }
  // Some of them may stand in the folder, so that it is emptied only now.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const input of chosen) {
    writeFileSync(join(folder, createHash("sha1").update(input).digest("hex").slice(0, 16)), input);
  }
  return { files: chosen.length, bytes: BYTES_MAX - room };
}

// Gains only shrink, so the list stays nearly sorted by what each input was worth when it was last asked.
function next(inputs, reached, room) {
  for (;;) {
    const first = inputs[0];
    if (first === undefined) return undefined;
    const worth = first.bytes > room ? 0 : gain(first, reached);
    inputs.shift();
    if (worth === 0) continue;
    if (worth >= (inputs[0]?.worth ?? 0)) return first;
    first.worth = worth;
    const place = inputs.findIndex((other) => other.worth < worth);
    inputs.splice(place < 0 ? inputs.length : place, 0, first);
  }
}

// A short input is replayed, and read, sooner than a long one.
function gain({ reaches, bytes }, reached) {
  let sum = 0;
  for (const [each, value] of reaches) if (!reached.has(each)) sum += value;
  return sum / (bytes + 2000);
}

/** The inputs of a control file, the most promising first. */
function readControl(text) {
  const lines = text.split("\n");
  const paths = lines.slice(2, 2 + Number(lines[0]));
  const inputs = paths.map((path) => ({ path, bytes: statSync(path).size, reaches: new Map(), worth: Infinity }));
  for (const line of lines.slice(2 + paths.length)) {
    const [kind, index, ...features] = line.split(" ");
    if (kind !== "FT") continue;
    const { reaches } = inputs[index];
    for (const feature of features) {
      reaches.set(`count ${feature}`, 1);
      // libFuzzer numbers eight classes of counts for each edge.
      reaches.set(`edge ${feature >> 3}`, EDGE);
    }
  }
  return inputs;
}
