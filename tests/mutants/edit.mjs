// One edit of a source, which stands as long as it is judged.
import { readFileSync, writeFileSync } from "node:fs";

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
