// One edit of a source, which stands as long as it is judged.
import { readFileSync, writeFileSync } from "node:fs";

/**
 * Whether each edit can still be made: an edit of a source that has changed breaks nothing, and would prove nothing.
 *
 * @param edits - `{ name, path, from }` of each
 * @returns the outcome as the scripts of the evidence print it; each edit that cannot be made is told
 */
export function checkEdits(edits) {
  const stale = edits.filter(({ path, from }) => readFileSync(path, "utf8").split(from).length !== 2);
  for (const { name, path } of stale) console.log(`${name}: what it replaces does not stand once in ${path}`);
  const passed = edits.length - stale.length;
  return { passed, failed: stale.length, measured: `${passed} edits can be made` };
}

/** Resolves to what `judged` says while `to` stands for `from`, or to why that could not be. */
export async function edited(path, { from, to }, judged) {
  const source = readFileSync(path, "utf8");
  const places = source.split(from).length - 1;
  if (places !== 1) return { red: [], problem: `NOT MADE: its edit matches ${places} places` };
  writeFileSync(
    path,
    source.replace(from, () => to),
  );
  try {
    return await judged();
  } finally {
    writeFileSync(path, source);
  }
}
