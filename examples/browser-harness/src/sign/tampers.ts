// Tampers: what goes wrong on the way, one switch for each. The receiver stays as it is.

import type { Delivery } from "../state.ts";
import { LATEST_MS } from "../time.ts";
import { freshSecret } from "./secrets.ts";
import { signed, type Signer } from "./signed.ts";

/** A genuine delivery with all that made it. */
export interface Genuine {
  readonly body: string;
  readonly delivery: Delivery;
  readonly signer: Signer;
}

/** A change; it returns why it changes nothing here, or the changed delivery. */
export interface Tamper {
  readonly id: string;
  readonly label: string;
  readonly group: "Body" | "Signature" | "Time" | "Header" | "Secret";
  apply(genuine: Genuine): Delivery | string;
}

export const tampers: readonly Tamper[] = [
  {
    id: "byte",
    group: "Body",
    label: "One byte changed",
    apply: (g) => withBody(g, flipped(g.body), "It has no letter to change."),
  },
  {
    id: "again",
    group: "Body",
    label: "Parsed and stringified again",
    apply: (g) => withBody(g, stringifiedAgain(g.body), SAME),
  },
  { id: "newline", group: "Body", label: "A line break added", apply: (g) => withBody(g, `${g.body}\n`, SAME) },
  {
    id: "short",
    group: "Signature",
    label: "Cut short by four characters",
    apply: (g) => withTag(g, (tag) => tag.slice(0, -4)),
  },
  { id: "case", group: "Signature", label: "In the other letter case", apply: (g) => withTag(g, swapCase) },
  { id: "bare", group: "Signature", label: "Without its prefix", apply: withoutPrefix },
  { id: "old", group: "Time", label: "Signed ten minutes ago", apply: (g) => signedAt(g, g.signer.time - 600_000) },
  { id: "new", group: "Time", label: "Signed ten minutes ahead", apply: (g) => signedAt(g, g.signer.time + 600_000) },
  {
    id: "ms",
    group: "Time",
    label: "In milliseconds, where seconds are read",
    apply: (g) => signedAt(g, g.signer.time * 1000),
  },
  {
    id: "renamed",
    group: "Header",
    label: "Under another name",
    apply: (g) => withSignature(g, ([, value]) => [["X-Signature", value]]),
  },
  { id: "twice", group: "Header", label: "Sent twice", apply: (g) => withSignature(g, (pair) => [pair, pair]) },
  { id: "secret", group: "Secret", label: "Signed with another secret", apply: withOtherSecret },
];

const SAME = "JSON.stringify writes these very bytes: choose another layout.";
const NO_TIME = "This scheme signs no time.";
const NEVER = "No clock tells that time.";
const TAG = /[0-9A-Za-z+/_-]{27,}={0,2}/;

function withBody({ body, delivery }: Genuine, changed: string | undefined, why: string): Delivery | string {
  if (changed === undefined || changed === body) return why;
  return { ...delivery, body: new TextEncoder().encode(changed) };
}

// The last letter or digit, so that JSON stays JSON where that can be.
function flipped(body: string): string | undefined {
  const at = body.search(/[0-9A-Za-z](?=[^0-9A-Za-z]*$)/);
  if (at < 0) return undefined;
  const changed = String.fromCharCode(body.charCodeAt(at) ^ 1);
  return body.slice(0, at) + (/[0-9A-Za-z]/.test(changed) ? changed : "0") + body.slice(at + 1);
}

function stringifiedAgain(body: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(body));
  } catch {
    return undefined;
  }
}

function withTag(genuine: Genuine, change: (tag: string) => string): Delivery | string {
  return withSignature(genuine, ([name, value]) => [[name, value.replace(TAG, change)]]);
}

function swapCase(tag: string): string {
  const upper = tag.toUpperCase();
  return tag === upper
    ? tag.toLowerCase()
    : Array.from(tag, (each, at) => (each === upper[at] ? each.toLowerCase() : upper[at])).join("");
}

function withoutPrefix(genuine: Genuine): Delivery | string {
  const [, value] = signatureOf(genuine);
  const at = value.search(TAG);
  const prefix = /\w+[=,]$/.exec(value.slice(0, at))?.[0];
  if (prefix === undefined) return "This scheme writes none.";
  const bare = value.slice(0, at - prefix.length) + value.slice(at);
  return withSignature(genuine, ([name]) => [[name, bare]]);
}

function withSignature(genuine: Genuine, change: (pair: Pair) => readonly Pair[]): Delivery {
  const { delivery } = genuine;
  const wanted = signatureOf(genuine);
  return { ...delivery, headers: delivery.headers.flatMap((pair) => (pair[0] === wanted[0] ? change(pair) : [pair])) };
}

type Pair = readonly [name: string, value: string];

/** The header that is another for another body, whatever the scheme. */
export function signatureOf({ body, delivery, signer }: Genuine): Pair {
  const other = new Map(signed(`${body} `, signer).headers);
  const pair = delivery.headers.find(([name, value]) => other.has(name) && other.get(name) !== value);
  if (pair === undefined) throw new Error("No header carries the signature.");
  return pair;
}

function signedAt(genuine: Genuine, time: number): Delivery | string {
  if (time < 0 || time > LATEST_MS) return NEVER;
  const { body, delivery, signer } = genuine;
  const changed = resigned(genuine, { ...signer, time });
  const same = signed(body, signer).headers.every(([name, value]) => new Map(changed.headers).get(name) === value);
  return same ? NO_TIME : { ...delivery, headers: changed.headers };
}

function withOtherSecret(genuine: Genuine): Delivery {
  return resigned(genuine, { ...genuine.signer, secret: freshSecret(genuine.signer.scheme) });
}

function resigned({ body, delivery }: Genuine, signer: Signer): Delivery {
  const renewed = new Map(signed(body, signer).headers);
  return { ...delivery, headers: delivery.headers.map(([name, value]) => [name, renewed.get(name) ?? value]) };
}
