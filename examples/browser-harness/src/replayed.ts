// Replayed: what somebody can do with a delivery that is in a link, and which of its parts do not travel.

import { providers, type SchemeSpec, type ToleranceSpec } from "countersign";

/** The headers that may travel: those that a scheme reads, of any provider, and those that describe the body. */
export function travels(name: string, scheme: SchemeSpec): boolean {
  // Gateways write X-Acme-Signature as HTTP_X_ACME_SIGNATURE.
  const written = name
    .toLowerCase()
    .replaceAll("_", "-")
    .replace(/^http-/, "");
  return written.startsWith("content-") || [scheme, ...KNOWN].some((one) => headersOf(one).has(written));
}

const KNOWN: readonly SchemeSpec[] = Object.values(providers).map(({ scheme }) => scheme);

function headersOf({ signature, content, timestamp, require = {}, type, id, hints = [] }: SchemeSpec): Set<string> {
  const inContent = Array.from((content ?? "").matchAll(/\{header:([^}]+)\}/g), ([, name]) => name);
  const fields = [timestamp?.from, type, id].map((field) =>
    typeof field === "object" && "header" in field ? field.header : undefined,
  );
  const own = [signature.header, signature.headers, inContent, fields, Object.keys(require), hints].flat();
  return new Set(own.filter((name) => name !== undefined).map((name) => name.toLowerCase()));
}

// No scheme signs them, and they may let someone in.
const LOGIN = /^([a-z][a-z0-9+.-]*:)?\/\/[^/?#]*@/i;
const FRAGMENT = /#.*$/s;
const QUERY = /\?.*$/s;

/** A URL without login, query and fragment. */
export function bareUrl(url: string): string {
  return url.replace(LOGIN, "$1//").replace(FRAGMENT, "").replace(QUERY, "");
}

/** Which of these a URL has. */
export function leftOfUrl(url: string): string[] {
  const parts = { login: LOGIN.test(url), query: QUERY.test(url.replace(FRAGMENT, "")), fragment: FRAGMENT.test(url) };
  return Object.entries(parts).flatMap(([name, isThere]) => (isThere ? name : []));
}

/** Who can send the delivery of a link again, and for how long, in a sentence. */
export function replayWarning(isGenuine: boolean, scheme: SchemeSpec, chosen: ToleranceSpec | null): string {
  const tolerance = chosen ?? scheme.timestamp?.toleranceSeconds ?? Infinity;
  const past = typeof tolerance === "number" ? tolerance : (tolerance.past ?? Infinity);
  const who = isGenuine
    ? "The signature is genuine, so anyone with this link can replay the delivery"
    : "If the signature is genuine, anyone with this link can replay the delivery";
  if (scheme.timestamp === undefined) return `${who} forever: ${scheme.name} signs no time.`;
  if (past === Infinity) return `${who} forever: no tolerance is set.`;
  return `${who} until its timestamp is ${past.toLocaleString("en")} s old.`;
}
