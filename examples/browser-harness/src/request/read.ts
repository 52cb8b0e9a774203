// Read: which form a pasted or dropped request is in, by its looks. Every way out is a reading or a sentence.

import { readCurl } from "./curl.ts";
import { readFields } from "./fields.ts";
import { isHar, readHar } from "./har.ts";
import { readHttp } from "./http.ts";
import { charactersOf, MAX_BYTES, ReadProblem, textOf, utf8, type Reading } from "./reading.ts";

export { count, ReadProblem, type Reading } from "./reading.ts";

/**
 * Reads a request as tools write it: a curl command, a HAR, raw HTTP, or JSON with headers and a body.
 *
 * @param input - what was pasted, or the bytes of a dropped file
 * @throws {@link ReadProblem} and nothing else
 */
export function read(input: string | Uint8Array): Reading {
  if (input.length > MAX_BYTES) throw new ReadProblem("This is more than 10 MB: too much to be one request.");
  const characters = (typeof input === "string" ? utf8(input) : charactersOf(input)).replace(BLANK_START, "");
  if (characters === "") throw new ReadProblem("There is nothing to read.");
  if (/^[[{]/.test(characters)) return readJson(characters);
  for (const [looks, sentence] of OTHERS) if (looks.test(characters)) throw new ReadProblem(sentence);
  if (HTTP.test(characters)) return readHttp(characters);
  if (CURL.test(characters)) return readCurl(characters);
  throw new ReadProblem(
    "This is no curl command, HAR, raw HTTP request or JSON with headers and body. " +
      "A bare body goes into the field for it.",
  );
}

function readJson(characters: string): Reading {
  const value = parse(textOf(characters));
  return isHar(value) ? readHar(value) : readFields(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ReadProblem(`This looks like JSON and is none: ${(error as Error).message}`);
  }
}

// Blank lines, and the byte order mark that some editors write; never blanks, which fold a header.
const BLANK_START = /^(?:\xef\xbb\xbf)?(?:[ \t]*\r?\n)*(?:[ \t]+(?=[[{]|curl\b))?/;
const CURL = /(?:^|[\s|;&$/])curl(?:\.exe)?(?=[\s"'^])/;
const HTTP =
  /^(?:[A-Z]{3,20} \S+ HTTP\/\d|:?[!#$%&'*+\-.^_`|~\w]+:(?!\/\/)|(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \S+\r?\n)/;
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^HTTP\/\d/, "This is a response. The request that was answered is needed: its headers and its body."],
  [/^(?:await )?fetch\(/, "This is a call of fetch. Copy the request as cURL instead."],
  [/^(?:\$\w+ ?=|Invoke-(?:WebRequest|RestMethod))/, "This is PowerShell. Copy the request as cURL instead."],
  [/^(?:https?|wget|xh) /, "This is a command of another tool than curl. Copy the request as cURL instead."],
];
