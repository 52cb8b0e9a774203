// HTTP: a request as it goes over the wire. Lines may end in LF alone, since pasted text has lost its CR;
// the body is every byte after the first empty line, whatever Content-Length says.

import {
  admitHeaders,
  bytesOf,
  count,
  headerOf,
  quoted,
  ReadProblem,
  textOf,
  trimBlanks,
  type Reading,
} from "./reading.ts";

type Header = readonly [name: string, value: string];

/** @throws {@link ReadProblem} for a head that no server would take either */
export function readHttp(characters: string): Reading {
  const { lines, rest } = headOf(characters);
  const requestLine = REQUEST_LINE.exec(lines[0] ?? "");
  const headers = lines.slice(requestLine ? 1 : 0).map(parseHeader);
  const notes: string[] = [];
  const body = bodyOf(rest, headers, notes);
  return {
    format: "http",
    delivery: {
      method: requestLine?.[1] ?? headerOf(headers, ":method") ?? "POST",
      url: urlOf(textOf(requestLine?.[2] ?? headerOf(headers, ":path") ?? "/"), headers),
      headers: admitHeaders(headers),
      body: bytesOf(body),
    },
    notes,
  };
}

function headOf(characters: string): { lines: string[]; rest: string } {
  const lines: string[] = [];
  for (let at = 0; at < characters.length; ) {
    const end = characters.indexOf("\n", at);
    const line = characters.slice(at, end < 0 ? undefined : end).replace(/\r$/, "");
    at = end < 0 ? characters.length : end + 1;
    if (line === "") return { lines, rest: characters.slice(at) };
    lines.push(line);
  }
  return { lines, rest: "" };
}

function parseHeader(line: string): Header {
  if (/^[ \t]/.test(line)) {
    throw new ReadProblem(
      `The line ${quoted(line)} goes on with the header above it: HTTP gave that up. Join the lines.`,
    );
  }
  const colon = line.indexOf(":", 1);
  if (colon < 0) {
    throw new ReadProblem(`${quoted(line)} is no header: it has no colon. An empty line stands before the body.`);
  }
  const name = line.slice(0, colon);
  if (/[ \t]$/.test(name))
    throw new ReadProblem(`A blank stands before the colon of ${quoted(line)}: servers refuse that.`);
  return [name, textOf(trimBlanks(line.slice(colon + 1)))];
}

function urlOf(target: string, headers: readonly Header[]): string {
  const host = headerOf(headers, "host") ?? headerOf(headers, ":authority");
  if (!target.startsWith("/") || host === undefined) return target;
  return `${headerOf(headers, ":scheme") ?? "https"}://${host}${target}`;
}

function bodyOf(rest: string, headers: readonly Header[], notes: string[]): string {
  if (/\bchunked$/i.test(headerOf(headers, "transfer-encoding") ?? "")) return joinChunks(rest, notes);
  const announced = headerOf(headers, "content-length") ?? "";
  const length = Number(announced);
  if (!/^\d+$/.test(announced) || length === rest.length) return rest;
  const stand = `${count(rest.length, "byte")} stand here${why(rest, length)}`;
  notes.push(`Content-Length announces ${count(length, "byte")}, and ${stand}. They were taken as they are.`);
  return rest;
}

function why(rest: string, announced: number): string {
  const more = rest.length - announced;
  if (more > 0 && /^[\r\n]+$/.test(rest.slice(announced))) return ": the text ends in a line break that was not sent";
  const breaks = rest.split("\n").length - 1;
  if (more < 0 && breaks > 0 && -more <= breaks) return ": line breaks may have been CR LF when they were sent";
  return "";
}

// RFC 9112, section 7.1. Most tools show the body with the chunks already joined.
function joinChunks(rest: string, notes: string[]): string {
  const parts: string[] = [];
  for (let at = 0; ; ) {
    CHUNK_LINE.lastIndex = at;
    const line = CHUNK_LINE.exec(rest);
    if (line === null) break;
    const size = Number.parseInt(line[1] as string, 16);
    at = CHUNK_LINE.lastIndex;
    if (size === 0) {
      notes.push(`The body came in ${count(parts.length, "chunk")}, which were joined.`);
      return parts.join("");
    }
    parts.push(rest.slice(at, at + size));
    at += size;
    const end = rest.startsWith("\r\n", at) ? 2 : rest.startsWith("\n", at) ? 1 : 0;
    if (end === 0) break;
    at += end;
  }
  notes.push("Transfer-Encoding says chunked, and the body is not in chunks: it was taken as it stands.");
  return rest;
}

const REQUEST_LINE = /^([A-Z]{3,20}) (\S+)(?: HTTP\/[\d.]+)?$/;
const CHUNK_LINE = /([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n/y;
