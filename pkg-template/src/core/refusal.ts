// Refusal: what the core says of a delivery that it refused: the place, what was expected and what arrived. The core
// leaves numbers; the words stand in its table, and src/sentence.rs puts them together in the same way.

import { docsOf, rowOf, type WebhookError, type WebhookErrorDetail } from "../refusal/error.ts";
import { details, type WebhookErrorCode, type WebhookErrorFamily } from "../generated/codes.ts";
import { limits } from "../generated/limits.ts";
import { tagBytes } from "../generated/scheme-names.ts";
import type { EachWay } from "../scheme/tolerance.ts";
import type { FormatSpec, SchemeSpec } from "../scheme/spec.ts";
import { filled } from "../refusal/sentences.ts";

/**
 * Why a delivery was refused. Log all of it; tell the sender the status, and the family at most.
 */
export interface Refusal {
  readonly ok: false;
  readonly code: WebhookErrorCode;
  readonly family: WebhookErrorFamily;
  /** What exactly happened, of a closed set; `undefined` where the code says it all. */
  readonly detail: WebhookErrorDetail | undefined;
  readonly message: string;
  /** What the message names: a header, an age, a limit. Never a secret, a signature or a body. */
  readonly params: Readonly<Record<string, string | number>>;
  /** The HTTP status to answer with. */
  readonly status: number;
  /** The name of the page that says more, and the place on it. */
  readonly docs: string;
}

/** What an error says, without the error. */
export function refusalOf({ code, family, detail, message, params, status, docs }: WebhookError): Refusal {
  return { ok: false, code, family, detail, message, params, status, docs };
}

/** What the core left beside the code of a refusal. */
export interface Left {
  /** The number of the detail. */
  readonly detail: number;
  /** The place of the header in the reading order; `undefined` where it is about none. */
  readonly header: number | undefined;
  /** How far a proven time lies from now, in milliseconds. */
  readonly distanceMs: number;
}

/** What an endpoint demands of times. */
export interface Demands {
  readonly tolerance: EachWay;
  readonly maxEventAgeSeconds: number | undefined;
}

/** Why the core refused a delivery. It is no error yet: a stack costs more than the whole verdict. */
export function refusalLeft(left: Left, scheme: SchemeSpec, headerNames: readonly string[], demands: Demands): Refusal {
  const row = details[left.detail - 1];
  if (row === undefined) throw new RangeError(`the core left ${left.detail}, which is not a detail`);
  const params: Record<string, string> = {};
  for (const [, name = ""] of row.sentence.matchAll(/\{(\w+)\}/g)) {
    params[name] = parameter(name, { ...left, name: row.detail }, scheme, headerNames, demands);
  }
  const { code, detail } = row;
  const { family, status } = rowOf(code);
  const message = filled(row.sentence, params);
  return { ok: false, code, family, detail, message, params: Object.freeze(params), status, docs: docsOf(code) };
}

function parameter(
  name: string,
  left: Left & { readonly name: string },
  scheme: SchemeSpec,
  headerNames: readonly string[],
  demands: Demands,
): string {
  const header = headerNames[left.header ?? 0] ?? "";
  switch (name) {
    case "header":
      return left.name === "header-missing" ? missing(header, scheme) : header;
    case "shape":
      return shapeOf(scheme);
    case "unit":
      return unitOf(scheme);
    case "value":
      return scheme.require?.[header] ?? "";
    case "path":
      return pathOf(scheme);
    case "age":
      return `${left.distanceMs / 1000} s`;
    default:
      return `${limitOf(left.name, demands)} s`;
  }
}

/** Of a signature header that is missing, all names that it may have. */
function missing(header: string, { signature }: SchemeSpec): string {
  const names = signature.headers ?? [signature.header ?? []].flat();
  return names.includes(header) ? names.join(" or ") : header;
}

/** How the signature header is written: `t=<Unix seconds>,v1=<64 lower-case hex digits>`. */
function shapeOf(scheme: SchemeSpec): string {
  const format: FormatSpec = scheme.signature.format ?? "value";
  const signature = signatureOf(scheme);
  if (format === "value") return signature;
  switch (format.kind) {
    case "value":
      return `${format.prefix ?? ""}${signature}`;
    case "pairs": {
      const { separator, signatureKey, timestampKey, spaces } = format;
      const space = spaces === true ? " " : "";
      const time = timestampKey === undefined ? "" : `${timestampKey}=<${unitOf(scheme)}>${separator}${space}`;
      return `${time}${signatureKey}=${signature}`;
    }
    case "tokens":
      return `${format.tag},${signature}`;
    case "positional":
      return `<${unitOf(scheme)}>,${signature}`;
  }
}

function signatureOf({ algorithm, signature }: SchemeSpec): string {
  const bytes = tagBytes[algorithm];
  switch (signature.encoding ?? "hex") {
    case "hex":
      return `<${2 * bytes} lower-case hex digits>`;
    case "hex-any-case":
      return `<${2 * bytes} hex digits>`;
    case "base64":
      return `<${4 * Math.ceil(bytes / 3)} characters of base64>`;
    case "base64url":
      return `<${Math.ceil((4 * bytes) / 3)} characters of base64url>`;
  }
}

const UNITS = { s: "Unix seconds", ms: "Unix milliseconds", rfc3339: "RFC 3339 date and time" } as const;

function unitOf({ timestamp, eventTime }: SchemeSpec): string {
  return UNITS[timestamp?.unit ?? eventTime?.unit ?? "s"];
}

function pathOf({ timestamp, eventTime }: SchemeSpec): string {
  const from = timestamp?.from;
  if (typeof from === "object" && "body" in from) return from.body;
  return eventTime?.body ?? "";
}

function limitOf(detail: string, { tolerance, maxEventAgeSeconds }: Demands): number {
  switch (detail) {
    case "signed-too-old":
      return tolerance.past ?? 0;
    case "signed-too-new":
      return tolerance.future ?? 0;
    case "event-too-old":
      return maxEventAgeSeconds ?? 0;
    default:
      return limits.eventFutureSeconds;
  }
}
