// The harness's request readers, writers of copied code, and what its other tabs work out, without a browser.
//
//   node tests/harness/units/main.mjs      needs a build: pkg-template/build.mjs

import { runLinks } from "./links.mjs";
import { runReaders } from "./readers.mjs";
import { runRooms } from "./rooms.mjs";
import { lacksShell, runShells } from "./shells.mjs";
import { runTampers } from "./tampers.mjs";
import { Units } from "./units.mjs";
import { runWritten } from "./written.mjs";

const units = new Units();
const started = performance.now();
await runReaders(units);
const lacking = await lacksShell();
if (lacking === undefined) await runShells(units);
else units.lack(`curl commands: ${lacking}`);
await runTampers(units);
await runWritten(units, lacking === undefined);
await runRooms(units);
await runLinks(units);
units.end(((performance.now() - started) / 1000).toFixed(0));
