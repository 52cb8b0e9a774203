// stdin: what the commands before curl hand to it, where that can be told without running them.

import { fromBase64 } from "./reading.ts";
import type { Command, Pipeline } from "./shell.ts";

/** What reaches the last command of a pipeline; undefined when only running it would tell. */
export function stdinOf(pipeline: Pipeline): string | undefined {
  let carried: string | undefined;
  for (const command of pipeline.slice(0, -1)) carried = outputOf(command, command.stdin ?? carried);
  return pipeline.at(-1)?.stdin ?? carried;
}

function outputOf({ words }: Command, stdin: string | undefined): string | undefined {
  const [name, ...rest] = words;
  if (name === "printf") return printed(rest);
  if (name === "echo") return rest[0] === "-n" ? rest.slice(1).join(" ") : echoed(rest);
  if (name === "cat" && (rest.length === 0 || rest.join() === "-")) return stdin;
  if (name !== "base64" || !DECODE.test(rest.join(" ")) || stdin === undefined) return undefined;
  return fromBase64(stdin);
}

function printed([format, ...values]: string[]): string | undefined {
  if (format === "%s" && values.length === 1) return values[0];
  return format === undefined || values.length > 0 || /[%\\]/.test(format) ? undefined : format;
}

function echoed(words: string[]): string | undefined {
  return words[0]?.startsWith("-") ? undefined : `${words.join(" ")}\n`;
}

const DECODE = /^(?:-d|-D|--decode)$/;
