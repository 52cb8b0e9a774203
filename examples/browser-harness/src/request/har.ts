// HAR: what browsers and proxies export. Its text is decoded: bytes that were no UTF-8 are lost in it.

import { admitHeaders, bytesOf, count, fromBase64, headerOf, ReadProblem, utf8, type Reading } from "./reading.ts";
import { isRecord, pairsOf, textAt, type Json } from "./json.ts";

/** Whether a value is a HAR, a list of its entries, an entry or the request in one. */
export function isHar(value: unknown): boolean {
  return requestsOf(value).length > 0;
}

/**
 * Reads the likeliest request: of several, a POST with a header that looks like a signature.
 *
 * @throws {@link ReadProblem} when the body is not in the HAR
 */
export function readHar(value: unknown): Reading {
  const requests = requestsOf(value);
  const scores = requests.map(score);
  const chosen = scores.indexOf(Math.max(...scores.slice(0, MAX_ENTRIES)));
  const request = requests[chosen] as Json;
  const notes = requests.length > 1 ? [`Request ${chosen + 1} of ${requests.length} was taken: the likeliest.`] : [];
  const headers = admitHeaders(pairsOf(request["headers"]));
  const delivery = {
    method: textAt(request, "method") ?? "POST",
    url: textAt(request, "url") ?? "/",
    headers,
    body: bytesOf(bodyOf(request, notes)),
  };
  return { format: "har", delivery, notes };
}

function requestsOf(value: unknown): Json[] {
  if (Array.isArray(value)) return value.every(isEntry) ? value.map((entry) => entry["request"] as Json) : [];
  if (!isRecord(value)) return [];
  const log = value["log"];
  if (isRecord(log) && Array.isArray(log["entries"])) return requestsOf(log["entries"]);
  if (isEntry(value)) return [value["request"] as Json];
  return isRequest(value) && ("postData" in value || "headersSize" in value) ? [value] : [];
}

function isEntry(value: unknown): value is Json {
  return isRecord(value) && isRequest(value["request"]);
}

function isRequest(value: unknown): value is Json {
  return isRecord(value) && typeof value["url"] === "string" && Array.isArray(value["headers"]);
}

function score(request: Json): number {
  const headers = pairsOf(request["headers"]);
  const isSigned = headers.some(([name]) => /signature|hmac/i.test(name));
  return Number(isSigned) * 4 + Number(request["method"] === "POST") * 2 + Number(isRecord(request["postData"]));
}

function bodyOf(request: Json, notes: string[]): string {
  const data = request["postData"];
  const size = bodySizeOf(request);
  if (!isRecord(data) || data["text"] === undefined || (data["text"] === "" && hasParams(data))) {
    if (size > 0 || hasParams(data)) throw new ReadProblem(`The HAR lacks the text of the body${ofSize(size)}. ${ASK}`);
    return "";
  }
  const text = textAt(data, "text") ?? "";
  if (data["encoding"] === "base64") return decoded(text);
  if (text.includes("\ufffd")) notes.push("The body holds U+FFFD: bytes that were no UTF-8 are lost in this HAR.");
  const body = utf8(text);
  if (size > 0 && size !== body.length) {
    notes.push(
      `The HAR says that ${count(size, "byte")} were sent, and its text has ${body.length}: it was written anew.`,
    );
  }
  return body;
}

function bodySizeOf(request: Json): number {
  const size = request["bodySize"];
  const length = Number(headerOf(pairsOf(request["headers"]), "content-length"));
  if (typeof size === "number" && size > 0) return size;
  // biome-ignore lint/complexity/useMathMinMax: without the header it is NaN, which Math.max would hand on
  return length > 0 ? length : 0;
}

function decoded(text: string): string {
  const body = fromBase64(text);
  if (body === undefined) throw new ReadProblem("The HAR says that its body is base64, and it is none.");
  return body;
}

function hasParams(data: unknown): boolean {
  return isRecord(data) && Array.isArray(data["params"]) && data["params"].length > 0;
}

const ofSize = (size: number) => (size > 0 ? ` of ${count(size, "byte")}` : "");

const MAX_ENTRIES = 10_000;
const ASK = "Export it with content, or copy the request as cURL.";
