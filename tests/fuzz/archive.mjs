// The committed inputs of a target: one archive each, corpus/<target>.zip, unpacked under target/ to be read.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installLibraries } from "../tools/libraries.mjs";
import { requireLibrary } from "../tools/paths.mjs";
import { here, work } from "./stable.mjs";

await installLibraries();
const { unzipSync, zipSync } = requireLibrary("fflate");

const archive = (target) => join(here, "corpus", `${target}.zip`);
/** Where the inputs of all targets lie once they are unpacked, each in a folder of its own. */
export const unpacked = join(work, "committed");

export function unpack(target) {
  const folder = empty(join(unpacked, target));
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(archive(target))))) {
    writeFileSync(join(folder, name), bytes);
  }
}

/** Packs the files of a folder. The same files make the same archive, whenever and wherever it is made. */
export function pack(target, folder) {
  const names = readdirSync(folder).sort();
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));
  mkdirSync(join(here, "corpus"), { recursive: true });
  writeFileSync(archive(target), zipSync(files, { level: 9, mtime: "1980-01-01T00:00:00", os: 3 }));
}

function empty(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
