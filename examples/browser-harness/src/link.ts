// Link: a delivery as text behind the # of the address, which no browser sends to a server.
// The secrets are never in it, nor is what may let someone in: other headers, and the query of the URL.

import { type Provider, providers, type SchemeSpec, WebhookError } from "countersign";
import { leaveExample } from "./inspect/examples.ts";
import { outcome } from "./inspect/look.ts";
import { toleranceOf, writtenTolerance } from "./limits.ts";
import { bytesOf, linkedBody, type Linked, LinkProblem, packed, unpacked } from "./linked.ts";
import { bareUrl, leftOfUrl, replayWarning, travels } from "./replayed.ts";
import {
  checkedScheme,
  chooseScheme,
  delivery,
  maxEventAge,
  now,
  otherSecrets,
  scheme,
  schemeName,
  secret,
  tolerance,
} from "./state.ts";

/** A link, what is not in it, and what is to be known before it is sent. */
export interface MadeLink {
  readonly link: string;
  /** The names of what was left out. */
  readonly left: readonly string[];
  /** Whether there were secrets to search for. */
  readonly isSearched: boolean;
  /** Who can replay the delivery; none without a header that may be a signature. */
  readonly warning?: string;
}

/**
 * The link to what is inspected.
 *
 * @throws LinkProblem if it would be too long, or would hold a secret
 */
export async function makeLink(): Promise<MadeLink> {
  const { method, url, headers, body } = delivery.value;
  const named = linkedScheme(); // first: it says what is wrong with one that was typed
  const left = headers.map(([name]) => name).filter((name) => !travels(name, scheme()));
  left.push(...leftOfUrl(url).map((part) => `the ${part} of the URL`));
  const linked: Linked = {
    scheme: named,
    method,
    url: bareUrl(url),
    headers: headers.filter(([name]) => travels(name, scheme())),
    body: linkedBody(body),
    now: now.value ?? Date.now(),
    ...(tolerance.value !== null && { tolerance: writtenTolerance(tolerance.value) }),
    ...(maxEventAge.value !== null && { maxEventAge: maxEventAge.value }),
  };
  const secrets = [secret.value, ...otherSecrets.value.map((other) => other.secret)];
  const { key } = scheme();
  const warning = replayWarning(outcome.value.kind === "verified", scheme(), tolerance.value);
  const link = `${location.href.split("#")[0]}#inspect/${await packed(linked)}`;
  const isSearched = await refuseSecrets(linked, body, secrets, key);
  return { link, left, isSearched, ...(linked.headers.length > 0 && { warning }) };
}

/**
 * Opens the text behind `#inspect/`.
 *
 * @throws LinkProblem if it is anything but what {@link makeLink} makes
 */
export async function openLink(link: string): Promise<void> {
  const { scheme: linked, method, url, headers, body, ...limits } = await unpacked(link);
  leaveExample();
  chooseScheme(linked);
  delivery.value = { method, url, headers, body: bytesOf(body) };
  now.value = limits.now;
  tolerance.value = limits.tolerance === undefined ? null : toleranceOf(limits.tolerance);
  maxEventAge.value = limits.maxEventAge ?? null;
}

function linkedScheme(): Linked["scheme"] {
  if (schemeName.value !== "custom") return schemeName.value;
  const checked = checkedScheme.value;
  if (checked instanceof WebhookError) throw new LinkProblem(`No link was made. ${checked.message}`);
  return checked;
}

// A secret that was pasted into the delivery by mistake would travel with it.
async function refuseSecrets(
  { body: _, ...told }: Linked,
  body: Uint8Array,
  secrets: readonly string[],
  key: SchemeSpec["key"],
): Promise<boolean> {
  const { opaqueEncoding, partsOf, search } = await searcher();
  const prefixes = Object.values<Provider>(providers).flatMap(({ secretPrefix }) => secretPrefix ?? []);
  const parts = partsOf(secrets, key, prefixes);
  if (parts.length === 0) return false;
  const encoding = opaqueEncoding(told.headers, body);
  if (encoding !== undefined) {
    throw new LinkProblem(
      `No link was made: the body is compressed with ${encoding}. This page cannot unpack it to search it for the secret.`,
    );
  }
  const found = search(told, body, parts);
  if (found === "secret") throw new LinkProblem("No link was made: the delivery itself holds the secret.");
  if (found === "unsure") {
    throw new LinkProblem(
      "No link was made: it would take too long to search this delivery for the secret in every spelling. Make the body shorter.",
    );
  }
  return true;
}

// It is needed for nothing else, so the page loads without it.
async function searcher() {
  try {
    return await import("./leak.ts");
  } catch (problem) {
    throw new LinkProblem(
      `No link was made: the search for secrets could not be loaded: ${(problem as Error).message}. Reload the page.`,
    );
  }
}
