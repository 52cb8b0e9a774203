// curl: the request that a curl command would send. Chrome, Firefox, Safari, Postman and most documents write
// requests as one. Nothing is run.

import { isCmd, parseCmd } from "./cmd.ts";
import { optionsIn, type Option } from "./curl-options.ts";
import { CurlRequest } from "./curl-request.ts";
import { ReadProblem, type Reading } from "./reading.ts";
import { parseShell, type Command, type Pipeline } from "./shell.ts";
import { stdinOf } from "./stdin.ts";

/** @throws {@link ReadProblem} when the bytes of the body are not in the command */
export function readCurl(characters: string): Reading {
  const notes = new Set<string>();
  const { words, stdin } = commandIn(characters, notes);
  const request = new CurlRequest(stdin, notes);
  for (const option of optionsIn(words, notes)) take(option, request);
  return { format: "curl", delivery: request.delivery(), notes: [...notes].slice(0, MAX_NOTES) };
}

function commandIn(characters: string, notes: Set<string>): { words: string[]; stdin: string | undefined } {
  if (isCmd(characters)) return { words: argumentsOf(parseCmd(characters, notes)), stdin: undefined };
  const pipelines = parseShell(characters, notes).filter((each) => each.some(({ words }) => words.length > 0));
  const [pipeline, ...more] = pipelines.filter((each) => each.some(isCurl));
  if (pipeline === undefined) throw new ReadProblem("The command is no curl command.");
  if (more.length > 0) notes.add(`Of ${more.length + 1} curl commands the first was read.`);
  else if (pipelines.length > 1) notes.add("Only the curl command was read: nothing around it is run.");
  return { words: argumentsOf((pipeline.find(isCurl) as Command).words), stdin: stdinBefore(pipeline) };
}

function stdinBefore(pipeline: Pipeline): string | undefined {
  return stdinOf(pipeline.slice(0, pipeline.findIndex(isCurl) + 1));
}

function isCurl({ words }: Command): boolean {
  return indexOfCurl(words) >= 0;
}

// Before it may stand a prompt, sudo, or variables that are set for it.
function indexOfCurl(words: readonly string[]): number {
  const index = words.findIndex((word) => !/^(?:[$%>#]|sudo|time|exec|command|\w+=.*)$/s.test(word));
  return /^(?:.*[\\/])?curl(?:\.exe)?$/.test(words[index] ?? "") ? index : -1;
}

function argumentsOf(words: string[]): string[] {
  const index = indexOfCurl(words);
  if (index < 0) throw new ReadProblem("The command is no curl command.");
  return words.slice(index + 1);
}

function take({ name, value }: Option, request: CurlRequest): void {
  if (name === "url") request.setUrl(value);
  else if (name === "header") request.addHeader(value);
  else if (name === "request") request.setMethod(value);
  else if (name === "get" || name === "head") request.switchTo(name);
  else if (name === "user") request.authorize(`Basic ${btoa(value)}`);
  else if (name === "oauth2-bearer") request.authorize(`Bearer ${value}`);
  else if (name === "user-agent") request.setDefault("User-Agent", value);
  else if (name === "referer") request.setDefault("Referer", value.replace(/;auto$/, ""));
  else if (name === "cookie") request.addCookie(value);
  else if (name === "url-query") request.addQuery(value);
  else if (/^(?:data(?:-.*)?|json)$/.test(name)) request.addData(name, value);
  else if (name === "form" || name === "form-string") throw new ReadProblem(MULTIPART);
  else if (name === "upload-file") throw new ReadProblem(`The body is the file ${value}. ${FILE}`);
}

const MAX_NOTES = 20;
const MULTIPART =
  "-F makes a multipart body around a boundary that curl picks at random: " +
  "the bytes that were sent are not in the command.";
const FILE = "Its content is needed: drop the file into the field for the body.";
