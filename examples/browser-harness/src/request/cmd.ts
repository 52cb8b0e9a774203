// cmd: the words of a command line of Windows, as browsers write them. First cmd.exe takes its carets away,
// then the program splits what is left by the rules of Microsoft's C runtime.

/** Whether a command was written for cmd.exe: carets stand where bash has backslashes. */
export function isCmd(source: string): boolean {
  return /curl(?:\.exe)?\s+\^"/.test(source.slice(0, 200)) || (/ \^\r?\n/.test(source) && !/ \\\r?\n/.test(source));
}

/** Splits the first command; a quote that is never closed ends with it, as it does in Windows. */
export function parseCmd(source: string, notes: Set<string>): string[] {
  const words = splitArguments(dropCarets(source));
  if (!words.some((word) => word.includes("\\")) || words.some(hasOddRun)) return words;
  notes.add("Every backslash is doubled, as Chrome writes them for cmd: each pair was read as one.");
  return words.map((word) => word.replaceAll("\\\\", "\\"));
}

// A caret before a line break takes the break away and keeps the character behind it: `^` and two breaks are
// one. `%^NAME` keeps cmd from putting a variable in place.
function dropCarets(source: string): string {
  const parts: string[] = [];
  let isQuoted = false;
  for (const [found, afterBreak, escaped] of source.matchAll(CARETS)) {
    if (found === "\n" && !isQuoted) break;
    if (found === '"') isQuoted = !isQuoted;
    parts.push(afterBreak ?? (isQuoted ? found : (escaped ?? found)));
  }
  return parts.join("");
}

function splitArguments(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let isQuoted = false;
  let isSecond = false; // of two quotes inside quotes, which are one that is meant
  for (const [found, blanks, slashes] of line.matchAll(PARTS)) {
    if (blanks !== undefined && !isQuoted) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (slashes === undefined) {
      word = (word ?? "") + found;
      isSecond = false;
    } else {
      const isMeant = slashes.length % 2 === 1 || isSecond;
      word = `${word ?? ""}${"\\".repeat(slashes.length >> 1)}${isMeant ? '"' : ""}`;
      if (isSecond || slashes.length % 2 === 0) isQuoted = !isQuoted;
      isSecond = slashes.length === 0 && !isQuoted && !isSecond;
    }
  }
  if (word !== undefined) words.push(word);
  return words;
}

// Looked for run by run: `\\"` in the text that cmd hands on has lost its pair already.
function hasOddRun(word: string): boolean {
  return (word.match(/\\+/g) ?? []).some((run) => run.length % 2 === 1);
}

const CARETS = /\^\r?\n(\n|\r\n?|[^])?|\^([^])|\n|[^"^\r\n]+|[^]/g;
const PARTS = /([ \t]+)|(\\*)"|\\+|[^ \t\\"]+/g;
