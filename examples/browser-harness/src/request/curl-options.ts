// Options as they stand on curl's command line: long, short, short ones in one word, and URLs without any.

import { FLAGS, NOT_FOLLOWED, SHORT, VALUES } from "./options.ts";
import { quoted, ReadProblem } from "./reading.ts";

/** One option by its long name. */
export interface Option {
  readonly name: string;
  readonly value: string;
}

/**
 * Reads the words behind `curl`, up to `--next`.
 *
 * @throws {@link ReadProblem} when the last option lacks its value
 */
export function optionsIn(words: readonly string[], notes: Set<string>): Option[] {
  const options: Option[] = [];
  const rest = words.values();
  for (const word of rest) {
    const before = options.length;
    if (word.startsWith("--") && word.length > 2) options.push(longOption(word, rest, notes));
    else if (word.startsWith("-") && word.length > 1) options.push(...shortOptions(word, rest, notes));
    else options.push({ name: "url", value: word });
    if (!options.slice(before).some(({ name }) => name === "next")) continue;
    notes.add("The command sends several requests: the first was read.");
    break;
  }
  return options;
}

function longOption(word: string, rest: Iterator<string>, notes: Set<string>): Option {
  const [name, inWord] = splitEquals(word.slice(2));
  if (!VALUES.has(name)) return admitFlag(name, notes);
  if (inWord !== undefined) notes.add(`curl itself refuses --${name}=…; it was read as --${name} and its value.`);
  return admitValue(name, inWord ?? next(rest, `--${name}`), notes);
}

function splitEquals(word: string): [string, string | undefined] {
  const at = word.indexOf("=");
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

// `-sXPOST` is -s and -X with its value.
function shortOptions(word: string, rest: Iterator<string>, notes: Set<string>): Option[] {
  const options: Option[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const letter = word[at] as string;
    const name = SHORT[letter] ?? `-${letter}`;
    if (VALUES.has(name)) {
      const value = word.slice(at + 1) || next(rest, `-${letter}`);
      return [...options, admitValue(name, value, notes)];
    }
    options.push(admitFlag(name, notes));
  }
  return options;
}

function admitFlag(name: string, notes: Set<string>): Option {
  const isKnown = FLAGS.has(name) || (name.startsWith("no-") && FLAGS.has(name.slice(3)));
  if (!isKnown)
    notes.add(`${quoted(name.startsWith("-") ? name : `--${name}`)} is no option that is known here: it was left out.`);
  return admitValue(name, "", notes);
}

function admitValue(name: string, value: string, notes: Set<string>): Option {
  if (NOT_FOLLOWED.has(name)) notes.add(`--${name} changes what curl sends; that was not followed.`);
  return { name, value };
}

function next(rest: Iterator<string>, option: string): string {
  const { done, value } = rest.next();
  if (done) throw new ReadProblem(`${option} lacks its value: is the command whole?`);
  return value;
}
