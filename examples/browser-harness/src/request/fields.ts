// Fields: JSON with headers and a body, as gateways, tunnels and the dashboards of providers show a request.

import { readHttp } from "./http.ts";
import { isRecord, pairsOf, textAt, type Json } from "./json.ts";
import { admitHeaders, bytesOf, fromBase64, ReadProblem, utf8, type Reading } from "./reading.ts";

/** @throws {@link ReadProblem} for JSON without headers, and for a body that says base64 and is none */
export function readFields(value: unknown): Reading {
  const request = requestIn(value);
  const raw = textAt(request, "raw");
  if (raw !== undefined && isRecord(request["headers"])) return readRaw(raw);
  const notes: string[] = [];
  const headers = admitHeaders(headersOf(request));
  const delivery = { method: methodOf(request), url: urlOf(request), headers, body: bytesOf(bodyOf(request, notes)) };
  return { format: "fields", delivery, notes };
}

function requestIn(value: unknown): Json {
  const inner = isRecord(value) ? (value["request"] ?? value["req"] ?? value["event"]) : undefined;
  const request = isRecord(inner) && hasHeaders(inner) ? inner : value;
  if (isRecord(request) && hasHeaders(request)) return request;
  throw new ReadProblem('This JSON has no "headers". If it is the body alone, put it into the field for the body.');
}

function hasHeaders(value: Json): boolean {
  return HEADERS.some((name) => typeof value[name] === "object" && value[name] !== null);
}

// Of Lambda's two, the one with lists has what came twice.
function headersOf(request: Json): (readonly [string, string])[] {
  for (const name of HEADERS) if (request[name] !== null && request[name] !== undefined) return pairsOf(request[name]);
  return [];
}

// ngrok's inspector keeps the whole request as it arrived.
function readRaw(raw: string): Reading {
  const characters = fromBase64(raw);
  if (characters === undefined) throw new ReadProblem('"raw" is not base64.');
  return { ...readHttp(characters), format: "fields" };
}

function methodOf(request: Json): string {
  const inner = textAt(httpOf(request), "method");
  return (textAt(request, "method", "httpMethod") ?? inner ?? "POST").toUpperCase();
}

function urlOf(request: Json): string {
  const whole = textAt(request, "url", "uri");
  if (whole !== undefined) return whole;
  const path = textAt(request, "rawPath", "path") ?? "/";
  const query = textAt(request, "rawQueryString") ?? "";
  const host = textAt(request["requestContext"], "domainName") ?? "";
  return `${host && `https://${host}`}${path}${query && `?${query}`}`;
}

function httpOf(request: Json): unknown {
  const context = request["requestContext"];
  return isRecord(context) ? context["http"] : undefined;
}

function bodyOf(request: Json, notes: string[]): string {
  const name = BODIES.find((each) => request[each] !== undefined && request[each] !== null);
  if (name === undefined) return "";
  const body = request[name];
  if (typeof body === "string") return isBase64(request) ? decoded(body) : utf8(body);
  const bytes = bytesIn(body);
  if (bytes !== undefined) return bytes;
  notes.push(`"${name}" is parsed JSON here: it was stringified again, and may not be the bytes that were signed.`);
  return stringified(body);
}

function isBase64(request: Json): boolean {
  return request["isBase64Encoded"] === true || /^base64$/i.test(textAt(request, "encoding", "bodyEncoding") ?? "");
}

function decoded(text: string): string {
  const body = fromBase64(text);
  if (body === undefined) throw new ReadProblem("The body is said to be base64, and it is none.");
  return body;
}

// A Buffer of Node, as JSON.stringify writes it.
function bytesIn(body: unknown): string | undefined {
  if (!isRecord(body) || body["type"] !== "Buffer" || !Array.isArray(body["data"])) return undefined;
  const isByte = (each: unknown) => typeof each === "number" && Number.isInteger(each) && each >= 0 && each <= 255;
  if (!body["data"].every(isByte)) throw new ReadProblem("The body is a Buffer with something in it that is no byte.");
  return body["data"].map((each) => String.fromCharCode(each as number)).join("");
}

function stringified(body: unknown): string {
  try {
    return utf8(JSON.stringify(body));
  } catch {
    throw new ReadProblem("The body is parsed JSON, too deeply nested to be written again.");
  }
}

const HEADERS = ["multiValueHeaders", "headers", "rawHeaders", "request_headers"];
const BODIES = ["rawBody", "raw_body", "bodyRaw", "body", "content", "payload", "data", "request_body"];
