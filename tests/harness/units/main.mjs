// The harness's request readers, writers of copied code, and what its other tabs work out, without a browser.
//
//   node tests/harness/units/main.mjs             needs a build: pkg-template/build.mjs
//   node tests/harness/units/main.mjs tampers     some of: readers shells tampers written rooms links leaks

import { runLeaks } from "./leaks.mjs";
import { runLinks } from "./links.mjs";
import { runReaders } from "./readers.mjs";
import { runRooms } from "./rooms.mjs";
import { lacksShell, runShells } from "./shells.mjs";
import { runTampers } from "./tampers.mjs";
import { Units } from "./units.mjs";
import { runWritten } from "./written.mjs";

const units = new Units();
const started = performance.now();
const lacking = await lacksShell();
const parts = {
  readers: () => runReaders(units),
  shells: () => (lacking === undefined ? runShells(units) : units.lack(`curl commands: ${lacking}`)),
  tampers: () => runTampers(units),
  written: () => runWritten(units, lacking === undefined),
  rooms: () => runRooms(units),
  links: () => runLinks(units),
  leaks: () => runLeaks(units),
};
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in parts));
if (unknown !== undefined) throw new Error(`no such part: ${unknown} (known: ${Object.keys(parts).join(" ")})`);
for (const [name, run] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await run();
units.end(((performance.now() - started) / 1000).toFixed(0));
