// Shell: the words of a command line, as bash reads them. A tokenizer of its own, since the libraries for
// it work on text and put values and file names in place: here `$'\xe9'` is one byte, and `?a=1` no pattern.
// Nothing is evaluated.

import { unescapeAnsiC } from "./ansi-c.ts";
import { quoted, ReadProblem } from "./reading.ts";

/** One command of a pipeline. */
export interface Command {
  readonly words: string[];
  /** What is handed to it here: `<<` or `<<<`. */
  stdin?: string;
}

/** Commands that feed each other. */
export type Pipeline = Command[];

interface Heredoc {
  readonly end: string;
  readonly isPlain: boolean;
  readonly stripsTabs: boolean;
  readonly command: Command;
}

/**
 * Splits a command line.
 *
 * @param source - one character per byte
 * @param notes - what a shell would have put in place is named here
 * @throws {@link ReadProblem} for a quote that is never closed
 */
export function parseShell(source: string, notes: Set<string>): Pipeline[] {
  return new Shell(source, notes).pipelines();
}

class Shell {
  readonly #source: string;
  readonly #notes: Set<string>;
  readonly #heredocs: Heredoc[] = [];
  #at = 0;

  constructor(source: string, notes: Set<string>) {
    this.#source = source;
    this.#notes = notes;
  }

  pipelines(): Pipeline[] {
    const all: Pipeline[] = [[{ words: [] }]];
    while (this.#skipBlanks()) {
      const operator = this.#take(OPERATOR);
      const pipeline = all.at(-1) as Pipeline;
      const command = pipeline.at(-1) as Command;
      if (operator === undefined) command.words.push(this.#word());
      else if (/[<>]/.test(operator)) this.#redirect(operator, command);
      else if (operator === "|" || operator === "|&") pipeline.push({ words: [] });
      else if (!isOpen(pipeline)) all.push([{ words: [] }]);
      if (operator === "\n") this.#readHeredocs();
    }
    return all;
  }

  #skipBlanks(): boolean {
    this.#take(BLANKS);
    this.#take(COMMENT);
    return this.#at < this.#source.length;
  }

  #word(): string {
    const parts: string[] = [];
    for (let part = this.#part(); part !== undefined; part = this.#part()) parts.push(part);
    return parts.join("");
  }

  #part(): string | undefined {
    const plain = this.#take(PLAIN);
    if (plain !== undefined) return plain;
    const character = this.#source[this.#at];
    if (character === "\\") return this.#take(CONTINUED) === undefined ? this.#escaped() : "";
    if (character === "'") return this.#closed(SINGLE, "'").slice(1, -1);
    if (character === '"') return this.#doubleQuoted();
    return character === "$" || character === "`" ? this.#expansion(character) : undefined;
  }

  #escaped(): string {
    const character = this.#source[this.#at + 1] ?? "\\";
    this.#at += 2;
    return character;
  }

  #expansion(character: string): string {
    const both = this.#source.slice(this.#at, this.#at + 2);
    if (both === "$'") return unescapeAnsiC(this.#closed(ANSI_C, both).slice(2, -1), this.#notes);
    const found = this.#take(EXPANSION);
    if (found !== undefined) return this.#unevaluated(found);
    this.#at += 1;
    return both === '$"' ? "" : character;
  }

  #doubleQuoted(): string {
    const inner = this.#closed(DOUBLE, '"').slice(1, -1);
    return this.#expanded(inner, /\\(\r?\n|[$`"\\])/g);
  }

  // `escapes` are those that lose their backslash; an escaped line break is gone whole.
  #expanded(inner: string, escapes: RegExp): string {
    for (const [found] of inner.replace(/\\[^]/g, "").matchAll(ANY_EXPANSION)) this.#unevaluated(found);
    return inner.replace(escapes, (_, character: string) => (character.endsWith("\n") ? "" : character));
  }

  #unevaluated(found: string): string {
    this.#notes.add(`A shell would put a value in the place of ${quoted(found)}: nothing is evaluated here.`);
    return found;
  }

  #redirect(operator: string, command: Command): void {
    this.#take(BLANKS);
    const from = this.#at;
    const word = this.#word();
    if (operator.endsWith("<<<")) command.stdin = `${word}\n`;
    else if (/<<-?$/.test(operator)) {
      const isPlain = /['"\\]/.test(this.#source.slice(from, this.#at));
      this.#heredocs.push({ end: word, isPlain, stripsTabs: operator.endsWith("-"), command });
    }
  }

  #readHeredocs(): void {
    for (const { end, isPlain, stripsTabs, command } of this.#heredocs.splice(0)) {
      const lines: string[] = [];
      for (;;) {
        const line = this.#take(LINE);
        if (line === undefined) throw new ReadProblem(`The text after << never comes to its end, ${quoted(end)}.`);
        const shown = stripsTabs ? line.replace(/^\t+/, "") : line;
        if (shown.replace(/\r?\n$/, "") === end) break;
        lines.push(shown);
      }
      command.stdin = isPlain ? lines.join("") : this.#expanded(lines.join(""), /\\(\n|[$`\\])/g);
    }
  }

  #closed(pattern: RegExp, quote: string): string {
    const found = this.#take(pattern);
    if (found !== undefined) return found;
    const start = this.#source.slice(this.#at, this.#at + 40);
    throw new ReadProblem(`The quote ${quote} is opened at ${quoted(start)} and never closed: is the command whole?`);
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source)?.[0];
    if (found) this.#at += found.length;
    return found || undefined;
  }
}

// A pipe goes on in the next line.
function isOpen(pipeline: Pipeline): boolean {
  return pipeline.length > 1 && pipeline.at(-1)?.words.length === 0;
}

// Sticky: each matches at the place and nowhere behind it, so that the walk stays linear.
const BLANKS = /(?:[ \t\r]|\\\r?\n)+/y;
const COMMENT = /#[^\n]*/y;
const OPERATOR = /\n|\d*(?:<<<|<<-|<<|<&|<>|>>|>&|>\||<|>)|&>>?|&&|\|\||\|&|;;|[;|&()]/y;
const PLAIN = /[^ \t\r\n\\'"$`;|&()<>]+|\r(?!\n)/y;
const CONTINUED = /\\\r?\n/y;
const SINGLE = /'[^']*'/y;
const DOUBLE = /"(?:[^"\\]|\\[^])*"/y;
const ANSI_C = /\$'(?:[^'\\]|\\[^])*'/y;
// Bounded, since what is never closed would be looked for from each place again.
const EXPANSION = /\$(?:[A-Za-z_]\w*|\d|\{[^}]{0,200}\}|\([^)]{0,200}\)|[@*#?$!-])|`[^`]{0,200}`/y;
const ANY_EXPANSION = new RegExp(EXPANSION.source, "g");
const LINE = /[^\n]*\n|[^\n]+/y;
